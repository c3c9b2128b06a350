// Walking through a form.
import type { Item, Question, Section } from '../../api/records';

export const isSection = (item: Item): item is Section => 'items' in item;

/** Every question in order, those inside repeats included. */
export function allQuestions(form: { sections: Section[] }): Question[] {
  const within = (item: Item): Question[] => (isSection(item) ? item.items.flatMap(within) : [item]);
  return form.sections.flatMap(within);
}

export const questionOf = (form: { sections: Section[] }, name: string) => allQuestions(form).find((q) => q.name === name);

/** Whether anything in the section belongs to the group. A row of a repeat is a record of its own and is edited there. */
export function holds(section: Section, group: string): boolean {
  return !section.repeat && section.items.some((item) => (isSection(item) ? holds(item, group) : item.group === group && item.type !== 'note'));
}

/** The choices of a question that can be chosen: those not retired, and only those under the parent's answer where there is one. */
export function offered(question: Question, parent: unknown, chosen: unknown): NonNullable<Question['choices']> {
  const kept = new Set(Array.isArray(chosen) ? chosen : [chosen]);
  return (question.choices ?? []).filter((c) => kept.has(c.code) || (!c.retired && (!question.under || c.parent === parent)));
}
