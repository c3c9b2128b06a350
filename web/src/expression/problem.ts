/** Message, with {0} and {1} to fill, and remedy of each code. */
const TEXTS = {
  'bad-pattern': ["this pattern can't be read: {0}", 'use letters, classes, groups, | and * + ? {n,m}; put \\ before a sign meant as itself'],
  'bad-reference': ['this is not a reference to a field', 'write ${name} with letters, digits, _ . and -'],
  'bare-name': ["'{0}' is neither a function nor a field", "write ${name} for a field, 'name' for a text"],
  'bracket-expected': ['a bracket is not closed before this', 'close it with )'],
  'chained-comparison': ['a comparison follows a comparison', 'join two comparisons by and'],
  'differing-types': ["{0} can't stand beside {1}", 'compare or offer values of one type'],
  'dots-expected': ['position() counts rows', 'write position(..)'],
  'empty-text': ['an answer is never an empty text', 'write is-blank() or is-known()'],
  'literal-expected': ['a pattern must be written out', 'write the pattern between quotes'],
  'many-values': ['${{0}} has a value in each row of ${{1}}', 'use count, sum, min, max or indexed-repeat'],
  'no-order': ['{0} has no order', 'compare by = or !=, or number() first'],
  'no-self': ['there is no field here that . could mean', 'write ${name}'],
  'not-a-date': ["'{0}' is not a date", 'write it like 2026-05-17, 2026-05 or 2026'],
  'not-a-repeat': ['this does not fit a repeat that is at hand', 'give a field of a repeat, and the repeat that holds it'],
  'number-too-large': ['this number is too large', 'use a smaller one'],
  'operand-expected': ['a value is missing here', "put a number, 'text', ${field} or function here"],
  'outside-repeat': ['there is no row here', 'use position(..) inside a repeat only'],
  'reference-expected': ['a field must be named here', 'write ${name}'],
  'too-deep': ['brackets, calls or signs stand too deep in each other', 'split it over several calculated fields'],
  'too-long': ['the expression is too long', 'split it over several calculated fields'],
  'too-many-parts': ['the expression has too many parts', 'split it over several calculated fields'],
  'unclosed-text': ['this text has no closing quote', 'end it with the quote it began with'],
  'unexpected-character': ["'{0}' has no meaning here", 'use + - * div mod = != < <= > >= and or, straight quotes, ${field}'],
  'unexpected-part': ['this follows a complete expression', 'join it by an operator, or take it away'],
  'unknown-choice': ["'{0}' is not one of the choices", 'use a code of the list'],
  'unknown-field': ["there is no field '{0}'", 'check the name, or add the field'],
  'unknown-function': ["there is no function '{0}'", 'see the list of functions'],
  'wrong-count': ['{0} takes another number of values', 'see the list of functions'],
  'wrong-type': ['this is {0}, and {1} is needed', 'convert it, or use another field'],
} as const;
export type Code = keyof typeof TEXTS;

/** Something wrong with an expression, at code points start..end of its source. */
export interface Problem {
  readonly code: Code;
  readonly message: string;
  readonly remedy: string;
  readonly start: number;
  readonly end: number;
}

export function problem(code: Code, { start, end }: { start: number; end: number }, ...values: string[]): Problem {
  const [message, remedy] = TEXTS[code];
  const filled = values.reduce((so, value, index) => so.replaceAll(`{${index}}`, () => value), message as string);
  return { code, message: filled, remedy, start, end };
}
