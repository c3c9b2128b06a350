// One registration from the first letter to the code on paper. Its identifiers are made once, so that pressing Save again after a lost answer is safe.
import { uuid } from '../../api/ids';
import { records, type Form, type Likeness, type Line, type Saved } from '../../api/records';
import { Asked, Doing } from '../../app/asked.svelte';
import { Filling } from '../form/filling.svelte';
import { isBlank } from '../form/row';

const PAUSE_MS = 450;

/** What keeps a draft from being saved. */
export type Hint = '' | 'hindered' | 'likenesses';

export class Draft {
  readonly filling: Filling;
  readonly like = new Asked<Likeness[]>();
  readonly doing = new Doing();
  saved = $state.raw<Saved | null>(null);
  hint = $state<Hint>('');
  /** Whoever was shown and is someone else. */
  others = $state<Record<string, true>>({});
  /** Rows that were saved already when a later one failed. */
  readonly #sent = new Set<string>();
  readonly #act = uuid();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly form: Form, readonly parent?: string) {
    this.filling = new Filling(form);
  }

  get searches(): boolean {
    return this.form.kind === 'person';
  }

  /** Those that nobody has decided on yet. */
  get undecided(): Line[] {
    return (this.like.value ?? []).map((l) => l.line).filter((line) => !this.others[line.id]);
  }

  /** Looks for people like the one being written down, when typing pauses. */
  lookAlike(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const answers = Object.fromEntries(Object.entries(this.filling.kept()).filter(([, given]) => !isBlank(given) && !given.silence));
      if (Object.keys(answers).length === 0) this.like.value = [];
      else void this.like.ask((signal) => records.like(answers, signal));
    }, PAUSE_MS);
  }

  passOver(lines: Line[]): void {
    for (const line of lines) this.others[line.id] = true;
    if (this.hint === 'likenesses') this.hint = '';
  }

  async save(): Promise<void> {
    if (!this.filling.mayLeave()) return void (this.hint = 'hindered');
    if (this.searches && this.undecided.length > 0) return void (this.hint = 'likenesses');
    this.hint = '';
    const [own, ...rows] = this.filling.submissions(this.#act, this.parent);
    if (!own) return;
    const passed = Object.keys(this.others);
    const done = await this.doing.run(async () => {
      const saved = await records.create(passed.length ? { ...own, passed_over: passed } : own);
      for (const row of rows.filter((r) => !this.#sent.has(r.record))) {
        await records.create(row);
        this.#sent.add(row.record);
      }
      this.saved = saved;
    });
    if (!done) this.filling.turnBack(this.doing.trouble);
    else this.end();
  }

  /** Looks no more. */
  end(): void {
    clearTimeout(this.#timer);
    this.like.end();
  }
}
