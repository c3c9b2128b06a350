import { expect, it } from 'vitest';
import type { RecordShown } from '../../api/records';
import { changes, standing } from './edit';

const answer = (entry: string, value: unknown) => ({ entry, entries: [entry], value, by: 'A', occurred: '2026-01-01T00:00:00Z' });
const record = {
  groups: [
    { group: 'identity', may_write: true, seen_by: [], fields: { sex: [answer('e1', 'female')], birth: [answer('e2', { b: 1, a: 2 })] } },
    { group: 'contact', may_write: true, seen_by: [], fields: { phone: [answer('e3', '1'), answer('e4', '2')], safe: [{ ...answer('e5', undefined), silence: 'refused' }] } },
  ],
} as unknown as RecordShown;

it('a conflict stands blank and keeps all that was seen', () => {
  expect(standing(record)).toEqual({
    answers: { sex: { value: 'female' }, birth: { value: { b: 1, a: 2 } }, safe: { silence: 'refused' } },
    seen: { sex: ['e1'], birth: ['e2'], phone: ['e3', 'e4'], safe: ['e5'] },
  });
});

it.each([
  ['nothing changed, keys in another order', { sex: { value: 'female' }, birth: { value: { a: 2, b: 1 } } }, {}],
  ['a new value names what was seen', { sex: { value: 'male' } }, { sex: { value: 'male', seen: ['e1'] } }],
  ['an emptied field is taken back', { sex: {} }, { sex: { seen: ['e1'] } }],
  ['a silence is a change', { sex: { silence: 'unknown' as const } }, { sex: { silence: 'unknown', seen: ['e1'] } }],
  ['an untouched conflict stays one', { phone: {} }, {}],
  ['a first answer has seen nothing', { nick: { value: 'x' } }, { nick: { value: 'x', seen: [] } }],
])('%s', (_, now, sent) => {
  expect(changes(standing(record), now)).toEqual(sent);
});
