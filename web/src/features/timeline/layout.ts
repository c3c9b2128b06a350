// Where trips stand on a line of time, as shares of its length.
import type { Trip } from '../../api/types';
import type { TripFacts } from '../movements/index';

export type Span = { start: number; size: number };
export type Segment = Span & { loaded: boolean };
export type Bar = { fact: TripFacts; span: Span; segments: Segment[]; lane: number };

/** Share of `[from, to]` that a moment lies at, kept within 0 and 1. */
export function share(at: number, from: number, to: number): number {
  return to <= from ? 0 : Math.min(1, Math.max(0, (at - from) / (to - from)));
}

export function span(a: number, b: number, from: number, to: number): Span {
  const start = share(a, from, to);
  return { start, size: Math.max(0, share(b, from, to) - start) };
}

/** Bars of one vehicle; those that would overlap get lanes of their own. */
export function bars(facts: TripFacts[], from: number, to: number): Bar[] {
  const ends: number[] = [];
  return [...facts].sort((a, b) => a.depart.localeCompare(b.depart)).map((fact) => {
    const [start, end] = [Date.parse(fact.depart), Date.parse(fact.end)];
    let lane = ends.findIndex((e) => e <= start);
    if (lane < 0) lane = ends.length;
    ends[lane] = end;
    return { fact, lane, span: span(start, end, from, to), segments: segments(fact.trip) };
  });
}

/** Legs of a trip as shares of the trip, each with whether anyone is on board. */
export function segments(trip: Trip): Segment[] {
  const [from, to] = [Date.parse(trip.stops[0]?.depart ?? ''), Date.parse(trip.stops.at(-1)?.depart ?? '')];
  let aboard = 0;
  return trip.stops.slice(0, -1).map((stop, i) => {
    aboard += (stop.board?.length ?? 0) - (stop.alight?.length ?? 0);
    const next = trip.stops[i + 1];
    return { loaded: aboard > 0, ...span(Date.parse(stop.depart), Date.parse(next?.arrive ?? stop.depart), from, to) };
  });
}
