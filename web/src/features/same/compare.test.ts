import { expect, it } from 'vitest';
import type { Form, RecordShown } from '../../api/records';
import { canTake, compare, taken } from './compare';

const answer = (entry: string, value: unknown) => ({ entry, entries: [entry], value, by: 'A', occurred: '2026-01-01T00:00:00Z' });
const record = (fields: Record<string, unknown[]>, may_write = true) =>
  ({ groups: [{ group: 'identity', may_write, seen_by: [], fields: Object.fromEntries(Object.entries(fields).map(([f, v]) => [f, v.map((x, i) => answer(`${f}${i}`, x))])) }] }) as unknown as RecordShown;
const form = { sections: [{ name: 's', label: '', items: [{ name: 'name', type: 'text' }, { name: 'sex', type: 'choice' }] }] } as unknown as Form;
const one = record({ name: ['Zara'], sex: ['female'] });
const other = record({ name: ['Zarah'], sex: ['female'], phone: ['1'] });

it('differences come first, and what only one holds is one', () => {
  expect(compare(one, other).map(({ field, differs }) => [field, differs])).toEqual([['name', true], ['phone', true], ['sex', false]]);
});

it('an answer is taken where a form asks for it and one may write', () => {
  const rows = compare(one, other);
  const [name, phone, sex] = rows;
  expect([name!, phone!, sex!].map((row) => canTake(row, row.other, one, form))).toEqual([true, false, false]);
  expect(canTake(name!, name!.other, record({ name: ['Zara'] }, false), form)).toBe(false);
  expect(canTake(name!, [], one, form)).toBe(false);
});

it('what is taken has seen what stood', () => {
  expect(taken(compare(one, other), ['name'], true)).toEqual({ name: { value: 'Zarah', seen: ['name0'] } });
  expect(taken(compare(one, other), ['name'], false)).toEqual({ name: { value: 'Zara', seen: ['name0'] } });
});
