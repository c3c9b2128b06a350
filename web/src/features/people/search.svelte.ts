// What is looked for among people, kept while one looks at a record and comes back; never in the address.
import { records, type Line } from '../../api/records';
import { Asked } from '../../app/asked.svelte';

const PAUSE_MS = 180;

export class Search {
  text = $state('');
  kind = $state<'person' | 'household'>('person');
  /** The first part; further parts come after it. */
  readonly asked = new Asked<{ lines: Line[]; next?: string }>();
  more = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Looks again when typing pauses. */
  typed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.look(), PAUSE_MS);
  }

  look(): void {
    clearTimeout(this.#timer);
    const { kind } = this;
    const q = this.text.trim();
    void this.asked.ask((signal) => records.list({ kind, q }, signal));
  }

  async next(): Promise<void> {
    const shown = this.asked.value;
    if (!shown?.next || this.more) return;
    this.more = true;
    const { kind } = this;
    const q = this.text.trim();
    await this.asked.ask(async (signal) => {
      const part = await records.list({ kind, q, cursor: shown.next }, signal);
      return { lines: [...shown.lines, ...part.lines], next: part.next };
    });
    this.more = false;
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.asked.end();
    this.asked.value = null;
    this.text = '';
    this.kind = 'person';
  }
}
