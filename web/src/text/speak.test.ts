import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENTRIES, LANGUAGES, LOADERS, STARTED, translated, type Language } from './catalogues';
import { plainly, Speaker } from './speak';

const I18N = join(import.meta.dirname, '../../../content/i18n');
const read = (language: Language) =>
  Object.fromEntries(readdirSync(join(I18N, language)).map((name) => [name, readFileSync(join(I18N, language, name), 'utf8')]));
const speaker = (language: Language) => new Speaker(language, read(language), 'Africa/Bangui');
const keys = (language: Language) => Object.values(read(language)).join('\n').match(/^[a-zA-Z][\w-]*(?= =)/gm) ?? [];

/** Every key that the page's source names. */
function named(): string[] {
  const source = join(import.meta.dirname, '..');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((f) => /\.(svelte|ts)$/.test(f) && !f.endsWith('.test.ts'));
  const text = files.map((f) => readFileSync(join(source, f), 'utf8')).join('\n');
  return [...new Set([...text.matchAll(/\bt\('([a-z0-9-]+)'/g)].map((m) => m[1]!))];
}

describe('catalogues', () => {
  it('have the same messages in every language', () => {
    const english = keys('en').sort();
    expect(new Set(english).size).toBe(english.length);
    for (const language of LANGUAGES) expect(keys(language).sort()).toEqual(english);
  });

  it('hold every key that the page names', () => {
    const all = named();
    expect(all.length).toBeGreaterThan(250);
    for (const language of LANGUAGES) {
      const own = speaker(language);
      expect(all.filter((k) => !own.has(k))).toEqual([]);
    }
  });

  it('can be read to the last message', () => {
    for (const language of LANGUAGES) {
      const own = speaker(language);
      expect(keys(language).filter((k) => !own.has(k))).toEqual([]);
    }
  });
});

describe('the languages offered', () => {
  it('are those with a chunk and a folder, complete ones whole', () => {
    expect(Object.keys(LOADERS).sort()).toEqual(ENTRIES.map((e) => e.code).sort());
    expect([...LANGUAGES].sort()).toEqual(['ar', 'en', 'es', 'fr']);
    for (const language of LANGUAGES) expect(translated(language)).toBe(1);
  });

  it('say English where a started one has nothing yet', () => {
    for (const language of STARTED) {
      const own = new Speaker(language, read(language), 'UTC', read('en'));
      expect(translated(language)).toBeGreaterThan(0);
      expect(translated(language)).toBeLessThan(0.2);
      expect(own.say('save')).not.toBe('Save');
      expect(own.say('chain-holds', { count: 2 })).toBe(language === 'prs' ? '\u2068The chain holds: 2 links\u2069' : 'The chain holds: 2 links');
      expect(keys(language).filter((k) => !speaker(language).has(k))).toEqual([]);
    }
  });
});

describe('what is said', () => {
  it('counts as each language does', () => {
    const people = (language: Language, count: number) => speaker(language).say('people', { count });
    expect(people('en', 1)).toBe('one person');
    expect(people('fr', 3)).toBe('3 personnes');
    expect(people('es', 1)).toBe('una persona');
    expect(people('es', 3)).toBe('3 personas');
    expect(people('ar', 2)).toBe('شخصان');
    expect(people('ar', 5)).toMatch(/5.* أشخاص/);
  });

  it('puts reasons into words, with instants in the zone of the operation', () => {
    const said = speaker('en').reason({ code: 'order-requested', args: { at: '2014-01-10T12:47:00Z' } });
    expect(said).toBe('Asked for transport on Fri 10 Jan, 13:47');
    expect(speaker('en').reason({ code: 'consent-pending', args: { count: '1', of: '5' } })).toBe('Consent is still open for 1 of 5');
    expect(speaker('en').reason({ code: 'not-fit', args: { count: '1', of: '2', nb: 'NB06' } })).toContain('(NB06)');
  });

  it('leaves identifiers as they are', () => {
    const said = speaker('en').reason({ code: 'lift-correct-row', args: { row: '12345' } });
    expect(said).toContain('12345');
  });

  it('never hides an unknown code', () => {
    expect(speaker('fr').reason({ code: 'brand-new', args: { place: 'Boda' } })).toBe('brand new (place: Boda)');
    expect(plainly('brand-new')).toBe('brand new');
    const finding = { code: 'brand-new', severity: 'note' as const, text: 'English text', remedy: 'English remedy' };
    expect(speaker('ar').finding(finding)).toEqual({ text: 'English text', remedy: 'English remedy' });
    expect(speaker('en').word('vehicle', 'hover_craft')).toBe('hover craft');
    expect(speaker('en').say('no-such-key')).toBe('no-such-key');
  });

  it('translates findings and problems where it can', () => {
    const finding = { code: 'missing-value', severity: 'error' as const, text: 'the cell is blank', remedy: 'fill it in', args: { name: 'km' } };
    expect(speaker('en').finding(finding).text).toBe('the cell is blank');
    expect(speaker('fr').finding(finding).text).toContain('« km »');
    expect(speaker('es').finding(finding).text).toContain('«km»');
    expect(speaker('fr').problem({ code: 'E_NOT_BALANCED', text: 'x', remedy: 'y' }).remedy).not.toBe('y');
    expect(speaker('fr').problem({ code: 'unheard', text: 'x', remedy: 'y' })).toEqual({ text: 'x', remedy: 'y' });
  });
});
