export default import.meta.glob<string>('../../../../content/i18n/fr/*.ftl', { query: '?raw', import: 'default', eager: true });
