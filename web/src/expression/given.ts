import { type Blank, blank, stronger, UNDEFINED, type Value } from './value';

type Kind = Exclude<Value['kind'], 'blank' | 'present'>;
type Of<K extends Kind> = Extract<Value, { kind: K }>['value'];

/** What `use` makes of values of these kinds; the strongest reason if any is blank, undefined if any is of another kind. */
export function given<const K extends readonly Kind[]>(
  values: readonly Value[],
  kinds: K,
  use: (...values: { [I in keyof K]: Of<K[I]> }) => Value,
): Value {
  let reason: Blank | undefined;
  kinds.forEach((kind, index) => {
    const value = values[index] ?? UNDEFINED;
    if (value.kind === kind) return;
    const found = value.kind === 'blank' ? value.value : 'undefined';
    reason = reason ? stronger(reason, found) : found;
  });
  if (reason) return blank(reason);
  // Each value is of its kind here, which the loop above can't tell the compiler.
  return use(...(values.map((value) => ('value' in value ? value.value : undefined)) as unknown as { [I in keyof K]: Of<K[I]> }));
}
