// From a record to what can be edited, and from what was edited to what is sent.
import type { Given, RecordShown } from '../../api/records';

/** What stands in each field, and which entries said so. */
export type Standing = { answers: Record<string, Given>; seen: Record<string, string[]> };

/** A field in conflict stands blank: it is settled in its own panel. */
export function standing(record: RecordShown): Standing {
  const all: Standing = { answers: {}, seen: {} };
  for (const { fields } of record.groups) {
    for (const [field, answers] of Object.entries(fields)) {
      all.seen[field] = answers.flatMap((a) => a.entries);
      const [only] = answers;
      if (only && answers.length === 1) all.answers[field] = only.silence ? { silence: only.silence } : { value: only.value };
    }
  }
  return all;
}

/** What is different now, each with the answers seen; a field that was emptied is taken back. */
export function changes(before: Standing, now: Record<string, Given>): Record<string, Given> {
  const changed: Record<string, Given> = {};
  for (const [field, given] of Object.entries(now)) {
    const was = before.answers[field] ?? {};
    const conflict = (before.seen[field]?.length ?? 0) > 1;
    const blank = given.value === undefined && !given.silence;
    if (same(was, given) || (conflict && blank)) continue;
    changed[field] = { ...given, seen: before.seen[field] ?? [] };
  }
  return changed;
}

const same = (a: Given, b: Given) => a.silence === b.silence && JSON.stringify(sorted(a.value)) === JSON.stringify(sorted(b.value));

/** With keys in one order, so that two equal values are written alike. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
