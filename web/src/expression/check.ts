import { period } from './day';
import { type Code, type Problem, problem } from './problem';
import type { Expression, FunctionName, Node } from './tree';
import { BLANKS } from './value';

/** What a field or a part of an expression holds; an age is a number, one choice stands wherever text can. */
export type Type = 'truth' | 'number' | 'text' | 'date' | 'instant' | 'choice' | 'choices' | 'present' | 'repeat';

/** What a form says of one field or repeat: its type, the repeat it stands in, the codes of its list. */
export interface Declaration {
  readonly type: Type;
  readonly repeat?: string;
  readonly codes?: readonly string[];
}

/** What an expression may name, the field that `.` means, and the innermost repeat that it stands in. */
export interface Declared {
  readonly fields: ReadonlyMap<string, Declaration>;
  readonly here?: string | undefined;
  readonly scope?: string | undefined;
}

const DESCRIBED: Record<Type, string> = {
  truth: 'yes or no',
  number: 'a number',
  text: 'a text',
  date: 'a date',
  instant: 'a moment',
  choice: 'a choice',
  choices: 'several choices',
  present: "an answer that rules can't read",
  repeat: 'a repeat',
};
const WRITTEN: Type[] = ['text', 'number', 'truth', 'date', 'instant', 'choices'];
const SINGLE: Type[] = ['text', 'number', 'truth', 'date', 'instant'];
const ORDERED: Type[] = ['number', 'date', 'instant'];

/** What functions of like parts take and give. */
const PLAIN: Partial<Record<FunctionName, readonly [readonly Type[], Type]>> = {
  not: [['truth'], 'truth'],
  int: [['number'], 'number'],
  floor: [['number'], 'number'],
  ceiling: [['number'], 'number'],
  round: [['number'], 'number'],
  number: [['number', 'text', 'truth'], 'number'],
  string: [WRITTEN, 'text'],
  concat: [WRITTEN, 'text'],
  'string-length': [['text'], 'number'],
  contains: [['text'], 'truth'],
  'starts-with': [['text'], 'truth'],
  date: [['date', 'text', 'instant'], 'date'],
  'days-between': [['date'], 'number'],
  'age-years': [['date'], 'number'],
  'hours-between': [['instant'], 'number'],
  true: [[], 'truth'],
  false: [[], 'truth'],
  today: [[], 'date'],
  now: [[], 'instant'],
};

/** Every problem of an expression that is to give `expected`, in the order of its parts. */
export function check(expression: Expression, declared: Declared, expected: Type): Problem[] {
  const checker = new Checker(declared);
  checker.need(expression.root, [expected]);
  return checker.problems;
}

const fits = (a: Type, b: Type): boolean => a === b || (isText(a) && isText(b));
const isText = (type: Type): boolean => type === 'text' || type === 'choice';

class Checker {
  readonly problems: Problem[] = [];

  constructor(private readonly declared: Declared) {}

  /** The type of a single value; nothing once a problem has been told. */
  private one(node: Node): Type | undefined {
    switch (node.kind) {
      case 'number':
      case 'text':
        return node.kind;
      case 'field':
        return this.field(node, node.name);
      case 'here':
        return this.declared.fields.get(this.declared.here ?? '')?.type ?? this.tell('no-self', node);
      case 'or':
      case 'and':
        return this.all(node.parts, ['truth'], 'truth');
      case 'compare':
        return this.compare(node, node.sign === '=' || node.sign === '!=');
      case 'sum':
      case 'product':
      case 'negative':
        return this.all(node.parts, ['number'], 'number');
      case 'call':
        return this.call(node.name, node);
      case 'matches':
        return this.all(node.parts, ['text'], 'truth');
    }
  }

  private field(node: Node, name: string): Type | undefined {
    const declaration = this.declaration(node, name);
    if (!declaration) return undefined;
    if (declaration.type === 'repeat') return this.tell('wrong-type', node, DESCRIBED.repeat, 'a single value');
    if (!this.atHand(declaration.repeat)) return this.tell('many-values', node, name, declaration.repeat ?? '');
    return declaration.type;
  }

  private declaration(node: Node, name: string): Declaration | undefined {
    const found = this.declared.fields.get(name);
    if (!found) this.tell('unknown-field', node, name);
    return found;
  }

  /** Whether what stands in this repeat has one value here. */
  private atHand(repeat: string | undefined): boolean {
    if (repeat === undefined) return true;
    let scope = this.declared.scope;
    // A form whose repeats stand in a circle ends the walk too.
    for (let steps = 0; scope !== undefined && steps <= this.declared.fields.size; steps++) {
      if (scope === repeat) return true;
      scope = this.declared.fields.get(scope)?.repeat;
    }
    return false;
  }

  /** The type, if it is one of these. */
  need(node: Node, any: readonly Type[]): Type | undefined {
    const found = this.one(node);
    if (found === undefined || any.some((wanted) => fits(found, wanted))) return found;
    return this.tell('wrong-type', node, DESCRIBED[found], any.map((type) => DESCRIBED[type]).join(' or '));
  }

  /** Each part is one of these; the whole is `gives`. */
  private all(parts: readonly Node[], any: readonly Type[], gives: Type): Type {
    for (const part of parts) this.need(part, any);
    return gives;
  }

  /** The type that all parts share. */
  private shared(parts: readonly Node[]): Type | undefined {
    let shared: Type | undefined;
    for (const part of parts) {
      const found = this.one(part);
      if (shared === undefined) shared = found;
      else if (found !== undefined && !fits(shared, found)) this.tell('differing-types', part, DESCRIBED[found], DESCRIBED[shared]);
      else if (found !== undefined && shared !== found) shared = 'text';
    }
    return shared;
  }

