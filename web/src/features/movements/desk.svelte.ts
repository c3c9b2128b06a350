// What the page knows and what can be done with it. Components read it and call it; it alone talks to the server about operation and plan.
import { api, Trouble } from '../../api/client';
import type { Changes, Instant, Job, Mode, Operation, PlanView } from '../../api/types';
import { inZone } from '../../text/text.svelte';
import { toWall } from '../../text/time';
import * as edit from '../changes/edit';
import { index, type Index } from './index';

export type Selection =
  | { kind: 'road'; index: number }
  | { kind: 'place'; name: string }
  | { kind: 'trip'; id: number }
  | { kind: 'vehicle'; id: string }
  | null;

const POLL_MS = 400;
const RETRY_MS = 4000;
const JOB_KEPT = 'amana-job';

export class Desk {
  operation = $state.raw<Operation | null>(null);
  accepted = $state.raw<PlanView | null>(null);
  proposal = $state.raw<PlanView | null>(null);
  job = $state.raw<{ id: number; replan: boolean; state: Job | null } | null>(null);
  /** What if the hazard is other is being worked out behind the plan. */
  whatIfs = $state(false);
  /** Changes not yet in the plan. */
  changes = $state.raw<Changes>(edit.none());
  selection = $state.raw<Selection>(null);
  loading = $state(true);
  offlineSince = $state.raw<Date | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  /** Moment from which a new plan may change things. */
  now = $state<Instant>('');
  mode = $state<Mode>('tiers');
  seconds = $state(10);

  /** The proposal while there is one, else the accepted plan. */
  view = $derived(this.proposal ?? this.accepted);
  index: Index | null = $derived(this.view ? index(this.view.plan, this.operation) : null);
  /** The day looked from, as "2014-01-15" in the operation's zone. */
  day = $derived(this.operation ? toWall(this.operation.as_of, this.operation.timezone).slice(0, 10) : '');
  changed = $derived(edit.count(this.changes));

  #asked = '';
  #left = false;

  /** Nobody looks at this desk any more: it stops asking. */
  leave(): void {
    this.#left = true;
  }

