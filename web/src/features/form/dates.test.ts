import { expect, it } from 'vitest';
import { compose, take } from './dates';

it.each(['2012-03-05', '2012-03', '2012-03~', '2012', '2012~', '2008/2010', '2008/', '201', '2012-'])('%s is the same after being taken apart', (written) => {
  expect(compose(take(written))).toBe(written);
});

it('keeps the precision chosen while nothing is written, and reads digits of every keyboard', () => {
  expect(take(undefined, take('2012')).precision).toBe('year');
  expect(compose(take(undefined))).toBeUndefined();
  expect(compose({ ...take(undefined), precision: 'year', year: '٢٠١٢', about: true })).toBe('2012~');
});
