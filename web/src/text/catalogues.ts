// The languages as content/i18n/languages.json lists them. One chunk per language: only the chosen one is sent to the browser.
import registry from '../../../content/i18n/languages.json' with { type: 'json' };

export type Language = 'en' | 'fr' | 'es' | 'ar' | 'uk' | 'sw' | 'prs' | 'my';

export interface Entry {
  code: Language;
  /** In its own words, for the menu. */
  name: string;
  /** For numbers and dates. Arabic, Dari and Burmese keep the digits that stand on vehicles and papers. */
  locale: string;
  direction: 'ltr' | 'rtl';
  /** A started one shows English where it has nothing yet. */
  state: 'complete' | 'started';
  /** Who has read the translation and when; null while no native speaker has. */
  reviewed: string | null;
}

export const ENTRIES = registry as Entry[];
export const entry = (language: Language): Entry => ENTRIES.find((e) => e.code === language) ?? ENTRIES[0]!;

const codes = (state: Entry['state']) => ENTRIES.filter((e) => e.state === state).map((e) => e.code);
export const LANGUAGES: readonly Language[] = codes('complete');
export const STARTED: readonly Language[] = codes('started');
export const LOCALES = Object.fromEntries(ENTRIES.map((e) => [e.code, e.locale])) as Record<Language, string>;

/** How much of the English messages each language has, 0 to 1; counted when the page is built. */
declare const __TRANSLATED__: Record<Language, number>;
export const translated = (language: Language): number => __TRANSLATED__[language];

export const LOADERS: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  en: () => import('./languages/en'),
  fr: () => import('./languages/fr'),
  es: () => import('./languages/es'),
  ar: () => import('./languages/ar'),
  uk: () => import('./languages/uk'),
  sw: () => import('./languages/sw'),
  prs: () => import('./languages/prs'),
  my: () => import('./languages/my'),
};
