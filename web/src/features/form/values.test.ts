import { describe, expect, it } from 'vitest';
import type { Question } from '../../api/records';
import { dayText, fromCivil } from '../../expression/day';
import { daySpan, read, seen, typedNumber } from './values';

const NOW = Date.parse('2026-11-24T12:00:00Z') / 1000;
const moment = { now: NOW, localDate: (at: number) => Math.floor(at / 86_400) };
const question = (type: Question['type']) => ({ name: 'q', type }) as Question;

describe('dates are as exact as they were said', () => {
  it.each([
    ['2012-03-05', '2012-03-05 2012-03-05'],
    ['2012-02', '2012-02-01 2012-02-29'],
    ['2012', '2012-01-01 2012-12-31'],
    ['2012~', '2011-01-01 2013-12-31'],
    ['2012-01~', '2011-12-01 2012-02-29'],
    ['2008/2010', '2008-01-01 2010-12-31'],
    ['2010/2008', ''],
    ['2012-03-05~', ''],
    ['2012-', ''],
    ['2012-02-30', ''],
  ])('%s', (written, days) => {
    const span = daySpan(written);
    expect(span ? `${dayText(span.lo)} ${dayText(span.hi)}` : '').toBe(days);
  });
});

describe('ages have the day on which they were said', () => {
  it.each([
    [{ years: 7, on: '2026-11-24' }, [7, 7]],
    [{ years: 7, on: '2025-11-24' }, [8, 8]],
    [{ years: 7, on: '2025-06-01' }, [8, 9]],
    [{ years: 7, on: '2026-11-24', estimated: true }, [6, 8]],
    [{ years: [6, 9], on: '2026-11-24', estimated: true }, [6, 9]],
    [{ years: 0, on: '2026-11-24', estimated: true }, [0, 1]],
    [{ years: 7.5, on: '2026-11-24' }, null],
    [{ years: 131, on: '2026-11-24' }, null],
    [{ years: 7 }, null],
  ])('%j', (json, ends) => {
    const value = read(question('age'), json, moment);
    expect(value?.kind === 'number' ? [value.value.lo, value.value.hi] : null).toEqual(ends);
  });
});

it('says why there is no answer', () => {
  expect(seen(question('text'), undefined, moment)).toEqual({ kind: 'blank', value: 'not-asked' });
  expect(seen(question('text'), { silence: 'refused' }, moment)).toEqual({ kind: 'blank', value: 'refused' });
  expect(seen(question('integer'), { value: 'seven' }, moment)).toEqual({ kind: 'blank', value: 'undefined' });
  expect(seen(question('choices'), { value: [] }, moment)).toEqual({ kind: 'choices', value: [] });
});

it('reads digits of every keyboard, and what lies between', () => {
  expect(['7', '٧', '۷', '6-8', '6 – 8', '7,5', '٧٫٥', '-3', '', 'about 7', '1,2,3'].map(typedNumber)).toEqual([7, 7, 7, [6, 8], [6, 8], 7.5, 7.5, -3, undefined, undefined, undefined]);
  expect(fromCivil(2026, 11, 24)).toBe(moment.localDate(NOW));
});

it.each([
  ['place', { pcode: 'CF11', parent: 'CF1' }, true],
  ['place', { pcode: 'CF11', parent: null }, true],
  ['place', { pcode: 'CF11', parent: 'CF11' }, false],
  ['place', { pcode: '', parent: null }, false],
  ['point', { lat: 4.36, lon: 18.56 }, true],
  ['point', { lat: 94, lon: 18.56 }, false],
  ['yes_no', 'yes', false],
  ['instant', '2026-11-24T12:00:00Z', true],
  ['instant', 'noon', false],
] as const)('%s %j', (type, json, good) => {
  expect(read(question(type), json, moment) !== undefined).toBe(good);
});
