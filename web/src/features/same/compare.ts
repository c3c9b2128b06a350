// Two records side by side, field by field.
import type { Answer, Form, Given, RecordShown } from '../../api/records';
import { questionOf } from '../form/form';

export type Row = { group: string; field: string; one: Answer[]; other: Answer[]; differs: boolean };

const said = (answers: Answer[]) => JSON.stringify(answers.map(({ value, silence }) => [value ?? null, silence ?? null]).toSorted());

/** Every field that either holds, those that differ first within their group. */
export function compare(one: RecordShown, other: RecordShown): Row[] {
  const groups = [...new Set([...one.groups, ...other.groups].map((g) => g.group))];
  const of = (record: RecordShown, group: string) => record.groups.find((g) => g.group === group)?.fields ?? {};
  return groups.flatMap((group) => {
    const [left, right] = [of(one, group), of(other, group)];
    const rows = [...new Set([...Object.keys(left), ...Object.keys(right)])].map((field) => {
      const [a, b] = [left[field] ?? [], right[field] ?? []];
      return { group, field, one: a, other: b, differs: said(a) !== said(b) };
    });
    return rows.toSorted((a, b) => Number(b.differs) - Number(a.differs));
  });
}

/** Whether an answer of the other can be taken over: there is one, and a form of the record that stays asks for it. */
export function canTake(row: Row, from: Answer[], stays: RecordShown, form: Form | null): boolean {
  const mayWrite = stays.groups.find((g) => g.group === row.group)?.may_write === true;
  return row.differs && from.length === 1 && mayWrite && form !== null && questionOf(form, row.field) !== undefined;
}

/** What is written to the record that stays: the answers taken, each having seen what stood there. */
export function taken(rows: Row[], fields: string[], keepsOne: boolean): Record<string, Given> {
  const answers = rows.filter((row) => fields.includes(row.field)).map((row): [string, Given] => {
    const [from, to] = keepsOne ? [row.other, row.one] : [row.one, row.other];
    const [answer] = from;
    const seen = to.flatMap((a) => a.entries);
    return [row.field, answer?.silence ? { silence: answer.silence, seen } : { value: answer?.value, seen }];
  });
  return Object.fromEntries(answers);
}
