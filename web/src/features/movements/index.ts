// A plan looked up from every side: by household, by trip, by road.
import type { Operation, Plan, Queued, Trip } from '../../api/types';

export type TripFacts = {
  trip: Trip;
  people: number;
  households: number;
  tiers: [number, number, number, number];
  from: string[];
  to: string[];
  depart: string;
  end: string;
  km: number;
  risk: number;
};

export type Index = {
  households: Map<string, Queued>;
  places: Map<string, number>;
  trips: Map<number, TripFacts>;
  byVehicle: Map<string, TripFacts[]>;
};

export function index(plan: Plan, operation: Operation | null): Index {
  const households = new Map(plan.queue.map((q) => [q.household, q]));
  const places = new Map(plan.queue.map((q, i) => [q.household, i + 1]));
  const trips = new Map(plan.trips.map((trip) => [trip.id, facts(trip, households)]));
  const byVehicle = new Map<string, TripFacts[]>((operation?.vehicles ?? []).map((v) => [v.id, []]));
  for (const fact of trips.values()) {
    const own = byVehicle.get(fact.trip.vehicle);
    if (own) own.push(fact);
    else byVehicle.set(fact.trip.vehicle, [fact]);
  }
  return { households, places, trips, byVehicle };
}

function facts(trip: Trip, households: Map<string, Queued>): TripFacts {
  const tiers: TripFacts['tiers'] = [0, 0, 0, 0];
  let [people, count] = [0, 0];
  for (const household of trip.stops.flatMap((s) => s.board ?? [])) {
    const queued = households.get(household);
    count += 1;
    people += queued?.people ?? 0;
    if (queued && queued.tier >= 1 && queued.tier <= 4) tiers[(queued.tier - 1) as 0 | 1 | 2 | 3] += queued.people;
  }
  const names = (key: 'board' | 'alight') => [...new Set(trip.stops.filter((s) => s[key]?.length).map((s) => s.place))];
  return {
    trip, people, households: count, tiers,
    from: names('board'),
    to: names('alight'),
    depart: trip.stops[0]?.depart ?? '',
    end: trip.stops.at(-1)?.depart ?? '',
    km: trip.legs.reduce((sum, leg) => sum + leg.km, 0),
    risk: trip.legs.reduce((sum, leg) => sum + leg.risk, 0),
  };
}
