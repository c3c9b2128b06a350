// What is shared, with whom and on what basis, as it is filled in.
import type { Consent, Form, RecordShown, Share } from '../../api/records';
import { questionOf } from '../form/form';

export type Sharing = {
  /** A consent's identifier, or `other`. */
  on: string;
  groups: string[];
  purpose: string;
  recipient: string;
  name: string;
  basis: string;
  reason: string;
  supervisor: string;
};

/** Groups that leave with a record: those with something in them, and never what was decided or agreed to. */
export function shareable(record: RecordShown): string[] {
  const kept = new Set(['card', 'decision', 'consent']);
  return record.groups.filter((g) => !kept.has(g.group) && Object.keys(g.fields).length > 0).map((g) => g.group);
}

const named = (record: RecordShown): unknown => record.groups.flatMap((g) => g.fields['consent'] ?? [])[0]?.value;

/** Begins with the consent that the record names, else with the first that holds; `agency` prefers one that names it. */
export function begin(record: RecordShown, agency?: string): Sharing {
  const holding = (record.consents ?? []).filter((consent) => consent.against.length === 0);
  const first = agency ? holding.find((c) => (c.recipient_name ?? c.recipient) === agency) : (holding.find((c) => c.id === named(record)) ?? holding[0]);
  return { on: first?.id ?? (holding.length || !record.consents?.length ? '' : 'other'), groups: shareable(record), purpose: '', recipient: '', name: '', basis: '', reason: '', supervisor: '' };
}

/** What is sent; nothing while something is missing. */
export function share(record: RecordShown, given: Sharing): Share | null {
  const consent = record.consents?.find((c) => c.id === given.on);
  if (consent?.purpose && consent.recipient) {
    return { purpose: consent.purpose, recipient: consent.recipient, recipient_name: consent.recipient_name, groups: given.groups };
  }
  const { purpose, recipient, basis, supervisor } = given;
  const reason = given.reason.trim();
  if (given.on !== 'other' || !purpose || !recipient || !basis || !reason || !supervisor) return null;
  return { purpose, recipient, recipient_name: given.name.trim() || undefined, groups: given.groups, basis: { basis, reason, supervisor } };
}

/** A code of the consent form in words. */
export function sayCode(form: Form | null, field: 'purpose' | 'recipient', code: string | undefined): string {
  const question = form ? questionOf(form, field) : undefined;
  return question?.choices?.find((choice) => choice.code === code)?.label ?? code ?? '';
}

export const sayRecipient = (form: Form | null, consent: Pick<Consent, 'recipient' | 'recipient_name'>) => consent.recipient_name ?? sayCode(form, 'recipient', consent.recipient);
