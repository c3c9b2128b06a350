// Records and forms: one function per route of the contract, and what goes over it.
import { ask, part } from './ask';
import type { Finding, Instant, Reason } from './types';

export type Line = {
  id: string;
  kind: string;
  area: string;
  /** Without meaning, to be read out or written on paper. */
  code: string;
  title?: string;
  state?: string;
  risk?: string;
  due?: Instant;
  /** Found to be the same as another. */
  merged_into?: string;
  changed: Instant;
  /** Two answers stand in a field that is shown here. */
  conflict?: boolean;
};
export type Lines = { lines: Line[]; next?: string };

/** Asked, and not answered. Not asked is the absence of an answer. */
export type Silence = 'unknown' | 'refused';
/** One answer that stands for a field; more than one is a conflict. */
/** `entries` are all that gave this same answer: whoever changes it names them. */
export type Answer = { entry: string; entries: string[]; value?: unknown; silence?: Silence; by: string; occurred: Instant };
export type GroupShown = { group: string; may_write: boolean; seen_by: string[]; fields: Record<string, Answer[]> };
export type StepShown = {
  command: string;
  label: string;
  /** Must be complete for the step. */
  form?: string;
  /** One of these must be given. */
  reasons?: Choice[];
  /** Sends something to others: taken by the command `send`, with a basis. */
  shares: boolean;
  needs_approval: boolean;
  /** Asked for, and waiting for another person. */
  asked: boolean;
  allowed: boolean;
  why_not: Reason[];
  /** What content says about that. */
  says?: string[];
  due?: Instant;
};
export type FormVersion = { form: string; version: number };
export type RecordShown = Line & {
  form?: FormVersion;
  groups: GroupShown[];
  parts: Line[];
  parent?: Line;
  absorbed?: Line[];
  steps: StepShown[];
  /** What else may be decided: offer, assign, share, merge, withdraw, erase. */
  may: string[];
  offer?: Offer;
  erasure?: { by: string; by_you: boolean; why: string; at: Instant };
  consents?: Consent[];
  /** Of a consent: what it allowed to be shared. */
  carried?: Line[];
  recall_until?: Instant;
};
export type Offer = { line: Line; by: string; agency: string; to: string[]; why: string; at: Instant; yours: boolean; by_you: boolean };
/** `against` is empty while it holds. */
export type Consent = { id: string; code: string; purpose?: string; recipient?: string; recipient_name?: string; against: Reason[] };
export type Colleague = { user: string; name: string; agency: string; agency_name: string; teams: string[]; takes: boolean; approves: boolean };
export type Share = {
  purpose: string; recipient: string; recipient_name?: string; groups: string[];
  basis?: { basis: string; reason: string; supervisor: string };
};
export type Received = {
  at: Instant; by: string; purpose: string; recipient: string; recipient_name?: string; groups: string[]; carrier: Line;
  consent?: string; basis?: string; reason?: string;
};
export type Certificate = { entry: string; record: string; parts: number; why: string; at: Instant; by: string; witness: string };
export type Pair = { one: Line; other: Line; reasons: Reason[] };
export type Pairs = { pairs: Pair[]; looked_at: number; next?: string };
/** What is decided about a record. */
export type Order =
  | { command: 'take'; args: { step: string; reason?: string } }
  | { command: 'agree' | 'accept' | 'withdraw' | 'agree_erase' }
  | { command: 'turn_down' | 'decline' | 'ask_erase' | 'keep'; args: { why: string } }
  | { command: 'send'; args: { step: string; share: Share } }
  | { command: 'disclose'; args: { share: Share } }
  | { command: 'offer'; args: { to: string[]; why: string; share?: Share } }
  | { command: 'assign'; args: { to: string[]; why: string } }
  | { command: 'merge' | 'unmerge'; args: { record: string; why: string } }
  | { command: 'differ'; args: { record: string } };

/** What someone answered to one field; without value and silence it is taken back. */
export type Given = { value?: unknown; silence?: Silence; seen?: string[]; rows?: Record<string, Given>[] };
export type Submission = {
  act: string;
  record: string;
  form: string;
  version: number;
  parent?: string;
  /** Where the form goes with several. */
  area?: string;
  occurred?: Instant;
  answers: Record<string, Given>;
  passed_over?: string[];
};
export type Saved = { record: string; code: string; findings?: Finding[] };
export type Likeness = { line: Line; reasons: Reason[] };

