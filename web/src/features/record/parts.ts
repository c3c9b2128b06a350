// What can belong to what. A household holds its members; a person holds names and cases; a case holds what is done in it.
import type { FormLine, Line } from '../../api/records';

const HOLDS: Record<string, string[]> = {
  household: ['person', 'note', 'assessment', 'service', 'consent'],
  person: ['name', 'case', 'assessment', 'incident', 'inquiry', 'service', 'referral', 'note', 'consent'],
  case: ['assessment', 'incident', 'service', 'referral', 'note', 'consent'],
  incident: ['note'],
  inquiry: ['note'],
  referral: ['note'],
  service: ['note'],
};

/** Whether a form makes something that can belong to the record, in its area of work or in one that a case opens anew. */
export function fits(form: FormLine, record: Pick<Line, 'kind' | 'area'>): boolean {
  if (form.begins === false || !HOLDS[record.kind]?.includes(form.kind)) return false;
  return !form.area || form.area === record.area || (record.area === 'general' && form.kind === 'case');
}
