// Looks at what was filled in through the form's rules: what is shown, what is calculated, what still hinders.
import type { Form, Item, Question } from '../../api/records';
import type { Day } from '../../expression/day';
import { evaluate } from '../../expression/evaluate';
import { outcome, type Use } from '../../expression/outcome';
import { parse } from '../../expression/parse';
import type { Expression } from '../../expression/tree';
import { blank, UNDEFINED, type Environment, type Value } from '../../expression/value';
import { isSection } from './form';
import { isBlank, type Row } from './row';
import { seen, type Moment } from './values';

/** A row through the rules. */
export type Look = { shown: Record<string, boolean>; values: Record<string, Value>; rows: Record<string, Look[]> };

/** Why a form can't be left: nothing answered, not an answer of this type, or turned back by the constraint. */
export type Hindrance = 'required' | 'unreadable' | 'constraint' | 'too-few';

/** A chain of rules longer than this isn't followed; forms are checked against circles when they are read. */
const MOST_PASSES = 20;

const parsed = new Map<string, Expression | undefined>();
function expression(source: string): Expression | undefined {
  if (!parsed.has(source)) {
    const read = parse(source);
    parsed.set(source, 'root' in read ? read : undefined);
  }
  return parsed.get(source);
}

type Place = { repeats: string[]; item: Item };
export type Step = { repeat: string; index: number };

/** The form with what was filled in, at one moment. */
export class Looker {
  readonly #places = new Map<string, Place>();

  constructor(readonly form: Form, readonly moment: Moment, readonly language: string) {
    const place = (item: Item, repeats: string[]): void => {
      this.#places.set(item.name, { repeats, item });
      if (isSection(item)) item.items.forEach((inner) => place(inner, item.repeat ? [...repeats, item.name] : repeats));
    };
    form.sections.forEach((section) => place(section, []));
  }

  /** What follows from the answers. A hidden question counts as not asked for every other rule, whatever was answered. */
  look(root: Row): Look {
    let look: Look = empty();
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      const next = this.#pass(root, look);
      if (JSON.stringify(next) === JSON.stringify(look)) break;
      look = next;
    }
    return look;
  }

  #pass(root: Row, before: Look): Look {
    // What this pass has decided already counts for what comes after it.
    const now = structuredClone(before);
    const walk = (items: Item[], row: Row, look: Look, path: Step[], around: boolean): void => {
      for (const item of items) {
        const shown = around && (item.relevance === undefined || this.#says(item.relevance, 'relevance', now, path));
        look.shown[item.name] = shown;
        if (!isSection(item)) {
          look.values[item.name] = shown ? this.#valueOf(item, row, now, path) : blank('not-asked');
        } else if (item.repeat) {
          const rows = shown ? (row.rows[item.name] ?? []) : [];
          const looks = rows.map((_, i) => look.rows[item.name]?.[i] ?? empty());
          look.rows[item.name] = looks;
          rows.forEach((inner, index) => walk(item.items, inner, looks[index]!, [...path, { repeat: item.name, index }], true));
        } else {
          walk(item.items, row, look, path, shown);
        }
      }
    };
    walk(this.form.sections, root, now, [], true);
    return now;
  }

  #valueOf(question: Question, row: Row, look: Look, path: Step[]): Value {
    if (question.calculation === undefined) return seen(question, row.given[question.name], this.moment);
    const rule = expression(question.calculation);
    return rule ? evaluate(rule, this.#environment(look, path)) : UNDEFINED;
  }

  #says(source: string, use: Use, look: Look, path: Step[], here?: Value): boolean {
    const rule = expression(source);
    return outcome(use, rule ? evaluate(rule, this.#environment(look, path, here)) : UNDEFINED).kind === 'yes';
  }

  isRequired(question: Question, look: Look, path: Step[] = []): boolean {
    return question.required === true || (typeof question.required === 'string' && this.#says(question.required, 'guard', look, path));
  }

  /** What hinders leaving, by the path to the row and the name of the question. */
  hindrances(root: Row, look: Look): { path: Step[]; name: string; why: Hindrance }[] {
    const found: { path: Step[]; name: string; why: Hindrance }[] = [];
    const walk = (items: Item[], row: Row, rowLook: Look, path: Step[]): void => {
      for (const item of items) {
        if (!rowLook.shown[item.name]) continue;
        if (!isSection(item)) {
          const why = this.#hinders(item, row, rowLook, look, path);
          if (why) found.push({ path, name: item.name, why });
        } else if (item.repeat) {
          const rows = row.rows[item.name] ?? [];
          if (rows.length < item.repeat.at_least) found.push({ path, name: item.name, why: 'too-few' });
          rows.forEach((inner, index) => walk(item.items, inner, rowLook.rows[item.name]?.[index] ?? empty(), [...path, { repeat: item.name, index }]));
        } else {
          walk(item.items, row, rowLook, path);
        }
      }
    };
    walk(this.form.sections, root, look, []);
    return found;
  }

  #hinders(question: Question, row: Row, rowLook: Look, look: Look, path: Step[]): Hindrance | undefined {
    if (question.calculation !== undefined || question.type === 'note') return undefined;
    const given = row.given[question.name];
    if (isBlank(given)) return this.isRequired(question, look, path) ? 'required' : undefined;
    if (given?.silence) return undefined;
    const value = rowLook.values[question.name] ?? UNDEFINED;
    if (value.kind === 'blank') return 'unreadable';
    return question.constraint !== undefined && !this.#says(question.constraint, 'constraint', look, path, value) ? 'constraint' : undefined;
  }

  #environment(look: Look, path: Step[], here: Value = UNDEFINED): Environment {
    const shared = (repeats: string[]) => {
      let count = 0;
      while (count < repeats.length && path[count]?.repeat === repeats[count]) count++;
      return count;
    };
    const row = (steps: Step[]): Look | undefined => steps.reduce<Look | undefined>((at, step) => at?.rows[step.repeat]?.[step.index], look);
    const below = (name: string, repeats: string[], from: number): Value[] => {
      const start = row(path.slice(0, from));
      const rows = repeats.slice(from).reduce<Look[]>((all, repeat) => all.flatMap((one) => one.rows[repeat] ?? []), start ? [start] : []);
      return rows.map((one) => one.values[name] ?? blank('not-asked'));
    };
    return {
      value: (field) => {
        const place = this.#places.get(field);
        if (!place) return UNDEFINED;
        const near = shared(place.repeats);
        if (isSection(place.item)) {
          return place.item.repeat ? { kind: 'rows', value: row(path.slice(0, near))?.rows[field]?.length ?? 0 } : UNDEFINED;
        }
        if (near < place.repeats.length) return { kind: 'many', value: below(field, place.repeats, near) };
        return row(path.slice(0, near))?.values[field] ?? blank('not-asked');
      },
      here: () => here,
      rows: (field) => {
        const place = this.#places.get(field);
        return place ? below(field, place.repeats, Math.min(shared(place.repeats), Math.max(0, place.repeats.length - 1))) : [];
      },
      position: () => {
        const last = path.at(-1);
        return last && last.index + 1;
      },
      now: () => this.moment.now,
      localDate: (at): Day => this.moment.localDate(at),
      // The form comes in one language; a label in another isn't known here.
      choiceName: (field, code, language) => {
        const item = this.#places.get(field)?.item;
        return item && !isSection(item) && language === this.language ? item.choices?.find((c) => c.code === code)?.label : undefined;
      },
    };
  }
}

export const empty = (): Look => ({ shown: {}, values: {}, rows: {} });