/** `begins` is false for a form that only leads a record on. */
/** `areas` are those in which the asker may begin a record with it. */
export type FormLine = { id: string; version: number; kind: string; area?: string; areas?: string[]; title: string; begins?: boolean; set_locally?: boolean };

export type Choice = { code: string; label: string; parent?: string; retired?: boolean };
export type AnswerType =
  | 'text' | 'long_text' | 'integer' | 'decimal' | 'yes_no' | 'date' | 'instant' | 'age' | 'choice' | 'choices'
  | 'place' | 'point' | 'record' | 'attachment' | 'note';
export type Question = {
  name: string;
  label: string;
  hint?: string;
  type: AnswerType;
  choices?: Choice[];
  /** Only choices whose parent is the answer to this question. */
  under?: string;
  /** Kinds that a record may be of. */
  kinds?: string[];
  group: string;
  sensitivity: 'low' | 'moderate' | 'high' | 'severe';
  relevance?: string;
  constraint?: string;
  constraint_message?: string;
  calculation?: string;
  required: boolean | string;
  may_be_unknown: boolean;
  may_be_refused: boolean;
};
export type Section = { name: string; label: string; relevance?: string; repeat?: Repeat; items: Item[] };
/** Each row is a record of its own. */
export type Repeat = { kind: string; at_least: number; at_most: number };
export type Item = Question | Section;
export type Form = FormLine & { sections: Section[] };

export type ChangeShown = { group: string; field: string; value?: unknown; silence?: Silence; cleared?: boolean; entry: string };
export type Act = { act: string; at: Instant; occurred: Instant; by: string; form?: FormVersion; changes: ChangeShown[]; may_undo: boolean };
/** A link of the audit; `groups` are compartments, written `general/identity`. */
export type Seen = { n: number; at: Instant; by: string; action: string; record?: string; groups: string[]; purpose?: string };
export type Verified = { links: number; ok: boolean; findings: Finding[] };

const query = (values: Record<string, string | undefined>) => {
  const given = Object.entries(values).filter((pair): pair is [string, string] => !!pair[1]);
  return given.length ? `?${given.map(([key, value]) => `${key}=${part(value)}`).join('&')}` : '';
};

export const records = {
  list: (asked: { kind?: string; area?: string; state?: string; mine?: boolean; by_due?: boolean; q?: string; cursor?: string }, signal?: AbortSignal) =>
    ask<Lines>('POST', '/api/records/search', asked, signal),
  show: (id: string, lang: string) => ask<RecordShown>('GET', `/api/records/${part(id)}${query({ lang })}`),
  create: (given: Submission) => ask<Saved>('POST', '/api/records', given),
  write: (given: Submission, lang: string) => ask<RecordShown>('POST', `/api/records/${part(given.record)}/entries${query({ lang })}`, given),
  /** The record as it is after; nothing if the asker can't see it any more. */
  command: (id: string, act: string, order: Order, lang: string) =>
    ask<RecordShown | null>('POST', `/api/records/${part(id)}/commands${query({ lang })}`, { act, ...order }),
  colleagues: (id: string) => ask<Colleague[]>('GET', `/api/records/${part(id)}/colleagues`),
  received: (id: string) => ask<Received[]>('GET', `/api/records/${part(id)}/received`),
  likeRecord: (id: string) => ask<Likeness[]>('GET', `/api/records/${part(id)}/like`),
  pairs: (cursor?: string) => ask<Pairs>('GET', `/api/people/pairs${query({ cursor })}`),
  offers: () => ask<Offer[]>('GET', '/api/offers'),
  certificates: () => ask<Certificate[]>('GET', '/api/audit/certificates'),
  like: (answers: Record<string, Given>, signal?: AbortSignal) => ask<Likeness[]>('POST', '/api/people/like', { answers }, signal),
  history: (id: string) => ask<Act[]>('GET', `/api/records/${part(id)}/history`),
  undo: (act: string) => ask<{ undone: boolean; findings: Finding[] }>('POST', `/api/acts/${part(act)}/undo`),
  seen: (id: string) => ask<Seen[]>('GET', `/api/records/${part(id)}/seen`),
  forms: (lang: string) => ask<FormLine[]>('GET', `/api/forms${query({ lang })}`),
  form: (id: string, lang: string, version?: number) => ask<Form>('GET', `/api/forms/${part(id)}${query({ version: version?.toString(), lang })}`),
  audit: (before?: number) => ask<Seen[]>('GET', `/api/audit${query({ before: before?.toString() })}`),
  verify: () => ask<Verified>('GET', '/api/audit/verify'),
};
