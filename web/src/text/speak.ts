// Says codes, reasons and findings in one language. In: catalogues as text. Out: sentences. An unknown code is shown plainly, never hidden.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Finding, Problem, Reason } from '../api/types';
import { entry, LOCALES, type Language } from './catalogues';
import { sayMoment } from './time';

export type Args = Record<string, FluentVariable>;

/** Values that name something: digits in them are not a quantity. */
const NAMES = new Set(['household', 'person', 'vehicle', 'value', 'id', 'row', 'first', 'place', 'places', 'site', 'trip', 'tier', 'code', 'nb', 'error', 'from', 'to', 'later']);
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

export class Speaker {
  readonly #bundle: FluentBundle;

  readonly #english: Speaker | undefined;

  /** `instead` holds the English catalogues where the language is only started. */
  constructor(readonly language: Language, catalogues: Record<string, string>, readonly zone: string, instead?: Record<string, string>) {
    // Marks around values are needed where a Latin name stands inside Arabic text.
    this.#bundle = new FluentBundle(LOCALES[language], { useIsolating: entry(language).direction === 'rtl' });
    for (const path of Object.keys(catalogues).sort()) this.#bundle.addResource(new FluentResource(catalogues[path] ?? ''));
    this.#english = instead && new Speaker('en', instead, zone);
  }

  has(key: string): boolean {
    return this.#bundle.hasMessage(key) || this.#english?.has(key) === true;
  }

  /** The message of a key, in English where this language has none yet; the key itself if neither has. */
  say(key: string, args: Args = {}): string {
    const pattern = this.#bundle.getMessage(key)?.value;
    if (!pattern) return this.#instead(key, args);
    const errors: Error[] = [];
    return this.#bundle.formatPattern(pattern, args, errors);
  }

  /** English, apart from the direction of a script that runs the other way: its full stops stay at its end. */
  #instead(key: string, args: Args): string {
    const said = this.#english?.say(key, args) ?? key;
    return this.#english && entry(this.language).direction === 'rtl' ? `\u2068${said}\u2069` : said;
  }

  /** Numbers as numbers, instants as people say them, codes as words. */
  values(args: Record<string, string> = {}): Args {
    const values: Args = {};
    for (const [key, value] of Object.entries(args)) {
      if (!NAMES.has(key) && /^-?(0|[1-9]\d{0,12})(\.\d+)?$/.test(value)) values[key] = Number(value);
      else if (INSTANT.test(value)) values[key] = sayMoment(value, this.language, this.zone);
      else values[key] = this.has(`word-${value}`) ? this.say(`word-${value}`) : value;
    }
    return values;
  }

  reason(reason: Reason): string {
    const key = `reason-${reason.code}`;
    const said = this.has(key) ? this.say(key, this.values(reason.args)) : plainly(reason.code, reason.args);
    return reason.args?.nb && !said.includes(reason.args.nb) ? `${said} (${reason.args.nb})` : said;
  }

  finding(finding: Finding): { text: string; remedy: string } {
    const key = `finding-${finding.code}`;
    if (!this.has(key) || this.language === 'en') return { text: finding.text, remedy: finding.remedy };
    return { text: this.say(key, { value: '', ...this.values(finding.args) }), remedy: '' };
  }

  problem(problem: Problem): { text: string; remedy: string } {
    const key = `problem-${problem.code}`;
    const args = this.values(problem.args);
    if (!this.has(key)) return { text: problem.text, remedy: problem.remedy };
    return { text: this.say(key, args), remedy: this.has(`${key}-remedy`) ? this.say(`${key}-remedy`, args) : '' };
  }

  /** A word from a list of codes (kinds, needs, services); the code in plain letters if the list lacks it. */
  word(list: string, code: string): string {
    const key = `${list}-${code.replaceAll('_', '-')}`;
    return this.has(key) ? this.say(key) : code.replaceAll(/[_-]/g, ' ');
  }
}

/** A code and its values without a message: nothing is lost, only the words are missing. */
export function plainly(code: string, args: Record<string, string> = {}): string {
  const values = Object.entries(args).map(([key, value]) => `${key}: ${value}`);
  const head = code.replaceAll('-', ' ');
  return values.length ? `${head} (${values.join(', ')})` : head;
}
