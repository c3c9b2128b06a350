// The JSON of each type of answer, and what a rule sees of it; the same as in crates/content/src/answer.
import type { Given, Question } from '../../api/records';
import { civil, type Day, fromCivil, period } from '../../expression/day';
import { between, blank, days, text, truth, UNDEFINED, type Value } from '../../expression/value';

/** Years that an estimated age may be wrong by on either side, unless a range is given (default: set locally). */
const AGE_MARGIN = 1;
const MOST_YEARS = 130;

/** When and where rules are looked at. Seconds since 1970. */
export type Moment = { now: number; localDate: (at: number) => Day };

type Span = { lo: number; hi: number };

/** What a rule sees of an answer. */
export function seen(question: Question, given: Given | undefined, moment: Moment): Value {
  if (given?.silence) return blank(given.silence);
  if (given?.value === undefined || given.value === null || given.value === '') return blank('not-asked');
  return read(question, given.value, moment) ?? UNDEFINED;
}

/** The value of an answer; nothing if it isn't one of this type. */
export function read(question: Question, json: unknown, moment: Moment): Value | undefined {
  switch (question.type) {
    case 'text': case 'long_text':
      return typeof json === 'string' && json.trim() !== '' ? text(json.trim().normalize('NFC')) : undefined;
    case 'integer': case 'decimal': {
      const span = range(json);
      const whole = span && Number.isInteger(span.lo) && Number.isInteger(span.hi);
      return span && (question.type === 'decimal' || whole) ? between(span.lo, span.hi) : undefined;
    }
    case 'yes_no':
      return typeof json === 'boolean' ? truth(json) : undefined;
    case 'date': {
      const span = typeof json === 'string' ? daySpan(json) : undefined;
      return span && days(span.lo, span.hi);
    }
    case 'instant': {
      const at = typeof json === 'string' ? Date.parse(json) : NaN;
      return Number.isNaN(at) ? undefined : { kind: 'instant', value: Math.floor(at / 1000) };
    }
    case 'age': {
      const span = ageSpan(json, moment);
      return span && between(span.lo, span.hi);
    }
    case 'choice':
      return typeof json === 'string' ? text(json) : undefined;
    case 'choices':
      return Array.isArray(json) && json.every((code) => typeof code === 'string') ? { kind: 'choices', value: [...json] } : undefined;
    case 'place': {
      const { pcode, parent } = json as { pcode?: unknown; parent?: unknown };
      const good = (code: unknown) => typeof code === 'string' && /^[A-Za-z0-9-]{1,32}$/.test(code);
      return good(pcode) && (parent === null || (good(parent) && parent !== pcode)) ? text(pcode as string) : undefined;
    }
    case 'point': {
      const { lat, lon } = json as { lat?: number; lon?: number };
      return lat !== undefined && lon !== undefined && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { kind: 'present' } : undefined;
    }
    case 'record': case 'attachment':
      return { kind: 'present' };
    case 'note':
      return undefined;
  }
}

/** `7`, or `[6, 8]` for something between. */
export function range(json: unknown): Span | undefined {
  const [lo, hi] = Array.isArray(json) && json.length === 2 ? (json as unknown[]) : [json, json];
  return typeof lo === 'number' && typeof hi === 'number' && Number.isFinite(lo) && Number.isFinite(hi) && lo <= hi ? { lo, hi } : undefined;
}

/** The days that `2012-03-05`, `2012-03`, `2012`, `2012~` (estimated: one more on either side) or `2008/2010` may stand for. */
export function daySpan(written: string): Span | undefined {
  const [from = '', to] = written.split('/');
  if (to !== undefined) {
    const [first, last] = [period(from), period(to)];
    return first && last && first.lo <= last.hi ? { lo: first.lo, hi: last.hi } : undefined;
  }
  if (!written.endsWith('~')) return period(written);
  const about = period(written.slice(0, -1));
  if (!about || about.lo === about.hi) return undefined;
  const [year, month] = civil(about.lo);
  if (written.length === 5) return around(fromCivil(year - 1, 1, 1), fromCivil(year + 1, 12, 31));
  const [before, after] = [year * 12 + month - 2, year * 12 + month];
  const name = (months: number) => `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
  return around(period(name(before))?.lo, period(name(after))?.hi);
}

const around = (lo: Day | undefined, hi: Day | undefined) => (lo === undefined || hi === undefined ? undefined : { lo, hi });

/** Completed years at the moment, of `{years, on, estimated?}`. */
function ageSpan(json: unknown, moment: Moment): Span | undefined {
  const { years, on, estimated } = json as { years?: unknown; on?: unknown; estimated?: boolean };
  let span = range(years);
  const said = typeof on === 'string' ? period(on) : undefined;
  if (!span || !said || said.lo !== said.hi || span.lo < 0 || span.hi > MOST_YEARS || !Number.isInteger(span.lo) || !Number.isInteger(span.hi)) return undefined;
  if (estimated && span.lo === span.hi) span = { lo: Math.max(0, span.lo - AGE_MARGIN), hi: span.hi + AGE_MARGIN };
  const [earliest, latest] = [yearsBefore(said.lo, span.hi + 1), yearsBefore(said.lo, span.lo)];
  if (earliest === undefined || latest === undefined) return undefined;
  const today = moment.localDate(moment.now);
  return { lo: completedYears(latest, today), hi: completedYears(earliest + 1, today) };
}

/** The day so many years before; 29 February goes to 28. */
function yearsBefore(day: Day, years: number): Day | undefined {
  const [year, month, ofMonth] = civil(day);
  return fromCivil(year - years, month, ofMonth) ?? fromCivil(year - years, month, ofMonth - 1);
}

function completedYears(birth: Day, on: Day): number {
  const [b, o] = [civil(birth), civil(on)];
  const early = o[1] < b[1] || (o[1] === b[1] && o[2] < b[2]);
  return Math.max(0, o[0] - b[0] - (early ? 1 : 0));
}

/** The JSON of what was calculated; nothing for a blank. */
export function written(value: Value): unknown {
  switch (value.kind) {
    case 'truth': case 'text':
      return value.value;
    case 'choices':
      return [...value.value];
    case 'number':
      return value.value.lo === value.value.hi ? value.value.lo : [value.value.lo, value.value.hi];
    default:
      return undefined;
  }
}

/** Digits of every keyboard as ASCII ones. */
export const plainDigits = (typed: string) =>
  typed.replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660)).replace(/[۰-۹]/g, (d) => String(d.charCodeAt(0) - 0x6f0)).replace('٫', '.');

/** What someone typed for a number: `7`, or `6-8` for something between. Nothing if it is no number. */
export function typedNumber(typed: string): number | [number, number] | undefined {
  const plain = plainDigits(typed).trim().replace(/^(\d+),(\d+)$/, '$1.$2');
  if (/^-?\d+(\.\d+)?$/.test(plain)) return Number(plain);
  const ends = /^(\d+(?:\.\d+)?)\s*[-–]\s*(\d+(?:\.\d+)?)$/.exec(plain);
  return ends ? [Number(ends[1]), Number(ends[2])] : undefined;
}
