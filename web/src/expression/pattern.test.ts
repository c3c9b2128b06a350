import { describe, expect, it } from 'vitest';
import { Pattern } from './pattern';

/** Numbers from 0 up to below `most`, the same in each run. */
function draws(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

function random(draw: (most: number) => number, depth: number): string {
  const part = (): string => random(draw, depth - 1);
  const one = ['a', 'b', '[ab]', '[^a]', '.', '\\w', '\\D', 'é', '\\.', '[a-b]', '\\d', ''][draw(12)]!;
  if (depth === 0) return one;
  const repeat = ['*', '+', '?', '{2}', '{1,2}', '{0}', '{1,}', '{0,3}'][draw(8)]!;
  return [one, part() + part(), part() + part() + part(), `(${part()})${repeat}`, `(?:${part()})`, `(${part()}|${part()})`, `${part()}|${part()}`][draw(7)]!;
}

describe('a pattern', () => {
  it('matches what the host matches, where both know the signs', { timeout: 60_000 }, () => {
    const draw = draws(1);
    const texts = ['', ...'ab.é1'];
    for (let length = 1; length < 4; length++) texts.push(...texts.flatMap((text) => (text.length === length ? ['a', 'b', 'é'].map((c) => text + c) : [])));
    let matched = 0;
    for (let round = 0; round < 1_000; round++) {
      const source = random(draw, 4);
      const pattern = Pattern.read(source);
      if (!(pattern instanceof Pattern)) {
        expect(pattern.why, source).toBe('it is too large');
        continue;
      }
      const host = new RegExp(`^(?:${source})$`, 'u');
      const found = texts.filter((text) => pattern.matches(text));
      expect(found, source).toEqual(texts.filter((text) => host.test(text)));
      matched += found.length;
    }
    expect(matched).toBeGreaterThan(2_500);
  });
});
