// Records and forms: one function per route of the contract; the types are written from it.
import { call } from './ask';
import type { Changed, ChoiceShown, FormShown, ItemShown, QuestionShown, SectionShown } from './generated';
import type { Command, Given, Submission } from './generated';

export type { Act, Answer, FormLine, FormVersion, Given, GroupShown, Likeness, Line, Lines, RecordShown, Saved, Seen, Silence, StepShown, Submission, Verified } from './generated';
export type { FormShown as Form };
export type ChangeShown = Changed;
export type Choice = ChoiceShown;
export type Question = QuestionShown;
export type Section = SectionShown;
export type Item = ItemShown;

export const records = {
  list: (body: { kind?: string; area?: string; state?: string; mine?: boolean; q?: string; cursor?: string }, signal?: AbortSignal) =>
    call('POST /api/records/search', { body }, signal),
  show: (id: string, lang: string) => call('GET /api/records/{id}', { path: { id }, query: { lang } }),
  create: (body: Submission) => call('POST /api/records', { body }),
  write: (body: Submission, lang: string) => call('POST /api/records/{id}/entries', { path: { id: body.record }, query: { lang }, body }),
  command: (id: string, body: Command, lang: string) => call('POST /api/records/{id}/commands', { path: { id }, query: { lang }, body }),
  like: (answers: Record<string, Given>, signal?: AbortSignal) => call('POST /api/people/like', { body: { answers } }, signal),
  history: (id: string) => call('GET /api/records/{id}/history', { path: { id } }),
  undo: (act: string) => call('POST /api/acts/{act}/undo', { path: { act } }),
  seen: (id: string) => call('GET /api/records/{id}/seen', { path: { id } }),
  forms: (lang: string) => call('GET /api/forms', { query: { lang } }),
  form: (form: string, lang: string, version?: number) => call('GET /api/forms/{form}', { path: { form }, query: { version, lang } }),
  audit: (before?: number) => call('GET /api/audit', { query: { before } }),
  verify: () => call('GET /api/audit/verify', {}),
};
