import { expect, it } from 'vitest';
import type { Form, Question } from '../../api/records';
import { formOf, holds, matching, offered } from './form';

const question = (name: string, group: string, rest: Partial<Question> = {}) => ({ name, group, type: 'text', label: name, ...rest }) as Question;
const form = (id: string, ...items: Question[]) => ({ id, sections: [{ name: 's', label: 's', items }] }) as unknown as Form;
const choices = ['Côte d’Ivoire', 'Mali', 'Somalia', 'Old Mali'].map((label, i) => ({ code: `c${i}`, label, retired: label.startsWith('Old') }));

it('finds in a long list without case and marks', () => {
  expect(matching(choices, 'cote').map((c) => c.code)).toEqual(['c0']);
  expect(matching(choices, 'MALI').map((c) => c.code)).toEqual(['c1', 'c2']);
  expect(matching(choices, ' ')).toEqual([]);
});

it('offers what stands under the answer above, and keeps what was chosen before it was retired', () => {
  const town = question('town', 'location', { under: 'country', choices: [{ code: 'a', label: 'A', parent: 'x' }, { code: 'b', label: 'B', parent: 'y' }, { code: 'c', label: 'C', parent: 'x', retired: true }] });
  expect(offered(town, 'x', undefined).map((c) => c.code)).toEqual(['a']);
  expect(offered(town, 'x', 'c').map((c) => c.code)).toEqual(['a', 'c']);
  expect(offered(town, undefined, undefined)).toEqual([]);
});

it('edits a group by the form that asks most of what stands in it', () => {
  const forms = [form('closing', question('reason', 'narrative')), form('intake', question('concern', 'narrative'), question('source', 'narrative'))];
  expect(formOf(forms, 'narrative', ['concern', 'source'])?.id).toBe('intake');
  expect(formOf(forms, 'narrative', ['reason'])?.id).toBe('closing');
  expect(formOf(forms, 'health', [])).toBeUndefined();
});

it('a note alone and the rows of a repeat are not edited with a group', () => {
  const section = (items: Question[], repeat = false) => ({ name: 's', label: 's', items, ...(repeat ? { repeat: { kind: 'name', at_least: 0, at_most: 1 } } : {}) });
  expect(holds(section([question('a', 'identity')]), 'identity')).toBe(true);
  expect(holds(section([question('a', 'identity', { type: 'note' })]), 'identity')).toBe(false);
  expect(holds(section([question('a', 'identity')], true), 'identity')).toBe(false);
});
