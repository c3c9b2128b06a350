import { Pattern } from './pattern';
import { type Code, type Problem, problem } from './problem';
import { type Token, tokens } from './token';
import { type Comparison, type Expression, FUNCTIONS, type FunctionName, isFunction, type Kind, type Node, type Step } from './tree';

export const MAX_DEPTH = 60;

/** Reads an expression; or says what is wrong: unknown functions, counts and patterns all at once, a fault of syntax at its place. */
export function parse(source: string): Expression | readonly Problem[] {
  const read = tokens(source);
  if ('code' in read) return [read];
  const parser = new Parser(read);
  try {
    const root = parser.whole();
    return parser.problems.length > 0 ? parser.problems : { source, root };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return [...parser.problems, fault.problem];
  }
}

/** What ends parsing. */
class Fault extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

const COMPARISONS: readonly string[] = ['=', '!=', '<', '<=', '>', '>='] satisfies Comparison[];
const OPERATORS = ['and', 'or', 'div', 'mod'];

class Parser {
  /** What doesn't end parsing. */
  readonly problems: Problem[] = [];
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Node {
    const root = this.or();
    if (this.token().kind !== 'end') throw this.fault('unexpected-part');
    return root;
  }

  private or(): Node {
    return this.chain(() => this.and(), (token) => isName(token, 'or'), () => ({ kind: 'or' }));
  }

  private and(): Node {
    return this.chain(() => this.comparison(), (token) => isName(token, 'and'), () => ({ kind: 'and' }));
  }

  private comparison(): Node {
    const left = this.sum();
    const sign = this.token();
    if (!isComparison(sign)) return left;
    this.at++;
    const right = this.sum();
    if (isComparison(this.token())) throw this.fault('chained-comparison');
    return { kind: 'compare', sign: sign.value as Comparison, parts: [left, right], start: left.start, end: right.end };
  }

  private sum(): Node {
    return this.chain(() => this.product(), (token) => isSign(token, '+') || isSign(token, '-'), (steps) => ({ kind: 'sum', steps }));
  }

  private product(): Node {
    const step = (token: Token): boolean => isSign(token, '*') || isName(token, 'div') || isName(token, 'mod');
    return this.chain(() => this.signed(), step, (steps) => ({ kind: 'product', steps }));
  }

  /** One part, or several joined by steps. */
  private chain(part: () => Node, step: (token: Token) => boolean, kind: (steps: Step[]) => Kind): Node {
    const first = part();
    const parts = [first];
    const steps: Step[] = [];
    for (let token = this.token(); step(token); token = this.token()) {
      this.at++;
      steps.push(token.value as Step);
      parts.push(part());
    }
    return steps.length > 0 ? { ...kind(steps), parts, start: first.start, end: parts[parts.length - 1]!.end } : first;
  }

  private signed(): Node {
    const { start } = this.token();
    if (!isSign(this.token(), '-')) return this.primary();
    this.deeper();
    this.at++;
    const part = this.signed();
    this.depth--;
    return { kind: 'negative', parts: [part], start, end: part.end };
  }

  private primary(): Node {
    const token = this.token();
    const { start, end } = token;
    let kind: Kind;
    if (token.kind === 'number') kind = { kind: 'number', value: token.value };
    else if (token.kind === 'text') kind = { kind: 'text', value: token.value };
    else if (token.kind === 'field') kind = { kind: 'field', name: token.value };
    else if (isSign(token, '.')) kind = { kind: 'here' };
    else if (isSign(token, '(')) return this.bracketed(start);
    else if (token.kind === 'name' && isSign(this.token(1), '(')) return this.call(token.value, token);
    else if (token.kind === 'name' && !OPERATORS.includes(token.value)) throw this.fault('bare-name', token.value);
    else throw this.fault('operand-expected');
    this.at++;
    return { ...kind, parts: [], start, end };
  }

  private bracketed(start: number): Node {
    this.deeper();
    this.at++;
    const inner = this.or();
    return { ...inner, start, end: this.close() };
  }

  private call(name: string, at: Token): Node {
    this.deeper();
    this.at += 2;
    const parts: Node[] = [];
    if (name === 'position') {
      if (!isSign(this.token(), '..')) throw this.fault('dots-expected');
      this.at++;
    } else if (!isSign(this.token(), ')')) {
      parts.push(this.or());
      while (isSign(this.token(), ',')) {
        this.at++;
        parts.push(this.or());
      }
    }
    const { start } = at;
    const end = this.close();
    if (!isFunction(name)) {
      this.problems.push(problem('unknown-function', at, name));
      // What stands in for it is never evaluated: a source with a problem gives no expression.
      return { kind: 'call', name: 'true', parts: [], start, end };
    }
    const [least, most] = FUNCTIONS[name];
    if (parts.length < least || parts.length > most) {
      this.problems.push(problem('wrong-count', { start, end }, name));
      return { kind: 'call', name, parts, start, end };
    }
    return { ...this.callKind(name, parts), parts, start, end };
  }

  /** The kind of a call whose count is right; says which parts must be written otherwise. */
  private callKind(name: FunctionName, parts: Node[]): Kind {
    const names = name === 'choice-name' ? 1 : name === 'indexed-repeat' ? 2 : 0;
    for (const part of parts.slice(0, names)) if (part.kind !== 'field') this.problems.push(problem('reference-expected', part));
    const written = name === 'regex' ? parts.pop() : undefined;
    if (written?.kind === 'text') {
      const pattern = Pattern.read(written.value);
      if (pattern instanceof Pattern) return { kind: 'matches', pattern };
      const start = written.end - 1 - Array.from(written.value).length + pattern.at;
      this.problems.push(problem('bad-pattern', { start, end: start + 1 }, pattern.why));
    } else if (written) {
      this.problems.push(problem('literal-expected', written));
    }
    return { kind: 'call', name };
  }

  private close(): number {
    if (!isSign(this.token(), ')')) throw this.fault('bracket-expected');
    const { end } = this.token();
    this.at++;
    this.depth--;
    return end;
  }

  private deeper(): void {
    if (++this.depth > MAX_DEPTH) throw this.fault('too-deep');
  }

  private token(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)]!;
  }

  private fault(code: Code, ...values: string[]): Fault {
    return new Fault(problem(code, this.token(), ...values));
  }
}

const isName = (token: Token, name: string): boolean => token.kind === 'name' && token.value === name;
const isSign = (token: Token, sign: string): boolean => token.kind === 'sign' && token.value === sign;
const isComparison = (token: Token): boolean => token.kind === 'sign' && COMPARISONS.includes(token.value);
