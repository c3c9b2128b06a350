export default import.meta.glob<string>('../../../../content/i18n/my/*.ftl', { query: '?raw', import: 'default', eager: true });
