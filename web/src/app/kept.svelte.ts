// What someone left unfinished, kept in memory alone while they look elsewhere or the screen is locked; gone when another person comes.
import { session } from './session.svelte';

let owner = '';
const all = new Map<string, { value: unknown; forget: () => void }>();

/** What was kept under a name, or a new one. */
export function kept<T>(name: string, make: () => T, forget: (value: T) => void = () => {}): T {
  const who = session.who?.user ?? '';
  if (who !== owner) {
    all.forEach((one) => one.forget());
    all.clear();
    owner = who;
  }
  const found = all.get(name);
  if (found) return found.value as T;
  const value = make();
  all.set(name, { value, forget: () => forget(value) });
  return value;
}

export function letGo(name: string): void {
  all.get(name)?.forget();
  all.delete(name);
}
