/** The language of rules: the twin of `content::expression`; content/expressions/language.md is the specification of both. */
export { check, type Declaration, type Declared, type Type } from './check';
export { type Day, dayText, fromCivil, period } from './day';
export { evaluate } from './evaluate';
export { type Outcome, outcome, type Use } from './outcome';
export { parse } from './parse';
export { print } from './print';
export type { Code, Problem } from './problem';
export { type Expression, type Node, references } from './tree';
export { type Between, BLANKS, type Blank, type Environment, type Value } from './value';
