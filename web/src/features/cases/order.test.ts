import { expect, it } from 'vitest';
import type { Line } from '../../api/records';
import { byDue, overdue } from './order';

const line = (id: string, due?: string) => ({ id, due }) as Line;

it('late first, undated last and in place', () => {
  const lines = [line('a'), line('b', '2026-03-01T00:00:00Z'), line('c'), line('d', '2026-01-01T00:00:00Z')];
  expect(byDue(lines).map((l) => l.id)).toEqual(['d', 'b', 'a', 'c']);
  const now = Date.parse('2026-02-01T00:00:00Z');
  expect(lines.filter((l) => overdue(l, now)).map((l) => l.id)).toEqual(['d']);
});
