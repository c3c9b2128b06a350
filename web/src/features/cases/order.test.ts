import { expect, it } from 'vitest';
import type { Line } from '../../api/records';
import { overdue } from './order';

const line = (id: string, due?: string) => ({ id, due }) as Line;

it('late is what is past, and never what has no date', () => {
  const lines = [line('a'), line('b', '2026-03-01T00:00:00Z'), line('c'), line('d', '2026-01-01T00:00:00Z')];
  const now = Date.parse('2026-02-01T00:00:00Z');
  expect(lines.filter((l) => overdue(l, now)).map((l) => l.id)).toEqual(['d']);
});
