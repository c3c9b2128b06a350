// Field groups in the order in which one asks about a person; others come last, as they were sent.
import type { GroupShown } from '../../api/records';

const ORDER = ['identity', 'contact', 'location', 'needs', 'health', 'narrative', 'legal', 'consent', 'photo', 'alleged', 'decision', 'card'];

export function inOrder(groups: GroupShown[]): GroupShown[] {
  const place = ({ group }: GroupShown) => (ORDER.includes(group) ? ORDER.indexOf(group) : ORDER.length);
  return groups.toSorted((a, b) => place(a) - place(b));
}
