import { numberText } from './range';
import type { Expression, Node } from './tree';

/** The canonical source; reading it gives an equal expression, and printing that gives the same text. */
export const print = (expression: Expression): string => node(expression.root);

/** How tightly a part holds together; a part of a chain needs brackets unless it holds tighter than the chain. */
const TIGHTNESS: Partial<Record<Node['kind'], number>> = { or: 1, and: 2, compare: 3, sum: 4, product: 5, negative: 6 };
const tightness = (part: Node): number => TIGHTNESS[part.kind] ?? 7;

function node(part: Node): string {
  switch (part.kind) {
    case 'number':
      return numberText(part.value);
    case 'text':
      return quoted(part.value);
    case 'field':
      return `\${${part.name}}`;
    case 'here':
      return '.';
    case 'or':
    case 'and':
      return chain(part, () => part.kind);
    case 'compare':
      return chain(part, () => part.sign);
    case 'sum':
    case 'product':
      return chain(part, (index) => part.steps[index]!);
    case 'negative':
      // A sign may follow a sign.
      return `-${bracketed(part.parts[0]!, 5)}`;
    case 'call':
      return part.name === 'position' ? 'position(..)' : `${part.name}(${part.parts.map(node).join(', ')})`;
    case 'matches':
      return `regex(${part.parts.map(node).join('')}, ${quoted(part.pattern.source)})`;
  }
}

function chain(whole: Node, sign: (index: number) => string): string {
  return whole.parts.map((part, index) => (index > 0 ? ` ${sign(index - 1)} ` : '') + bracketed(part, tightness(whole))).join('');
}

const bracketed = (part: Node, tighterThan: number): string => (tightness(part) <= tighterThan ? `(${node(part)})` : node(part));

function quoted(text: string): string {
  const quote = text.includes("'") ? '"' : "'";
  return quote + text + quote;
}
