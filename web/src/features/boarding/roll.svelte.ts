// The roll of one trip: who is present, refused or absent; the steps until it is closed.
import { api } from '../../api/client';
import type { Instant, NoBoardingCode, Passenger, PassengerStatus, TripBoarding } from '../../api/types';

export type Entry = { status: PassengerStatus; code?: string; note?: string };

export class Roll {
  people = $state.raw<Passenger[] | null>(null);
  boarding = $state.raw<TripBoarding | null>(null);
  codes = $state.raw<NoBoardingCode[]>([]);

  constructor(readonly trip: number, boarding: TripBoarding | undefined, readonly report: (error: unknown) => void) {
    this.boarding = boarding ?? null;
  }

  async load(): Promise<void> {
    await this.#try(async () => {
      const [people, codes, view] = await Promise.all([api.people(this.trip), api.codes(), api.accepted()]);
      [this.people, this.codes] = [people.people, codes];
      this.boarding = view.boarding.find((b) => b.trip === this.trip) ?? this.boarding;
    });
  }

  async mark(people: Passenger[], entry: Entry): Promise<void> {
    await this.#try(async () => {
      for (const person of people) {
        this.boarding = await api.mark(this.trip, person.person, entry);
        this.people = (this.people ?? []).map((p) => (p.person === person.person ? { ...p, code: undefined, note: undefined, ...entry } : p));
      }
    });
  }

  async undo(): Promise<void> {
    await this.#try(async () => {
      this.boarding = await api.takeBack(this.trip);
      this.people = (await api.people(this.trip)).people;
    });
  }

  async step(step: 'clearance' | 'arrive' | 'close', at: Instant): Promise<void> {
    await this.#try(async () => {
      this.boarding = await api.step(this.trip, step, at);
      if (step === 'arrive') this.people = (await api.people(this.trip)).people;
    });
  }

  async depart(at: Instant, acknowledged: boolean): Promise<void> {
    await this.#try(async () => {
      this.boarding = await api.depart(this.trip, at, acknowledged);
    });
  }

  /** One entry after the other, in the order of the taps: nobody has to wait for the last one before the next. */
  #try(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work).catch(this.report);
    return this.#last;
  }
  #last: Promise<void> = Promise.resolve();
}

/** People by household, in the order of the list. */
export function byHousehold(people: Passenger[]): { household: string; pickup: string; people: Passenger[] }[] {
  const groups = new Map<string, Passenger[]>();
  for (const person of people) {
    const own = groups.get(person.household);
    if (own) own.push(person);
    else groups.set(person.household, [person]);
  }
  return [...groups].map(([household, members]) => ({ household, pickup: members[0]?.pickup ?? '', people: members }));
}
