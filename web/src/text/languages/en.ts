export default import.meta.glob<string>('../../../../content/i18n/en/*.ftl', { query: '?raw', import: 'default', eager: true });
