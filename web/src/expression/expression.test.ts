import { describe, expect, it } from 'vitest';
import * as ours from './index';
import { fuzzCases, fuzzFaults, VECTORS, vectorFaults } from './testing/judge';

/** Seeds that every run uses; AMANA_SEED adds one, `random` a fresh one. */
const SEEDS = [1, 2, 3];
const extra = process.env.AMANA_SEED === 'random' ? Math.floor(Math.random() * 2 ** 32) : Number(process.env.AMANA_SEED ?? 1);
const COUNT = 4_000;

describe('the language of rules', () => {
  it('gives what the worked examples say', () => {
    expect(VECTORS.evaluate.flatMap((group) => group.cases).length).toBeGreaterThan(250);
    expect([...vectorFaults(ours)]).toEqual([]);
  });

  for (const seed of new Set([...SEEDS, extra])) {
    it(`gives what its Rust twin gives, to the bit (seed ${seed})`, { timeout: 600_000 }, () => {
      const cases = fuzzCases(seed, COUNT);
      expect(cases).toHaveLength(COUNT);
      expect([...fuzzFaults(ours, cases)].slice(0, 5)).toEqual([]);
    });
  }
});
