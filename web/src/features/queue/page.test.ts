import { describe, expect, it } from 'vitest';
import type { Queued, Waiting } from '../../api/types';
import { blocked } from './blocked';
import { matching, paged, type Filter } from './page';

const queue: Queued[] = Array.from({ length: 60 }, (_, i) => ({
  household: `H${i + 1}`, people: 3, tier: (i % 4) + 1, site: i < 30 ? 'Boda' : 'Bangui', trip: i % 2 ? 1 : null, pickup: null, destination: null, reasons: [],
}));
const all: Filter = { text: '', tier: 0, what: 'all', site: '' };

describe('pages', () => {
  it.each([
    [0, 1, 25, 0], [1, 26, 50, 1], [2, 51, 60, 2], [99, 51, 60, 2], [-4, 1, 25, 0],
  ])('page %i shows %i to %i', (asked, first, last, page) => {
    expect(paged(queue, asked, 25)).toMatchObject({ first, last, page, pages: 3, total: 60 });
  });

  it('nothing is one empty page', () => {
    expect(paged([], 3, 25)).toMatchObject({ items: [], first: 0, last: 0, pages: 1, page: 0 });
  });
});

describe('filters', () => {
  it('keep the place in the queue', () => {
    expect(matching(queue, { ...all, text: 'h17' }).map((m) => m.at)).toEqual([17]);
    expect(matching(queue, { ...all, tier: 2 })).toHaveLength(15);
    expect(matching(queue, { ...all, what: 'waiting', site: 'Bangui' }).every((m) => m.queued.trip === null && m.queued.site === 'Bangui')).toBe(true);
    expect(matching(queue, { ...all, text: 'boda', what: 'moved' })).toHaveLength(15);
  });
});

describe('those not moved', () => {
  const waits = (household: string, tier: number, code: string, args?: Record<string, string>): Waiting =>
    ({ household, people: 2, tier, site: 'Boda', reason: { code, args }, lifts: [{ code: 'lift-x' }] });

  it('are gathered by what blocks them, the most exposed first, and none is lost', () => {
    const groups = blocked([waits('A', 3, 'full', { destinations: 'Gore' }), waits('B', 1, 'consent', { count: '1', of: '4' }), waits('C', 2, 'consent', { count: '2', of: '3' }), waits('D', 3, 'full', { destinations: 'Mole' })]);
    expect(groups.map((g) => [g.reason.code, g.tier, g.people])).toEqual([['consent', 1, 4], ['full', 3, 2], ['full', 3, 2]]);
    expect(groups.flatMap((g) => g.households)).toHaveLength(4);
  });
});
