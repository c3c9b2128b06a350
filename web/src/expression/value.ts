import type { Day } from './day';

/** Why there is no value, weakest first; where several meet, the strongest is carried on. */
export const BLANKS = ['not-asked', 'imprecise', 'unknown', 'refused', 'undefined'] as const;
export type Blank = (typeof BLANKS)[number];

/** Somewhere from lo to hi, both included. */
export interface Between {
  readonly lo: number;
  readonly hi: number;
}

/** What an expression or a field gives. Dates are day numbers, instants whole seconds since 1970 UTC. */
export type Value =
  | { readonly kind: 'blank'; readonly value: Blank }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: Between }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'date'; readonly value: Between }
  | { readonly kind: 'instant'; readonly value: number }
  | { readonly kind: 'choices'; readonly value: readonly string[] }
  | { readonly kind: 'present' }
  | { readonly kind: 'many'; readonly value: readonly Value[] }
  | { readonly kind: 'rows'; readonly value: number };

/** Answers for the fields of one record at one moment; see the Rust trait of the same name. */
export interface Environment {
  value(field: string): Value;
  here(): Value;
  rows(field: string): readonly Value[];
  position(): number | undefined;
  now(): number;
  localDate(at: number): Day;
  choiceName(field: string, code: string, language: string): string | undefined;
}

export const blank = (reason: Blank): Value => ({ kind: 'blank', value: reason });
export const UNDEFINED = blank('undefined');
export const truth = (value: boolean): Value => ({ kind: 'truth', value });
export const text = (value: string): Value => ({ kind: 'text', value });

/** A number or a range; undefined unless finite and in order. There is no negative zero. */
export function between(lo: number, hi: number): Value {
  return Number.isFinite(lo) && Number.isFinite(hi) && lo <= hi ? { kind: 'number', value: { lo: lo + 0, hi: hi + 0 } } : UNDEFINED;
}
export const number = (value: number): Value => between(value, value);

export const days = (lo: Day, hi: Day): Value => (lo <= hi ? { kind: 'date', value: { lo, hi } } : UNDEFINED);

/** The stronger of two reasons. */
export function stronger(a: Blank, b: Blank): Blank {
  return BLANKS.indexOf(a) > BLANKS.indexOf(b) ? a : b;
}

/** The strongest reason among values, if any is blank. */
export function reasonOf(values: readonly Value[]): Blank | undefined {
  let found: Blank | undefined;
  for (const value of values) if (value.kind === 'blank') found = found ? stronger(found, value.value) : value.value;
  return found;
}

/** The same value with the promises of its kind kept, whoever built it. */
export function sound(value: Value): Value {
  if (value.kind === 'number') return between(value.value.lo, value.value.hi);
  if (value.kind === 'date') return days(value.value.lo, value.value.hi);
  return value.kind === 'many' ? { kind: 'many', value: value.value.map(sound) } : value;
}
