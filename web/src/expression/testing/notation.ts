import { dayText, period } from '../day';
import type { Declaration, Type } from '../check';
import { type Between, type Blank, BLANKS, type Environment, type Value } from '../value';

/** The notation of content/expressions/vectors.json: values and environments as JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Fields = { readonly [name: string]: { readonly type: Type; readonly repeat?: string; readonly codes?: readonly string[] } };

export const fields = (json: Fields): Map<string, Declaration> => new Map(Object.entries(json));

export const seconds = (written: string): number => Date.parse(written) / 1000;
const instantText = (at: number): string => new Date(at * 1000).toISOString().replace('.000Z', 'Z');

/** `true`, `5`, `[17, 18]`, `"text"`, or an object that names its kind. */
export function value(json: Json): Value {
  if (typeof json === 'boolean') return { kind: 'truth', value: json };
  if (typeof json === 'number') return { kind: 'number', value: { lo: json, hi: json } };
  if (typeof json === 'string') return { kind: 'text', value: json };
  if (json === null) throw new Error('null is no value');
  if (isList(json)) return { kind: 'number', value: { lo: Number(json[0]), hi: Number(json[1]) } };
  const [kind, inner] = Object.entries(json)[0]!;
  switch (kind) {
    case 'blank':
      return { kind, value: blankCalled(String(inner)) };
    case 'date':
      return { kind, value: isList(inner) ? { lo: ends(inner[0]).lo, hi: ends(inner[1]).hi } : ends(inner) };
    case 'instant':
      return { kind, value: seconds(String(inner)) };
    case 'choices':
      return { kind, value: isList(inner) ? inner.map(String) : [] };
    case 'many':
      return { kind, value: isList(inner) ? inner.map(value) : [] };
    case 'rows':
      return { kind, value: Number(inner) };
    default:
      return { kind: 'present' };
  }
}

/** The same, back. */
export function json(value: Value): Json {
  switch (value.kind) {
    case 'number':
      return value.value.lo === value.value.hi ? value.value.lo : [value.value.lo, value.value.hi];
    case 'truth':
    case 'text':
      return value.value;
    case 'date':
      return { date: [dayText(value.value.lo), dayText(value.value.hi)] };
    case 'instant':
      return { instant: instantText(value.value) };
    case 'many':
      return { many: value.value.map(json) };
    case 'present':
      return { present: true };
    default:
      return { [value.kind]: value.value };
  }
}

const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json);

function blankCalled(name: string): Blank {
  const found = BLANKS.find((reason) => reason === name);
  if (!found) throw new Error(`no reason ${name}`);
  return found;
}

function ends(written: Json | undefined): Between {
  const found = period(String(written));
  if (!found) throw new Error(`${String(written)} is no date`);
  return found;
}

/** A record written down: `with` holds fields, `.`, `#position` and `#rows`; what isn't there was not asked. */
export function written(record: { readonly [key: string]: Json }, now: string, offsetHours: number, choiceNames: Json): Environment {
  const find = (name: string): Value => (name in record ? value(record[name]!) : { kind: 'blank', value: 'not-asked' });
  const under = (json: Json | undefined, key: string): Json | undefined =>
    typeof json === 'object' && json !== null && !isList(json) ? json[key] : undefined;
  return {
    value: find,
    here: () => find('.'),
    rows: (field) => {
      const rows = under(record['#rows'], field);
      return isList(rows) ? rows.map(value) : [];
    },
    position: () => ('#position' in record ? Number(record['#position']) : undefined),
    now: () => seconds(now),
    localDate: (at) => Math.floor((at + offsetHours * 3600) / 86400),
    choiceName: (field, code, language) => {
      const name = under(under(under(choiceNames, field), code), language);
      return typeof name === 'string' ? name : undefined;
    },
  };
}
