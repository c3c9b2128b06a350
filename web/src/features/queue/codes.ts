// No-boarding codes; their words are in the catalogues as nb-<code>.
export const CODES = Array.from({ length: 20 }, (_, i) => `NB${String(i + 1).padStart(2, '0')}`);
