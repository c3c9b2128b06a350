import type { Blank, Value } from './value';

/** What an expression is asked for. */
export type Use = 'relevance' | 'constraint' | 'calculation' | 'guard' | 'screener';

/** What follows: a yes, a no, a screener that can't say and why, or a calculation's value. */
export type Outcome =
  | { readonly kind: 'yes' | 'no' }
  | { readonly kind: 'indeterminate'; readonly value: Blank }
  | { readonly kind: 'keeps'; readonly value: Value };

/** On a blank, relevance hides, a constraint passes, a calculation stays blank, a guard refuses, a screener is indeterminate. */
export function outcome(use: Use, value: Value): Outcome {
  if (use === 'calculation') return { kind: 'keeps', value };
  if (value.kind === 'truth') return { kind: value.value ? 'yes' : 'no' };
  if (use === 'screener') return { kind: 'indeterminate', value: value.kind === 'blank' ? value.value : 'undefined' };
  return { kind: use === 'constraint' ? 'yes' : 'no' };
}
