// Changes an officer makes to a plan, as values: adding one twice takes it out again.
import type { Changes, Instant } from '../../api/types';

export const none = (): Changes => ({ closed: [], lost: [], chosen: [], pinned: [], held: [] });

export const count = (c: Changes) => c.closed.length + c.lost.length + c.chosen.length + c.pinned.length + c.held.length;

const samePair = (a: { from: string; to: string }, b: { from: string; to: string }) =>
  (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from);

export const isClosed = (c: Changes, from: string, to: string) => c.closed.some((r) => samePair(r, { from, to }));
export const isLost = (c: Changes, vehicle: string) => c.lost.some((l) => l.vehicle === vehicle);
export const isPinned = (c: Changes, vehicle: string) => c.pinned.includes(vehicle);
export const heldCode = (c: Changes, household: string) => c.held.find((h) => h.household === household)?.code;
export const isChosen = (c: Changes, places: string[]) => c.chosen.some((w) => w.places.join('\n') === places.join('\n'));

export const toggleClosed = (from: string, to: string, at: Instant) => (c: Changes): Changes =>
  isClosed(c, from, to)
    ? { ...c, closed: c.closed.filter((r) => !samePair(r, { from, to })) }
    : { ...c, closed: [...c.closed, { from, to, at }] };

export const toggleLost = (vehicle: string, at: Instant) => (c: Changes): Changes =>
  isLost(c, vehicle) ? { ...c, lost: c.lost.filter((l) => l.vehicle !== vehicle) } : { ...c, lost: [...c.lost, { vehicle, at }] };

export const togglePinned = (vehicle: string) => (c: Changes): Changes =>
  isPinned(c, vehicle) ? { ...c, pinned: c.pinned.filter((v) => v !== vehicle) } : { ...c, pinned: [...c.pinned, vehicle] };

/** Holds a household back with a no-boarding code; without a code it is let go. */
export const hold = (household: string, code: string) => (c: Changes): Changes => {
  const others = c.held.filter((h) => h.household !== household);
  return { ...c, held: code === '' ? others : [...others, { household, code }] };
};

/** One way per pair of ends: the last one chosen counts. */
export const toggleChosen = (places: string[]) => (c: Changes): Changes => {
  const ends = (p: string[]) => `${p[0]}\n${p.at(-1)}`;
  const others = c.chosen.filter((w) => ends(w.places) !== ends(places));
  return { ...c, chosen: isChosen(c, places) ? others : [...others, { places }] };
};

/** What the plan already holds together with what is new. */
export function merged(before: Changes | undefined, added: Changes): Changes {
  if (!before) return added;
  const ends = (p: string[]) => `${p[0]}\n${p.at(-1)}`;
  return {
    closed: [...before.closed.filter((r) => !isClosed(added, r.from, r.to)), ...added.closed],
    lost: [...before.lost.filter((l) => !isLost(added, l.vehicle)), ...added.lost],
    chosen: [...before.chosen.filter((w) => !added.chosen.some((a) => ends(a.places) === ends(w.places))), ...added.chosen],
    pinned: [...new Set([...before.pinned, ...added.pinned])],
    held: [...before.held.filter((h) => heldCode(added, h.household) === undefined), ...added.held],
  };
}
