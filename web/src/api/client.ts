// Talks to the server: one function per route of the contract. Every failure is one of three kinds that the page can draw.
import type {
  Instant, Job, JobStarted, NoBoardingCode, Operation, PassengerStatus, PlanRequest, PlanView, Problem, ReplanRequest, Routes,
  TripBoarding, TripPeople,
} from './types';

/** offline: nobody answered. refused: a rule says no. failed: the server could not do it. */
export type TroubleKind = 'offline' | 'refused' | 'failed';

export class Trouble extends Error {
  constructor(readonly kind: TroubleKind, readonly problem: Problem) {
    super(problem.text);
  }
}

const OFFLINE: Problem = { code: 'offline', text: 'The server does not answer.', remedy: 'Check the cable or the network.' };

async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
      credentials: 'same-origin',
    });
  } catch {
    throw new Trouble('offline', OFFLINE);
  }
  const text = await answer.text();
  let value: unknown = null;
  try {
    value = text === '' ? null : JSON.parse(text);
  } catch {
    value = null;
  }
  if (answer.ok) return value as T;
  throw new Trouble(answer.status >= 500 ? 'failed' : 'refused', toProblem(value, answer.status));
}

/** What a failed answer says, even when it is not a problem of ours (a proxy's page, say). */
export function toProblem(value: unknown, status: number): Problem {
  if (value !== null && typeof value === 'object' && 'code' in value && 'text' in value) return value as Problem;
  return { code: `http-${status}`, text: `The server answered ${status}.`, remedy: 'Try again; if it stays, ask who runs the server.' };
}

const part = encodeURIComponent;

export const api = {
  operation: (day?: string) => ask<Operation>('GET', day ? `/api/operation?as_of=${part(day)}` : '/api/operation'),
  plan: (request: PlanRequest) => ask<JobStarted>('POST', '/api/plan', request),
  replan: (request: ReplanRequest) => ask<JobStarted>('POST', '/api/replan', request),
  job: (job: number) => ask<Job>('GET', `/api/jobs/${job}`),
  stop: (job: number) => ask<unknown>('DELETE', `/api/jobs/${job}`),
  accepted: () => ask<PlanView>('GET', '/api/plan'),
  proposal: () => ask<PlanView>('GET', '/api/proposal'),
  accept: () => ask<unknown>('POST', '/api/proposal/accept'),
  discard: () => ask<unknown>('DELETE', '/api/proposal'),
  undo: () => ask<unknown>('POST', '/api/plan/undo'),
  routes: (from: string, to: string, day: string) =>
    ask<Routes>('GET', `/api/routes?from=${part(from)}&to=${part(to)}&as_of=${part(day)}`),
  people: (trip: number) => ask<TripPeople>('GET', `/api/trips/${trip}/people`),
  mark: (trip: number, person: string, entry: { status: PassengerStatus; code?: string; note?: string }) =>
    ask<TripBoarding>('POST', `/api/trips/${trip}/people/${part(person)}`, entry),
  takeBack: (trip: number) => ask<TripBoarding>('POST', `/api/trips/${trip}/undo`),
  step: (trip: number, step: 'clearance' | 'arrive' | 'close', at: Instant) => ask<TripBoarding>('POST', `/api/trips/${trip}/${step}`, { at }),
  depart: (trip: number, at: Instant, acknowledged: boolean) =>
    ask<TripBoarding>('POST', `/api/trips/${trip}/depart`, { at, acknowledged }),
  codes: () => ask<NoBoardingCode[]>('GET', '/api/no-boarding'),
};

/** The page a role may print. */
export function manifestAddress(trip: number, role: string, language: string, table = false): string {
  return `/manifest/${trip}?for=${role}&lang=${language}${table ? '&format=csv' : ''}`;
}
