// The chosen language and what it says; everything the page writes comes through here.
import type { Finding, Problem, Reason } from '../api/types';
import { entry, LANGUAGES, LOADERS, LOCALES, STARTED, type Language } from './catalogues';
import { Speaker, type Args } from './speak';
import { sayDay, sayExactly, sayMoment, sayTime } from './time';

/** The zone of this device: times are said in it, unless an operation brings its own. */
const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

let speaker = $state.raw(new Speaker('en', {}, HERE));
let loaded: Record<string, string> = {};
let instead: Record<string, string> | undefined;

const KEPT = 'amana-language';

/** What the browser remembers; nothing where storage is shut. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without storage the choice holds until the page is left.
  }
}

/** Loads the remembered language, or the first one of the browser that we have whole: one that is only started is chosen, never guessed. */
export async function start(): Promise<void> {
  const primary = (tag: string | null) => tag?.split(/[-_]/)[0]?.toLowerCase();
  const chosen = [new URLSearchParams(location.search).get('lang'), recall(KEPT)].map((w) => [...LANGUAGES, ...STARTED].find((l) => primary(w) === l));
  const guessed = navigator.languages.map((w) => LANGUAGES.find((l) => primary(w) === l));
  const found = [...chosen, ...guessed].find((l) => l !== undefined);
  await choose(found ?? 'en');
}

export async function choose(language: Language): Promise<void> {
  loaded = (await LOADERS[language]()).default;
  instead = STARTED.includes(language) ? (await LOADERS.en()).default : undefined;
  speaker = new Speaker(language, loaded, speaker.zone, instead);
  document.documentElement.lang = language;
  document.documentElement.dir = entry(language).direction;
  remember(KEPT, language);
}

/** The operation's time zone: all times are said in it. */
export function inZone(zone: string): void {
  if (zone !== speaker.zone) speaker = new Speaker(speaker.language, loaded, zone, instead);
}

/** Back to the zone of this device. */
export const ownZone = () => inZone(HERE);

export const language = () => speaker.language;
export const zone = () => speaker.zone;
export const t = (key: string, args?: Args) => speaker.say(key, args);
export const has = (key: string) => speaker.has(key);
export const reason = (r: Reason) => speaker.reason(r);
export const finding = (f: Finding) => speaker.finding(f);
export const problem = (p: Problem) => speaker.problem(p);
export const word = (list: string, code: string) => speaker.word(list, code);

export const moment = (at: string | number) => sayMoment(at, speaker.language, speaker.zone);
export const day = (at: string | number) => sayDay(at, speaker.language, speaker.zone);
export const time = (at: string | number) => sayTime(at, speaker.language, speaker.zone);
export const exactly = (at: string) => sayExactly(at, speaker.language, speaker.zone);

/** A number with at most `digits` decimals. */
export function number(value: number, digits = 0): string {
  return new Intl.NumberFormat(LOCALES[speaker.language], { maximumFractionDigits: digits }).format(value);
}

/** A number with as many figures as mean something, for harm and risk. */
export function figure(value: number): string {
  return new Intl.NumberFormat(LOCALES[speaker.language], { maximumSignificantDigits: value !== 0 && Math.abs(value) < 100 ? 2 : 4 }).format(value);
}

export function percent(share: number, digits = 0): string {
  return new Intl.NumberFormat(LOCALES[speaker.language], { style: 'percent', maximumFractionDigits: digits }).format(share);
}

/** Hours as "2 h 10". */
export function duration(hours: number): string {
  const minutes = Math.round(hours * 60);
  return t('duration', { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') });
}

export function list(items: string[]): string {
  return new Intl.ListFormat(LOCALES[speaker.language], { type: 'conjunction' }).format(items);
}
