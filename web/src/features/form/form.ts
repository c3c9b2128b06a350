// Walking through a form.
import type { Choice, Form, Item, Question, Section } from '../../api/records';

export const isSection = (item: Item): item is Section => 'items' in item;

/** Every question in order, those inside repeats included. */
export function allQuestions(form: { sections: Section[] }): Question[] {
  const within = (item: Item): Question[] => (isSection(item) ? item.items.flatMap(within) : [item]);
  return form.sections.flatMap(within);
}

export const questionOf = (form: { sections: Section[] }, name: string) => allQuestions(form).find((q) => q.name === name);

/** The question of the first form that asks it. */
export function findQuestion(forms: Form[], name: string): Question | undefined {
  for (const form of forms) {
    const found = questionOf(form, name);
    if (found) return found;
  }
  return undefined;
}

/** The form by which a group of a record is best edited: the one that asks most of what stands in it. */
export function formOf(forms: Form[], group: string, fields: string[]): Form | undefined {
  const asks = (form: Form) => allQuestions(form).filter((q) => q.group === group && q.calculation === undefined && q.type !== 'note').map((q) => q.name);
  const fit = (form: Form) => {
    const names = new Set(asks(form));
    return names.size === 0 ? 0 : 1 + fields.filter((field) => names.has(field)).length;
  };
  const [best] = forms.filter((form) => fit(form) > 0).sort((a, b) => fit(b) - fit(a));
  return best;
}

/** Whether anything in the section belongs to the group. A row of a repeat is a record of its own and is edited there. */
export function holds(section: Section, group: string): boolean {
  return !section.repeat && section.items.some((item) => (isSection(item) ? holds(item, group) : item.group === group && item.type !== 'note'));
}

/** The choices of a question that can be chosen: those not retired, and only those under the parent's answer where there is one. */
export function offered(question: Question, parent: unknown, chosen: unknown): NonNullable<Question['choices']> {
  const kept = new Set(Array.isArray(chosen) ? chosen : [chosen]);
  return (question.choices ?? []).filter((c) => kept.has(c.code) || (!c.retired && (!question.under || c.parent === parent)));
}

/** Without case and marks, so that "ali" finds "Ali" and "cote" finds "Côte". */
const plainly = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The choices whose label holds what was typed, those that begin with it first; none while nothing is typed. */
export function matching(choices: Choice[], typed: string): Choice[] {
  const wanted = plainly(typed.trim());
  if (wanted === '') return [];
  const found = choices.filter((c) => !c.retired && plainly(c.label).includes(wanted));
  const begins = (c: Choice) => plainly(c.label).startsWith(wanted);
  return [...found.filter(begins), ...found.filter((c) => !begins(c))];
}
