export default import.meta.glob<string>('../../../../content/i18n/ar/*.ftl', { query: '?raw', import: 'default', eager: true });
