import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem, Type, Use } from '../index';
import type { Fields, Json } from './notation';

type Told = readonly (readonly [string, number, number])[];
type Record = { readonly [key: string]: Json };

/** content/expressions/vectors.json. */
export interface Vectors {
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
    readonly cases: readonly (readonly [string, Record, Json])[];
  }[];
  readonly outcomes: readonly (readonly [Use, Json, Json])[];
  readonly reading: readonly (readonly [string, Told])[];
  readonly checking: readonly (readonly [string, Type, Told, (string | null)?, (string | null)?])[];
  readonly printing: readonly (readonly [string, string])[];
}

export function vectors(): Vectors {
  // The file is ours, and the tests fail on what isn't as this says.
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../../../content/expressions/vectors.json'), 'utf8')) as Vectors;
}

export const told = (problems: readonly Problem[]): [string, number, number][] => problems.map((p) => [p.code, p.start, p.end]);
