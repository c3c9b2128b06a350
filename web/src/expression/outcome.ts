import type { Blank, Value } from './value';

/** What an expression is asked for. */
export type Use = 'relevance' | 'constraint' | 'calculation' | 'guard' | 'screener';

/** What follows: a yes, a no, a screener that can't say and why, or a calculation's value. */
export type Outcome = 'yes' | 'no' | { readonly indeterminate: Blank } | { readonly keeps: Value };

/** On a blank, relevance hides, a constraint passes, a calculation stays blank, a guard refuses, a screener is indeterminate. */
export function outcome(use: Use, value: Value): Outcome {
  if (use === 'calculation') return { keeps: value };
  if (value.kind === 'truth') return value.value ? 'yes' : 'no';
  if (use === 'screener') return { indeterminate: value.kind === 'blank' ? value.value : 'undefined' };
  return use === 'constraint' ? 'yes' : 'no';
}
