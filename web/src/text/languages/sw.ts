export default import.meta.glob<string>('../../../../content/i18n/sw/*.ftl', { query: '?raw', import: 'default', eager: true });
