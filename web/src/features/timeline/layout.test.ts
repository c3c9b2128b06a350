import { describe, expect, it } from 'vitest';
import type { Operation, Plan, Trip } from '../../api/types';
import { index } from '../movements/index';
import { bars, segments, share } from './layout';

const trip = (id: number, vehicle: string, depart: string, end: string): Trip => ({
  id, vehicle, configuration: { seats: 40, bays: 0, stretchers: 0 },
  stops: [
    { place: 'Depot', arrive: depart, begin: depart, depart },
    { place: 'Boda', arrive: depart.replace(':00Z', ':30Z'), begin: depart.replace(':00Z', ':30Z'), depart: depart.replace(':00Z', ':45Z'), board: ['H1', 'H2'] },
    { place: 'Gore', arrive: end, begin: end, depart: end, alight: ['H1', 'H2'] },
  ],
  legs: [{ stretches: [], km: 5, risk: 0.001 }, { stretches: [], km: 300, risk: 0.01 }],
});
const queued = (household: string, people: number, tier: number) =>
  ({ household, people, tier, site: 'Boda', trip: 1, pickup: null, destination: null, reasons: [] });
const plan = { trips: [trip(1, 'bus-1', '2014-01-15T05:00:00Z', '2014-01-15T12:00:00Z'), trip(2, 'bus-1', '2014-01-15T13:00:00Z', '2014-01-15T16:00:00Z')], queue: [queued('H1', 5, 1), queued('H2', 3, 3)] } as unknown as Plan;
const operation = { vehicles: [{ id: 'bus-1' }, { id: 'bus-2' }] } as unknown as Operation;

describe('trips on a line of time', () => {
  const facts = index(plan, operation);
  const [from, to] = [Date.parse('2014-01-15T00:00:00Z'), Date.parse('2014-01-16T00:00:00Z')];

  it('knows people, tiers, ends and vehicles without a trip', () => {
    expect(facts.trips.get(1)).toMatchObject({ people: 8, households: 2, tiers: [5, 0, 3, 0], from: ['Boda'], to: ['Gore'], km: 305 });
    expect(facts.byVehicle.get('bus-2')).toEqual([]);
    expect(facts.places.get('H2')).toBe(2);
  });

  it('bars begin and end where the trip does', () => {
    const [first, second] = bars(facts.byVehicle.get('bus-1')!, from, to);
    expect(first?.span.start).toBeCloseTo(5 / 24);
    expect(first?.span.size).toBeCloseTo(7 / 24);
    expect([first?.lane, second?.lane]).toEqual([0, 0]);
  });

  it('trips that overlap stand in lanes of their own', () => {
    const both = [facts.trips.get(1)!, { ...facts.trips.get(2)!, depart: '2014-01-15T06:00:00Z' }];
    expect(bars(both, from, to).map((b) => b.lane)).toEqual([0, 1]);
  });

  it('tells empty legs from those with people', () => {
    expect(segments(plan.trips[0]!).map((s) => s.loaded)).toEqual([false, true]);
  });

  it('keeps to the line', () => {
    expect([share(-5, 0, 10), share(5, 0, 10), share(15, 0, 10), share(1, 3, 3)]).toEqual([0, 0.5, 1, 0]);
  });
});
