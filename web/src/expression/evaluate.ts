import { call } from './functions';
import { given } from './given';
import { step } from './range';
import type { Comparison, Expression, Node } from './tree';
import { type Between, type Blank, between, blank, type Environment, number, reasonOf, sound, stronger, text, truth, UNDEFINED, type Value } from './value';

/** The value of an expression; total: what the checker would have turned away gives undefined. */
export const evaluate = (expression: Expression, environment: Environment): Value => value(expression.root, environment);

export function value(node: Node, environment: Environment): Value {
  const parts = (): Value[] => node.parts.map((part) => value(part, environment));
  switch (node.kind) {
    case 'number':
      return number(node.value);
    case 'text':
      return text(node.value);
    case 'field':
      return sound(environment.value(node.name));
    case 'here':
      return sound(environment.here());
    case 'or':
      return decided(parts(), true);
    case 'and':
      return decided(parts(), false);
    case 'compare': {
      const [left = UNDEFINED, right = UNDEFINED] = parts();
      return compare(node.sign, left, right);
    }
    case 'sum':
    case 'product':
      return parts().reduce((total, next, index) => given([total, next], ['number', 'number'], (a, b) => step(node.steps[index - 1]!, a, b)));
    case 'negative':
      return given(parts(), ['number'], ({ lo, hi }) => between(-hi, -lo));
    case 'call':
      return call(node.name, node.parts, environment);
    case 'matches':
      return given(parts(), ['text'], (written) => {
        const matches = node.pattern.matches(written);
        return matches === undefined ? UNDEFINED : truth(matches);
      });
  }
}

/** Kleene's or (decided by a true) and and (decided by a false): a blank counts only while nothing has decided. */
export function decided(values: readonly Value[], by: boolean): Value {
  let reason: Blank | undefined;
  for (const value of values) {
    if (value.kind === 'truth') {
      if (value.value === by) return truth(by);
    } else {
      const found = value.kind === 'blank' ? value.value : 'undefined';
      reason = reason ? stronger(reason, found) : found;
    }
  }
  return reason ? blank(reason) : truth(!by);
}

function compare(sign: Comparison, left: Value, right: Value): Value {
  const reason = reasonOf([left, right]);
  if (reason) return blank(reason);
  if ((left.kind === 'number' && right.kind === 'number') || (left.kind === 'date' && right.kind === 'date')) {
    return ranges(sign, left.value, right.value);
  }
  if (left.kind === 'instant' && right.kind === 'instant') {
    return ranges(sign, { lo: left.value, hi: left.value }, { lo: right.value, hi: right.value });
  }
  if (left.kind !== right.kind || (left.kind !== 'text' && left.kind !== 'truth')) return UNDEFINED;
  const equal = left.value === (right as typeof left).value;
  return sign === '=' ? truth(equal) : sign === '!=' ? truth(!equal) : UNDEFINED;
}

/** True or false where every pair from the two ranges says so; else imprecise. */
function ranges(sign: Comparison, a: Between, b: Between): Value {
  const [always, never] = {
    '=': [a.lo === b.hi && a.hi === b.lo, a.hi < b.lo || b.hi < a.lo],
    '!=': [a.hi < b.lo || b.hi < a.lo, a.lo === b.hi && a.hi === b.lo],
    '<': [a.hi < b.lo, a.lo >= b.hi],
    '<=': [a.hi <= b.lo, a.lo > b.hi],
    '>': [a.lo > b.hi, a.hi <= b.lo],
    '>=': [a.lo >= b.hi, a.hi < b.lo],
  }[sign];
  return always ? truth(true) : never ? truth(false) : blank('imprecise');
}
