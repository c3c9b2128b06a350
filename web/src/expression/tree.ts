import type { Pattern } from './pattern';

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type Step = '+' | '-' | '*' | 'div' | 'mod';

/** Each function with the least and most values it takes; the specification says what each gives. */
export const FUNCTIONS = {
  'age-years': [1, 2],
  'choice-name': [2, 2],
  ceiling: [1, 1],
  coalesce: [2, 99],
  concat: [1, 99],
  contains: [2, 2],
  count: [1, 1],
  'count-selected': [1, 1],
  date: [1, 1],
  'days-between': [2, 2],
  false: [0, 0],
  floor: [1, 1],
  'hours-between': [2, 2],
  if: [3, 3],
  'indexed-repeat': [3, 3],
  int: [1, 1],
  'is-blank': [1, 1],
  'is-known': [1, 1],
  max: [1, 99],
  min: [1, 99],
  not: [1, 1],
  now: [0, 0],
  number: [1, 1],
  position: [0, 0],
  reason: [1, 1],
  regex: [2, 2],
  round: [1, 2],
  selected: [2, 2],
  'selected-any': [2, 99],
  'selected-at': [2, 2],
  'starts-with': [2, 2],
  string: [1, 1],
  'string-length': [1, 1],
  sum: [1, 1],
  today: [0, 0],
  true: [0, 0],
} as const satisfies Record<string, readonly [number, number]>;
export type FunctionName = keyof typeof FUNCTIONS;

export const isFunction = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name);

/** What a part of an expression is; chains are flat, so that depth grows with brackets only. */
export type Kind =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'here' | 'or' | 'and' | 'negative' }
  | { readonly kind: 'compare'; readonly sign: Comparison }
  | { readonly kind: 'sum' | 'product'; readonly steps: readonly Step[] }
  | { readonly kind: 'call'; readonly name: FunctionName }
  | { readonly kind: 'matches'; readonly pattern: Pattern };

/** A part and the code points start..end of the source that it stands at. */
export type Node = Kind & { readonly parts: readonly Node[]; readonly start: number; readonly end: number };

/** A parsed expression; only parse makes one. */
export interface Expression {
  readonly source: string;
  readonly root: Node;
}

/** The fields and repeats that an expression names by ${}. */
export function references(expression: Expression): Set<string> {
  const found = new Set<string>();
  const collect = (node: Node): void => {
    if (node.kind === 'field') found.add(node.name);
    node.parts.forEach(collect);
  };
  collect(expression.root);
  return found;
}
