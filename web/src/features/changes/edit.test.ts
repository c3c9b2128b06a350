import { describe, expect, it } from 'vitest';
import * as edit from './edit';

const AT = '2014-01-15T04:30:00Z';

describe('changes', () => {
  it('done twice are undone, from either end of a road', () => {
    const closed = edit.toggleClosed('Boda', 'Bangui', AT)(edit.none());
    expect(edit.isClosed(closed, 'Bangui', 'Boda')).toBe(true);
    expect(edit.count(edit.toggleClosed('Bangui', 'Boda', AT)(closed))).toBe(0);
    const lost = edit.toggleLost('bus-1', AT)(edit.togglePinned('bus-2')(edit.none()));
    expect([edit.isLost(lost, 'bus-1'), edit.isPinned(lost, 'bus-2'), edit.count(lost)]).toEqual([true, true, 2]);
    expect(edit.count(edit.toggleLost('bus-1', AT)(edit.togglePinned('bus-2')(lost)))).toBe(0);
  });

  it('one way per pair of ends, one code per household', () => {
    const one = edit.toggleChosen(['A', 'B', 'C'])(edit.none());
    const other = edit.toggleChosen(['A', 'D', 'C'])(one);
    expect(other.chosen).toEqual([{ places: ['A', 'D', 'C'] }]);
    expect(edit.toggleChosen(['A', 'D', 'C'])(other).chosen).toEqual([]);
    const held = edit.hold('H1', 'NB07')(edit.hold('H1', 'NB02')(edit.none()));
    expect(edit.heldCode(held, 'H1')).toBe('NB07');
    expect(edit.hold('H1', '')(held).held).toEqual([]);
  });

  it('joined to what the plan holds, the newer one counts', () => {
    const before = edit.toggleChosen(['A', 'B', 'C'])(edit.toggleClosed('A', 'B', AT)(edit.none()));
    const joined = edit.merged(before, edit.toggleChosen(['A', 'D', 'C'])(edit.togglePinned('bus-1')(edit.none())));
    expect(joined).toEqual({ closed: before.closed, lost: [], chosen: [{ places: ['A', 'D', 'C'] }], pinned: ['bus-1'], held: [] });
    expect(edit.merged(undefined, before)).toBe(before);
  });
});
