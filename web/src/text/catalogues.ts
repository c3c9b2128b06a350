// One chunk per language: only the chosen one is sent to the browser.
export const LANGUAGES = ['en', 'fr', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language in its own words, for the menu. */
export const OWN_NAMES: Record<Language, string> = { en: 'English', fr: 'Français', ar: 'العربية' };

/** For numbers and dates. Arabic keeps the digits that stand on vehicles and papers. */
export const LOCALES: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR', ar: 'ar-u-nu-latn' };

export const LOADERS: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  en: () => import('./languages/en'),
  fr: () => import('./languages/fr'),
  ar: () => import('./languages/ar'),
};
