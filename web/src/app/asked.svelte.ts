// What a page asked the server for, and what became of it: each page draws the same states in the same way.
import { Trouble } from '../api/ask';
import { provePresence } from './proof.svelte';

const RETRY_MS = 4000;
const NEEDS_PROOF = new Set(['access-step-up', 'step-up-needed']);

/** Something to be read. The newest question counts; while the server is away it asks again by itself and keeps what is shown. */
export class Asked<T> {
  value = $state.raw<T | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  offlineSince = $state.raw<Date | null>(null);
  loading = $state(false);
  #turn = 0;
  #stop: AbortController | null = null;

  async ask(question: (signal: AbortSignal) => Promise<T>): Promise<void> {
    const turn = ++this.#turn;
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    this.loading = true;
    for (;;) {
      try {
        const value = await question(stop.signal);
        if (turn !== this.#turn) return;
        this.value = value;
        this.trouble = null;
        this.offlineSince = null;
        break;
      } catch (error) {
        if (turn !== this.#turn) return;
        if (!(error instanceof Trouble)) throw error;
        if (error.kind !== 'offline') {
          this.trouble = error;
          this.offlineSince = null;
          break;
        }
        this.offlineSince ??= new Date();
        await new Promise((done) => setTimeout(done, RETRY_MS));
        if (turn !== this.#turn) return;
      }
    }
    this.loading = false;
  }

  /** Asks no more. */
  end(): void {
    this.#turn += 1;
    this.#stop?.abort();
    this.loading = false;
  }
}

/** Something to be done: once at a time, with what went wrong; asks for a fresh proof of who asks where that is needed. */
export class Doing {
  busy = $state(false);
  trouble = $state.raw<Trouble | null>(null);

  /** Whether it was done. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.trouble = null;
    try {
      await work().catch(async (error: unknown) => {
        if (!(error instanceof Trouble) || !NEEDS_PROOF.has(error.problem.code) || !(await provePresence())) throw error;
        return work();
      });
      return true;
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      this.trouble = error;
      return false;
    } finally {
      this.busy = false;
    }
  }
}
