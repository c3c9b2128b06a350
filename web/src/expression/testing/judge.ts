import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Twin from '../index';
import type { Expression, Node, Problem, Type, Use } from '../index';
import { type Fields, fields, type Json, json, value, written } from './notation';

/** The functions of the language, ours or a mutant's. */
export type Language = Pick<typeof Twin, 'check' | 'evaluate' | 'outcome' | 'parse' | 'print'>;

type Told = readonly (readonly [string, number, number])[];
type Answers = { readonly [key: string]: Json };

/** content/expressions/vectors.json. */
interface Vectors {
  readonly now: string;
  readonly offset_hours: number;
  readonly choice_names: Json;
  readonly fields: Fields;
  readonly evaluate: readonly {
    readonly about: string;
    readonly type: Type;
    readonly here?: string;
    readonly scope?: string;
    readonly unchecked?: boolean;
    readonly cases: readonly (readonly [string, Answers, Json])[];
  }[];
  readonly outcomes: readonly (readonly [Use, Json, Json])[];
  readonly reading: readonly (readonly [string, Told])[];
  readonly checking: readonly (readonly [string, Type, Told, (string | null)?, (string | null)?])[];
  readonly printing: readonly (readonly [string, string])[];
}

/** A line of `fuzz-cases`: a source, and what the Rust twin made of it. */
interface Case {
  readonly source: string;
  readonly type: Type;
  readonly here: string | null;
  readonly scope: string | null;
  readonly reading?: readonly Problem[];
  readonly checking?: readonly Problem[];
  readonly printed?: string;
  readonly records?: readonly { readonly with: Answers; readonly now: string; readonly value: Json }[];
}

const ROOT = join(import.meta.dirname, '../../../..');
// Both files are made by this project; what isn't as declared fails the tests that read it.
export const VECTORS = JSON.parse(readFileSync(join(ROOT, 'content/expressions/vectors.json'), 'utf8')) as Vectors;
const DECLARATIONS = fields(VECTORS.fields);

/** Random cases from the Rust twin. */
export function fuzzCases(seed: number, count: number): Case[] {
  const command = ['run', '--quiet', '--locked', '--package', 'content', '--example', 'fuzz-cases', '--', String(seed), String(count)];
  const lines = execFileSync('cargo', command, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 30 }).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Case);
}

/** Whatever a language says otherwise than the worked examples. */
export function* vectorFaults(language: Language): Generator<string> {
  const told = (problems: readonly Problem[]): Told => problems.map((p) => [p.code, p.start, p.end]);
  const printsAgain = (source: string): string | undefined => {
    const expression = language.parse(source);
    return 'root' in expression ? unstable(language, expression) : `${source}: can't be read`;
  };
  for (const { type, here, scope, unchecked, cases } of VECTORS.evaluate) {
    for (const [source, record, expected] of cases) {
      const expression = language.parse(source);
      if (!('root' in expression)) {
        yield `${source}: can't be read: ${JSON.stringify(expression)}`;
        continue;
      }
      const problems = unchecked ? [] : language.check(expression, { fields: DECLARATIONS, here, scope }, type);
      const found = json(language.evaluate(expression, written(record, VECTORS.now, VECTORS.offset_hours, VECTORS.choice_names)));
      const wanted = json(value(type === 'number' && typeof expected === 'string' ? Number(expected) : expected));
      yield* differs(`${source} with ${JSON.stringify(record)}`, [found, told(problems)], [wanted, []]);
      yield* [unstable(language, expression)].filter((fault) => fault !== undefined);
    }
  }
  for (const [source, expected] of VECTORS.reading) {
    const found = language.parse(source);
    yield* differs(source, 'root' in found ? [] : told(found), expected);
  }
  for (const [source, type, expected, here, scope] of VECTORS.checking) {
    const expression = language.parse(source);
    const declared = { fields: DECLARATIONS, here: here ?? undefined, scope: scope ?? undefined };
    yield* differs(source, 'root' in expression ? told(language.check(expression, declared, type)) : told(expression), expected);
    yield* [printsAgain(source)].filter((fault) => fault !== undefined);
  }
  for (const [use, result, expected] of VECTORS.outcomes) {
    const found = language.outcome(use, value(result));
    const plain: Json =
      found.kind === 'keeps' ? { keeps: json(found.value) } : found.kind === 'indeterminate' ? { indeterminate: found.value } : found.kind;
    yield* differs(`${use} of ${JSON.stringify(result)}`, plain, expected);
  }
  for (const [source, expected] of VECTORS.printing) {
    const expression = language.parse(source);
    yield* differs(source, 'root' in expression ? language.print(expression) : null, expected);
  }
}

/** Whatever a language says otherwise than the Rust twin. */
export function* fuzzFaults(language: Language, cases: readonly Case[]): Generator<string> {
  for (const { source, type, here, scope, reading, checking, printed, records = [] } of cases) {
    const expression = language.parse(source);
    if (!('root' in expression)) {
      yield* differs(source, plain(expression), plain(reading));
      continue;
    }
    const declared = { fields: DECLARATIONS, here: here ?? undefined, scope: scope ?? undefined };
    const problems = language.check(expression, declared, type);
    yield* differs(source, [plain(problems), language.print(expression)], [plain(checking), printed ?? null]);
    yield* [unstable(language, expression)].filter((fault) => fault !== undefined);
    for (const record of records) {
      const found = language.evaluate(expression, written(record.with, record.now, VECTORS.offset_hours, VECTORS.choice_names));
      yield* differs(`${source} with ${JSON.stringify(record.with)} at ${record.now}`, json(found), record.value);
    }
  }
}

/** What isn't the same tree, or not the same text, when it is printed and read again. */
function unstable(language: Language, expression: Expression): string | undefined {
  const printed = language.print(expression);
  const again = language.parse(printed);
  const stable = 'root' in again && same(bare(again.root), bare(expression.root)) && language.print(again) === printed;
  return stable ? undefined : `${expression.source}: printed as ${printed}`;
}

const plain = (problems: readonly Problem[] | undefined): Json =>
  (problems ?? []).map(({ code, message, remedy, start, end }) => ({ code, message, remedy, start, end }));

/** A tree without places. */
const bare = (node: Node): Json =>
  JSON.parse(JSON.stringify(node, (key, inner: Json) => (['start', 'end', 'states'].includes(key) ? undefined : inner))) as Json;

function* differs(about: string, found: Json, wanted: Json): Generator<string> {
  if (!same(found, wanted)) yield `${about}: ${JSON.stringify(found)} in place of ${JSON.stringify(wanted)}`;
}

/** Same structure, same bits. */
function same(a: Json | undefined, b: Json | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return left.size === right.size && [...left].every(([key, inner]) => same(inner, right.get(key)));
}