  private compare(node: Node, equality: boolean): Type | undefined {
    const [left, right] = node.parts;
    if (!left || !right) return undefined;
    if (equality) {
      const empty = node.parts.find((part) => part.kind === 'text' && part.value === '');
      if (empty) {
        this.tell('empty-text', empty);
        return 'truth';
      }
      this.offered(left, [right]);
      this.offered(right, [left]);
    }
    const [a, b] = [left, right].map((part) => (equality ? this.need(part, SINGLE) : this.ordered(part)));
    if (a && b && !fits(a, b)) this.tell('differing-types', node, DESCRIBED[a], DESCRIBED[b]);
    return 'truth';
  }

  private ordered(node: Node): Type | undefined {
    const found = this.one(node);
    return found === undefined || ORDERED.includes(found) ? found : this.tell('no-order', node, DESCRIBED[found]);
  }

  /** Texts written beside a field are codes of its list. */
  private offered(list: Node, written: readonly Node[]): void {
    const field = list.kind === 'field' ? list.name : list.kind === 'here' ? this.declared.here : undefined;
    const reasons = list.kind === 'call' && list.name === 'reason' ? ['known', ...BLANKS] : undefined;
    const codes = this.declared.fields.get(field ?? '')?.codes ?? reasons;
    for (const part of written) {
      if (part.kind === 'text' && codes && !codes.includes(part.value)) this.tell('unknown-choice', part, part.value);
    }
  }

  private call(name: FunctionName, node: Node): Type | undefined {
    const [first = node, ...rest] = node.parts;
    if (name === 'date' && first.kind === 'text' && !period(first.value)) this.tell('not-a-date', first, first.value);
    const plain = PLAIN[name];
    if (plain) return this.all(node.parts, ...plain);
    switch (name) {
      case 'if':
        this.need(first, ['truth']);
        return this.shared(rest);
      case 'coalesce':
        return this.shared(node.parts);
      case 'is-blank':
      case 'is-known':
        return this.one(first) && 'truth';
      case 'reason':
        return this.one(first) && 'choice';
      case 'selected':
      case 'selected-any':
        this.offered(first, rest);
        this.exactly(first, ['choices', 'choice']);
        return this.all(rest, ['text'], 'truth');
      case 'count-selected':
        this.exactly(first, ['choices', 'choice']);
        return 'number';
      case 'selected-at':
        this.exactly(first, ['choices', 'choice']);
        return this.all(rest, ['number'], 'choice');
      case 'choice-name':
        this.exactly(first, ['choice']);
        return this.all(rest, ['text'], 'text');
      case 'count':
        if (!this.many(first) && !(first.kind === 'field' && this.declared.fields.get(first.name)?.type === 'repeat')) this.notARepeat(first);
        return 'number';
      case 'sum': {
        const found = this.many(first);
        if (!found) return this.notARepeat(first);
        return found === 'number' ? found : this.tell('wrong-type', first, DESCRIBED[found], DESCRIBED.number);
      }
      case 'min':
      case 'max':
        return this.extreme(node.parts);
      case 'indexed-repeat':
        this.all(rest.slice(1), ['number'], 'number');
        return this.row(first, rest[0]);
      case 'position':
        return this.declared.scope === undefined ? this.tell('outside-repeat', node) : 'number';
      default:
        // A `regex` that was read is of kind 'matches'.
        return undefined;
    }
  }

  /** One of these types itself; a text doesn't stand for a choice here. */
  private exactly(node: Node, any: readonly [Type, ...Type[]]): void {
    const found = this.one(node);
    if (found !== undefined && !any.includes(found)) this.tell('wrong-type', node, DESCRIBED[found], DESCRIBED[any[0]]);
  }

  /** The type of a field that has a value in each row, seen from here. */
  private many(node: Node): Type | undefined {
    const declaration = node.kind === 'field' ? this.declared.fields.get(node.name) : undefined;
    return declaration && declaration.type !== 'repeat' && !this.atHand(declaration.repeat) ? declaration.type : undefined;
  }

  private notARepeat(node: Node): undefined {
    if (node.kind === 'field' && !this.declared.fields.has(node.name)) return this.tell('unknown-field', node, node.name);
    return this.tell('not-a-repeat', node);
  }

  private extreme(parts: readonly Node[]): Type | undefined {
    let shared: Type | undefined;
    for (const part of parts) {
      const found = this.many(part) ?? this.one(part);
      if (found === undefined) continue;
      if (found !== 'number' && found !== 'date') this.tell('wrong-type', part, DESCRIBED[found], 'a number or a date');
      else if (shared === undefined) shared = found;
      else if (shared !== found) this.tell('differing-types', part, DESCRIBED[found], DESCRIBED[shared]);
    }
    return shared;
  }

  /** A field of a repeat that itself has one list of rows here. */
  private row(field: Node, repeat: Node | undefined): Type | undefined {
    if (field.kind !== 'field' || repeat?.kind !== 'field') return undefined;
    const declaration = this.declaration(field, field.name);
    const around = this.declaration(repeat, repeat.name);
    if (!declaration || !around) return undefined;
    const fitting = around.type === 'repeat' && declaration.repeat === repeat.name && this.atHand(around.repeat);
    return fitting ? declaration.type : this.tell('not-a-repeat', repeat);
  }

  private tell(code: Code, node: Node, ...values: string[]): undefined {
    this.problems.push(problem(code, node, ...values));
  }
}
