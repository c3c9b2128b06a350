// A form being filled in: answers, rows, and what the rules make of them at each keystroke.
import type { Trouble } from '../../api/ask';
import type { Form, Given, Question, Submission } from '../../api/records';
import type { Finding } from '../../api/types';
import { fromCivil } from '../../expression/day';
import { language, zone } from '../../text/text.svelte';
import { toWall } from '../../text/time';
import { allQuestions, questionOf } from './form';
import { empty, type Hindrance, type Look, Looker, type Step } from './look';
import { isBlank, newRow, type Row } from './row';
import type { Moment } from './values';

/** The present on the calendar of the page. */
function present(): Moment {
  const localDate = (at: number) => {
    const [year, month, day] = toWall(at * 1000, zone()).slice(0, 10).split('-').map(Number);
    return fromCivil(year ?? 1970, month ?? 1, day ?? 1) ?? 0;
  };
  return { now: Math.floor(Date.now() / 1000), localDate };
}

/** The server names a field, and the row of the innermost repeat. */
const refusedKey = (name: string, path: Step[]) => `${name}#${path.length ? (path.at(-1)?.index ?? 0) + 1 : ''}`;

const key = (path: Step[], name: string) => [...path.map((s) => `${s.repeat}.${s.index}`), name].join('/');

export class Filling {
  root: Row;
  /** Leaving was tried: from now on what hinders is shown everywhere, before that only where someone has been. */
  tried = $state(false);
  /** What the server turned back, by field and row. */
  refused = $state.raw<Record<string, Finding>>({});
  /** What it turned back without naming a question of this form. */
  otherwise = $state.raw<Finding[]>([]);
  #been = $state<Record<string, true>>({});
  readonly #looker: Looker;
  readonly look: Look;
  readonly #hindrances: Map<string, Hindrance>;

  constructor(readonly form: Form, given: Record<string, Given> = {}) {
    this.root = $state(newRow(given));
    this.#looker = new Looker(form, present(), language());
    this.look = $derived(this.#looker.look(this.root));
    this.#hindrances = $derived(new Map(this.#looker.hindrances(this.root, this.look).map((h) => [key(h.path, h.name), h.why])));
  }

  give(row: Row, path: Step[], name: string, given: Given): void {
    row.given[name] = given;
    this.#been[key(path, name)] = true;
    const { [refusedKey(name, path)]: _, ...rest } = this.refused;
    this.refused = rest;
  }

  leave(path: Step[], name: string): void {
    this.#been[key(path, name)] = true;
  }

  addRow(row: Row, repeat: string): void {
    row.rows[repeat] = [...(row.rows[repeat] ?? []), newRow()];
  }

  dropRow(row: Row, repeat: string, index: number): void {
    row.rows[repeat]?.splice(index, 1);
  }

  isRequired(question: Question, path: Step[]): boolean {
    return this.#looker.isRequired(question, this.look, path);
  }

  /** What hinders at a question, if it is time to say so: a blank is no fault before one tries to leave. */
  hindrance(path: Step[], name: string): Hindrance | undefined {
    const why = this.#hindrances.get(key(path, name));
    return this.tried || (why !== 'required' && this.#been[key(path, name)]) ? why : undefined;
  }

  get hindered(): number {
    return this.#hindrances.size;
  }

  /** Whether the form, or only one group of it, can be sent; from now on what hinders is shown. */
  mayLeave(group?: string): boolean {
    this.tried = true;
    if (!group) return this.hindered === 0;
    const own = new Set(allQuestions(this.form).filter((q) => q.group === group).map((q) => q.name));
    return ![...this.#hindrances.keys()].some((name) => own.has(name));
  }

  /** Answers of the record itself that are shown and not calculated, by field; blank ones too, so that an emptied answer is noticed. */
  kept(group?: string): Record<string, Given> {
    return this.#kept(this.root, this.look, allQuestions(this.form).filter((q) => !group || q.group === group));
  }

  #kept(row: Row, look: Look, questions: Question[]): Record<string, Given> {
    const asked = questions.filter((q) => q.type !== 'note' && q.calculation === undefined);
    const own = asked.filter((q) => q.name in row.given);
    return Object.fromEntries(own.map((q) => [q.name, look.shown[q.name] ? plain(row.given[q.name]) : {}]));
  }

  /** Everything answered, the rows of repeats included. */
  answers(): Record<string, Given> {
    const questions = allQuestions(this.form);
    const given = (row: Row, look: Look): Record<string, Given> => {
      const own = Object.entries(this.#kept(row, look, questions)).filter(([, answer]) => !isBlank(answer));
      const repeats = Object.entries(row.rows).filter(([name]) => look.rows[name]?.length);
      const rows = repeats.map(([name, all]): [string, Given] => [name, { rows: all.map((inner, i) => given(inner, look.rows[name]?.[i] ?? empty())) }]);
      return Object.fromEntries([...own, ...rows]);
    };
    return given(this.root, this.look);
  }

  /** What is to be sent for a new record. */
  submission(act: string, parent?: string): Submission {
    const { form } = this;
    return { act, record: this.root.id, form: form.id, version: form.version, ...(parent ? { parent } : {}), answers: this.answers() };
  }

  /** What the server turned back at a question. */
  refusal(path: Step[], name: string): Finding | undefined {
    return this.refused[refusedKey(name, path)];
  }

  /** Shows what the server found where it belongs. */
  turnBack(trouble: Trouble | null): void {
    const findings = (trouble?.problem as { findings?: Finding[] } | undefined)?.findings ?? [];
    const named = findings.filter((f) => f.column && questionOf(this.form, f.column));
    this.refused = Object.fromEntries(named.map((f) => [`${f.column}#${f.row ?? ''}`, f]));
    this.otherwise = findings.filter((f) => !named.includes(f));
  }
}

/** An answer as it is sent: without what the page keeps beside it. */
function plain(given: Given | undefined): Given {
  if (!given || isBlank(given)) return {};
  return given.silence ? { silence: given.silence } : { value: $state.snapshot(given.value) };
}
