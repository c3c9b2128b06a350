import { describe, expect, it } from 'vitest';
import type { Form, Given, Question } from '../../api/records';
import { Looker } from './look';
import { newRow, type Row } from './row';

const question = (name: string, type: Question['type'], rest: Partial<Question> = {}): Question => ({
  name, type, label: name, group: 'identity', sensitivity: 'low', required: false, may_be_unknown: true, may_be_refused: true, ...rest,
});
const FORM: Form = {
  id: 'person', version: 1, kind: 'person', title: 'Person', begins: true, set_locally: false,
  sections: [
    { name: 'who', label: 'Who', items: [
      question('minor', 'yes_no', { calculation: '${age} < 18' }),
      question('age', 'age', { required: true }),
      question('school', 'text', { relevance: '${minor}' }),
      question('grade', 'integer', { relevance: "${school} != ''", constraint: '. >= 1 and . <= 12', constraint_message: '1 to 12' }),
      question('why_not', 'text', { required: 'is-known(${grade}) and ${grade} < 3' }),
    ] },
    { name: 'members', label: 'Members', repeat: { kind: 'person', at_least: 1, at_most: 5 }, items: [
      question('name', 'text', { required: true }),
      question('place', 'integer', { calculation: 'position(..)' }),
    ] },
    { name: 'end', label: 'End', items: [question('size', 'integer', { calculation: 'count(${members}) + 1' })] },
  ],
};
const looker = new Looker(FORM, { now: Date.parse('2026-11-24T12:00:00Z') / 1000, localDate: (at) => Math.floor(at / 86_400) }, 'en');
const age = (years: number): Given => ({ value: { years, on: '2026-11-24' } });
const rows = (...names: string[]): Row['rows'] => ({ members: names.map((name) => newRow(name ? { name: { value: name } } : {})) });
const hinders = (given: Record<string, Given>, members = rows('A')) => {
  const root = { ...newRow(given), rows: members };
  return looker.hindrances(root, looker.look(root)).map((h) => `${h.path.map((s) => `${s.repeat}.${s.index}/`).join('')}${h.name} ${h.why}`);
};

describe('what is shown', () => {
  it.each([
    ['a blank hides', {}, false],
    ['a child', { age: age(9) }, true],
    ['an adult', { age: age(30) }, false],
    ['either', { age: { value: { years: [17, 18], on: '2026-11-24' } } }, false],
    ['not said', { age: { silence: 'refused' as const } }, false],
  ])('%s', (_, given, shown) => {
    expect(looker.look(newRow(given)).shown.school).toBe(shown);
  });

  it('a hidden answer counts as not asked', () => {
    const given = { age: age(30), school: { value: 'X' }, grade: { value: 40 } };
    expect(looker.look(newRow(given)).shown.grade).toBe(false);
    expect(hinders(given)).toEqual([]);
  });
});

describe('what hinders', () => {
  it.each([
    ['nothing answered', {}, ['age required']],
    ['a silence is an answer', { age: { silence: 'unknown' as const } }, []],
    ['no such age', { age: { value: { years: 'x', on: '2026-11-24' } } }, ['age unreadable']],
    ['turned back', { age: age(9), school: { value: 'X' }, grade: { value: 13 } }, ['grade constraint']],
    ['needed then', { age: age(9), school: { value: 'X' }, grade: { value: 2 } }, ['why_not required']],
    ['not needed else', { age: age(9), school: { value: 'X' }, grade: { value: 3 } }, []],
  ])('%s', (_, given, expected) => {
    expect(hinders(given)).toEqual(expected);
  });

  it('too few rows, and a row without its name', () => {
    const given = { age: age(30) };
    expect(hinders(given, {})).toEqual(['members too-few']);
    expect(hinders(given, rows('A', ''))).toEqual(['members.1/name required']);
  });
});

it('works out rows and counts', () => {
  const look = looker.look({ ...newRow({}), rows: rows('A', 'B') });
  expect(look.values.size).toMatchObject({ value: { lo: 3, hi: 3 } });
  expect(look.rows.members?.map((row) => row.values.place)).toMatchObject([{ value: { lo: 1 } }, { value: { lo: 2 } }]);
});