  async load(): Promise<void> {
    await this.#try(async () => {
      this.operation = await api.operation(this.#asked || undefined);
      inZone(this.operation.timezone);
      this.now ||= this.operation.starts;
      await this.refresh();
    });
    this.loading = false;
    this.#resume();
    void this.#try(() => this.#followReading());
  }

  /** Looks again until everyone of the operation's list is there. */
  async #followReading(): Promise<void> {
    while (this.operation?.reading_in && !this.#left) {
      await pause(POLL_MS * 3);
      this.operation = await api.operation(this.#asked || undefined);
    }
  }

  async chooseDay(day: string): Promise<void> {
    await this.#try(async () => {
      const operation = await api.operation(day);
      this.#asked = day;
      this.operation = operation;
      this.now = operation.starts;
      this.selection = null;
      await this.refresh();
    });
  }

  /** Reads the accepted plan and the proposal again. */
  async refresh(): Promise<void> {
    this.accepted = await orNothing(api.accepted());
    this.proposal = await orNothing(api.proposal());
  }

  async plan(): Promise<void> {
    const { mode, seconds } = this;
    const changes = this.changed > 0 ? edit.merged(this.accepted?.plan.changes, this.changes) : this.accepted?.plan.changes;
    await this.#start(false, () => api.plan({ as_of: this.day, mode, seconds, changes }));
  }

  async replan(): Promise<void> {
    const { now, seconds, changes } = this;
    await this.#start(true, () => api.replan({ now, seconds, changes: edit.merged(this.accepted?.plan.changes, changes) }));
  }

  async stop(): Promise<void> {
    const id = this.job?.id;
    if (id !== undefined) await this.#try(() => api.stop(id));
  }

  async accept(): Promise<void> {
    await this.#try(async () => {
      await api.accept();
      this.changes = edit.none();
      await this.refresh();
    });
  }

  async discard(): Promise<void> {
    await this.#try(async () => {
      await api.discard();
      await this.refresh();
    });
  }

  async undo(): Promise<void> {
    await this.#try(async () => {
      await api.undo();
      this.selection = null;
      await this.refresh();
    });
  }

  /** Adds a change to the tray, or takes it out again. */
  change(make: (changes: Changes) => Changes): void {
    this.changes = make(this.changes);
  }

  select(selection: Selection): void {
    this.selection = selection;
  }

  async #start(replan: boolean, begin: () => Promise<{ job: number }>): Promise<void> {
    if (this.job) return;
    this.trouble = null;
    await this.#try(async () => {
      const { job } = await begin();
      session('set', JSON.stringify({ id: job, replan }));
      await this.#follow(job, replan);
    });
    // The server goes on while it can't be reached: the plan is taken up again when it answers.
    if (this.offlineSince) this.job = null;
    else if (!this.#left) this.#forget();
  }

  async #follow(id: number, replan: boolean): Promise<void> {
    this.job = { id, replan, state: null };
    let state: Job;
    for (;;) {
      if (this.#left) return;
      state = await api.job(id);
      this.job = { id, replan, state };
      if (state.state === 'failed') {
        throw new Trouble('failed', state.error ?? { code: 'plan-failed', text: 'The plan could not be made.', remedy: 'Look at the findings, then try again.' });
      }
      if (state.state !== 'running') break;
      await pause(POLL_MS);
    }
    await this.refresh();
    if (!replan) this.changes = edit.none();
    if (state.phase === 'what-ifs') void this.#try(() => this.#followWhatIfs(id));
  }

  /** The plan is shown; the what-ifs come when they are worked out, or never if another plan is asked for first. */
  async #followWhatIfs(id: number): Promise<void> {
    this.whatIfs = true;
    try {
      while (!this.#left && (await api.job(id)).phase === 'what-ifs') await pause(POLL_MS * 3);
      if (!this.#left && !this.job) this.accepted = await orNothing(api.accepted());
    } finally {
      this.whatIfs = false;
    }
  }

  #forget(): void {
    this.job = null;
    session('remove');
  }

  /** Goes on watching a plan that was being made when the page was left. */
  #resume(): void {
    const kept = session('get');
    if (!kept || this.job) return;
    const { id, replan } = JSON.parse(kept) as { id: number; replan: boolean };
    void this.#try(() => this.#follow(id, replan)).then(() => this.#left || this.#forget());
    this.trouble = null;
  }

  /** Runs what talks to the server; a failure is kept to be drawn and what is shown stays. */
  async #try(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      this.offlineSince = null;
      if (this.trouble) this.trouble = null;
    } catch (error) {
      this.report(error);
    }
  }

  /** Keeps a failure to be drawn; features that talk to the server themselves hand theirs in. */
  report(error: unknown): void {
    if (!(error instanceof Trouble)) throw error;
    if (error.kind === 'offline') {
      if (!this.offlineSince) void this.#waitForServer();
      this.offlineSince ??= new Date();
    } else {
      this.trouble = error;
    }
  }

  async #waitForServer(): Promise<void> {
    for (;;) {
      await pause(RETRY_MS);
      if (this.#left) return;
      try {
        this.operation = await api.operation(this.#asked || undefined);
        inZone(this.operation.timezone);
        this.now ||= this.operation.starts;
        await this.refresh();
        this.offlineSince = null;
        this.#resume();
        return;
      } catch (error) {
        if (!(error instanceof Trouble)) throw error;
      }
    }
  }
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Nothing, where the server says there is none. */
async function orNothing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Trouble && error.problem.code.startsWith('no-')) return null;
    throw error;
  }
}

function session(what: 'get' | 'remove'): string | null;
function session(what: 'set', value: string): string | null;
function session(what: 'get' | 'set' | 'remove', value = ''): string | null {
  try {
    if (what === 'get') return sessionStorage.getItem(JOB_KEPT);
    if (what === 'set') sessionStorage.setItem(JOB_KEPT, value);
    else sessionStorage.removeItem(JOB_KEPT);
  } catch {
    // Without storage a reload forgets the plan being made; the server still makes it.
  }
  return null;
}
