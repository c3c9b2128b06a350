// The movement officer's routes: one function per route of the contract.
import { ask, part } from './ask';
import type {
  Instant, Job, JobStarted, NoBoardingCode, Operation, PassengerStatus, PlanRequest, PlanView, ReplanRequest, Routes, TripBoarding, TripPeople,
} from './types';

export { Trouble } from './ask';

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
