// Who is on no trip, gathered by what blocks them and what would lift it.
import type { Reason, Waiting } from '../../api/types';

export type Blocked = { key: string; reason: Reason; lifts: Reason[]; households: Waiting[]; people: number; tier: number };

const same = (r: Reason) => `${r.code} ${JSON.stringify(Object.entries(r.args ?? {}).filter(([key]) => !OWN.has(key)).sort())}`;
/** Values that differ from one household to the next without making it another reason. */
const OWN = new Set(['household', 'row', 'count', 'of', 'trip', 'seats', 'bays', 'stretchers']);

/** Groups, the most exposed first, then the most people. */
export function blocked(waiting: Waiting[]): Blocked[] {
  const groups = new Map<string, Blocked>();
  for (const w of waiting) {
    const key = [w.reason, ...w.lifts].map(same).join('|');
    const group = groups.get(key);
    if (group) {
      group.households.push(w);
      group.people += w.people;
      group.tier = Math.min(group.tier, w.tier);
    } else groups.set(key, { key, reason: w.reason, lifts: w.lifts, households: [w], people: w.people, tier: w.tier });
  }
  return [...groups.values()].sort((a, b) => a.tier - b.tier || b.people - a.people || a.key.localeCompare(b.key));
}
