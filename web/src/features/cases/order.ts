// The order in which a caseworker takes a caseload.
import type { Line } from '../../api/records';

export const overdue = (line: Line, now = Date.now()) => line.due !== undefined && Date.parse(line.due) < now;

/** What is due first comes first; what has no date comes after it, in the order it was sent. */
export function byDue(lines: Line[]): Line[] {
  const due = (line: Line) => (line.due === undefined ? Infinity : Date.parse(line.due));
  return lines.toSorted((a, b) => (due(a) === due(b) ? 0 : due(a) - due(b)));
}
