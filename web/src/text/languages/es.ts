export default import.meta.glob<string>('../../../../content/i18n/es/*.ftl', { query: '?raw', import: 'default', eager: true });
