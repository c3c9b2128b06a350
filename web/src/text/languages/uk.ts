export default import.meta.glob<string>('../../../../content/i18n/uk/*.ftl', { query: '?raw', import: 'default', eager: true });
