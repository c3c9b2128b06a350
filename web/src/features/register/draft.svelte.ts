// One registration from the first letter to the code on paper. Its identifiers are made once, so that pressing Save again after a lost answer is safe.
import { uuid } from '../../api/ids';
import { records, type Form, type Likeness, type Line, type RecordShown, type Saved } from '../../api/records';
import { Asked, Doing } from '../../app/asked.svelte';
import { Filling } from '../form/filling.svelte';
import { questionOf } from '../form/form';

const PAUSE_MS = 450;

/** What follows from where a record is begun: a case on the page of a person is about that person, a referral in a case about the same, on the consent that holds. */
function about(form: Form, parent?: RecordShown): Record<string, { value: unknown }> {
  if (!parent) return {};
  const asks = (field: string) => questionOf(form, field)?.type === 'record';
  const person = parent.kind === 'person' ? parent.id : parent.groups.flatMap((g) => g.fields['person'] ?? [])[0]?.value;
  const holding = (parent.consents ?? []).filter((c) => c.against.length === 0);
  return {
    ...(asks(parent.kind) ? { [parent.kind]: { value: parent.id } } : {}),
    ...(person !== undefined && asks('person') ? { person: { value: person } } : {}),
    ...(holding.length === 1 && asks('consent') ? { consent: { value: holding[0]?.id } } : {}),
  };
}

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
  readonly #act = uuid();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The area of work, where one works in several. */
  area = $state<string | undefined>(undefined);

  constructor(readonly form: Form, readonly parent?: RecordShown, readonly areas: string[] = []) {
    this.filling = new Filling(form, about(form, parent));
    if (areas.length > 1) this.area = areas.includes(parent?.area ?? '') ? parent?.area : areas[0];
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
      const answers = this.filling.answers();
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
    const passed = Object.keys(this.others);
    const given = { ...this.filling.submission(this.#act, this.parent?.id), ...(this.area ? { area: this.area } : {}), ...(passed.length ? { passed_over: passed } : {}) };
    const done = await this.doing.run(async () => (this.saved = await records.create(given)));
    if (!done) this.filling.turnBack(this.doing.trouble);
    else this.end();
  }

  /** Looks no more. */
  end(): void {
    clearTimeout(this.#timer);
    this.like.end();
  }
}
