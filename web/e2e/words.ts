// What the page says in a language, from the same catalogues.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../src/text/catalogues';
import { type Args, Speaker } from '../src/text/speak';

export type Say = (key: string, args?: Args) => string;

export function words(language: Language): Say {
  const folder = join('../content/i18n', language);
  const texts = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const speaker = new Speaker(language, texts, 'UTC');
  return (key, args) => speaker.say(key, args);
}
