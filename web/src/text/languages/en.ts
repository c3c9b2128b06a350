// A finding brings its own English: the page needs no catalogue for it.
export default import.meta.glob<string>(['../../../../content/i18n/en/*.ftl', '!**/findings.ftl'], { query: '?raw', import: 'default', eager: true });
