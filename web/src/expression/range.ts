import type { Step } from './tree';
import { type Between, type Blank, between, blank, UNDEFINED, type Value } from './value';

/** One step of a sum or product on ranges; see section 3 of the specification. */
export function step(sign: Step, a: Between, b: Between): Value {
  switch (sign) {
    case '+':
      return between(a.lo + b.lo, a.hi + b.hi);
    case '-':
      return between(a.lo - b.hi, a.hi - b.lo);
    case '*':
      return corners(a, b, (x, y) => x * y);
    case 'div':
      if (b.lo === 0 && b.hi === 0) return UNDEFINED;
      return b.lo <= 0 && b.hi >= 0 ? blank('imprecise') : corners(a, b, (x, y) => x / y);
    case 'mod': {
      const x = exact(a);
      const y = exact(b);
      if (y === 0) return UNDEFINED;
      return typeof x === 'number' && typeof y === 'number' ? between(x % y, x % y) : blank('imprecise');
    }
  }
}

function corners(a: Between, b: Between, of: (x: number, y: number) => number): Value {
  const all = [of(a.lo, b.lo), of(a.lo, b.hi), of(a.hi, b.lo), of(a.hi, b.hi)];
  return between(Math.min(...all), Math.max(...all));
}

/** The value of a range, where it is exact. */
export const exact = (range: Between): number | Blank => (range.lo === range.hi ? range.lo : 'imprecise');

/** The range of a function that never falls. */
export const rising = (range: Between, of: (x: number) => number): Value => between(of(range.lo), of(range.hi));

/** The nearest whole number, the higher of two equally near. */
export function halfUp(x: number): number {
  const below = Math.floor(x);
  return x - below < 0.5 ? below : below + 1;
}

/** A power of ten, exact up to 22. */
export function powerOfTen(exponent: number): number {
  let power = 1;
  for (let i = 0; i < exponent; i++) power *= 10;
  return power;
}

/** An optional `-`, digits, and a point with digits on at least one side; anything else is no number. */
export function numberFromText(written: string): number | undefined {
  if (!/^-?([0-9]+\.?[0-9]*|\.[0-9]+)$/.test(written)) return undefined;
  const value = Number(written);
  return Number.isFinite(value) ? value : undefined;
}

/** The fewest digits that read back as the same number, without an exponent. */
export function numberText(x: number): string {
  const [mantissa = '', exponent] = String(x + 0).split('e');
  if (exponent === undefined) return mantissa;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.slice(sign.length).split('.');
  const shift = Number(exponent);
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`;
  return sign + whole + fraction.padEnd(shift, '0');
}
