import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fuzzCases, fuzzFaults, type Language, vectorFaults } from './testing/judge';

/** Slips that a hand could make: file, what stands there, what the slip makes of it. */
const MUTANTS: readonly (readonly [string, string, string])[] = [
  ['evaluate.ts', 'if (value.value === by) return truth(by);', 'return truth(value.value);'],
  ['evaluate.ts', 'reason = reason ? stronger(reason, found) : found;', 'reason ??= found;'],
  ['evaluate.ts', 'reason ? blank(reason) : truth(!by)', 'truth(!by)'],
  ['evaluate.ts', "'<': [a.hi < b.lo, a.lo >= b.hi]", "'<': [a.hi < b.lo, a.lo > b.hi]"],
  ['evaluate.ts', "'<=': [a.hi <= b.lo, a.lo > b.hi]", "'<=': [a.lo <= b.lo, a.lo > b.hi]"],
  ['evaluate.ts', "'=': [a.lo === b.hi && a.hi === b.lo,", "'=': [a.lo === b.lo && a.hi === b.hi,"],
  ['evaluate.ts', 'between(-hi, -lo)', 'between(-lo, -hi)'],
  ['value.ts', '> BLANKS.indexOf(b) ? a : b', '> BLANKS.indexOf(b) ? b : a'],
  ['value.ts', '{ lo: lo + 0, hi: hi + 0 }', '{ lo, hi }'],
  ['range.ts', 'between(a.lo - b.hi, a.hi - b.lo)', 'between(a.lo - b.lo, a.hi - b.hi)'],
  ['range.ts', "b.lo <= 0 && b.hi >= 0 ? blank('imprecise')", "b.lo < 0 && b.hi > 0 ? blank('imprecise')"],
  ['range.ts', 'return x - below < 0.5 ? below : below + 1;', 'return Math.floor(x + 0.5);'],
  ['range.ts', "whole + fraction.padEnd(shift, '0')", 'whole + fraction'],
  ['range.ts', '[0-9]+\\.?[0-9]*|', '[0-9]+(\\.[0-9]+)?|'],
  ['functions.ts', "case 'int':\n      return given(all(), ['number'], (x) => rising(x, Math.trunc))", "case 'int':\n      return given(all(), ['number'], (x) => rising(x, Math.floor))"],
  ['functions.ts', 'number(Array.from(x).length)', 'number(x.length)'],
  ['functions.ts', 'rows[lo - 1]', 'rows[lo]'],
  ['functions.ts', 'between(to.lo - from.hi, to.hi - from.lo)', 'between(to.lo - from.lo, to.hi - from.hi)'],
  ['functions.ts', 'ofMonth < birthDay', 'ofMonth <= birthDay'],
  ['functions.ts', 'Math.max(completedYears(birth.hi, on.lo), 0)', 'completedYears(birth.hi, on.lo)'],
  ['functions.ts', "places < 0 ? halfUp(y / power) * power", 'places <= 0 ? halfUp(y / power) / power'],
  ['functions.ts', "reasonOf([at(0)]) ?? 'known'", "reasonOf([at(0)]) ?? ''"],
  ['day.ts', 'year % 400 === 0) ? 29', 'year % 400 !== 0) ? 29'],
  ['pattern.ts', 'open.push(...state.either);', 'open.push(state.either[0]);'],
  ['pattern.ts', '(cost(tree.repeat) + 2)', 'cost(tree.repeat)'],
  ['pattern.ts', "at + 1 === this.chars.length)", 'at + 2 === this.chars.length)'],
  ['pattern.ts', '[0x61, 0x7a]]', '[0x61, 0x7b]]'],
  ['outcome.ts', "use === 'constraint' ? 'yes' : 'no'", "'no'"],
  ['parse.ts', '++this.depth > MAX_DEPTH', '++this.depth >= MAX_DEPTH'],
  ['token.ts', 'Array.from(source)', "source.split('')"],
  ['print.ts', 'tightness(part) <= tighterThan', 'tightness(part) < tighterThan'],
  ['check.ts', 'if (scope === repeat) return true;', ''],
  ['check.ts', "this.offered(right, [left]);", ''],
];

const HERE = import.meta.dirname;
const COPIES = join(HERE, '../../test-results/mutants');

describe('a slip in the twin is noticed', () => {
  let cases: ReturnType<typeof fuzzCases>;
  const random: number[] = [];
  beforeAll(() => {
    cases = fuzzCases(1, 2_000);
    mkdirSync(COPIES, { recursive: true });
  }, 600_000);
  afterAll(() => rmSync(COPIES, { recursive: true, force: true }));

  for (const [index, [file, from, to]] of MUTANTS.entries()) {
    it(`${file}: ${from}`, { timeout: 60_000 }, async () => {
      const copy = join(COPIES, String(index));
      cpSync(HERE, copy, { recursive: true, filter: (path) => !path.includes('test') });
      const source = readFileSync(join(copy, file), 'utf8');
      expect(source.split(from), 'the slip has one place').toHaveLength(2);
      writeFileSync(join(copy, file), source.replace(from, () => to));
      const mutant = (await import(/* @vite-ignore */ join(copy, 'index.ts'))) as Language;
      const byExamples = !vectorFaults(mutant).next().done;
      const byRandom = !fuzzFaults(mutant, cases).next().done;
      if (byRandom) random.push(index);
      expect([byExamples, byRandom]).toContain(true);
    });
  }

  it('by random cases alone, unless it is about a rare value or a limit', () => {
    expect(random.length).toBeGreaterThanOrEqual(Math.floor(MUTANTS.length * 0.75));
  });
});
