// A fresh proof of who asks, for what leaves, ends or opens doors. The shell draws the dialog while someone waits for it.

let waiting = $state.raw<((proved: boolean) => void) | null>(null);

export const proofWanted = () => waiting !== null;

/** Asks for the proof; gives whether it was given. */
export function provePresence(): Promise<boolean> {
  waiting?.(false);
  return new Promise((done) => (waiting = done));
}

export function proofGiven(given: boolean): void {
  waiting?.(given);
  waiting = null;
}
