export default import.meta.glob<string>('../../../../content/i18n/prs/*.ftl', { query: '?raw', import: 'default', eager: true });
