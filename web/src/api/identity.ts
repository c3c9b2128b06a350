// Who is signed in, and who may.
import { ask, part } from './ask';
import type { Instant } from './types';

export type DemoPerson = { login: string; name: string; role: string };
/** What anyone may know before signing in. */
export type Welcome = { office: string; set_up: boolean; demo: DemoPerson[]; passkeys?: boolean };
export type Page = 'people' | 'cases' | 'movements' | 'audit' | 'users';
export type SignedIn = {
  user: string;
  login: string;
  name: string;
  agency: string;
  agency_name: string;
  roles: string[];
  demo: boolean;
  pages: Page[];
  ends: Instant;
  stepped_up_until?: Instant;
};
export type SignIn = { login: string; password?: string; code?: string };

export const identity = {
  welcome: () => ask<Welcome>('GET', '/api/welcome'),
  session: () => ask<SignedIn>('GET', '/api/session'),
  signIn: (asked: SignIn) => ask<SignedIn>('POST', '/api/session', asked),
  signOut: () => ask<unknown>('DELETE', '/api/session'),
  stepUp: (proof: { password?: string; code?: string }) => ask<SignedIn>('POST', '/api/session/step-up', proof),
  passkeyOptions: (login: string) => ask<unknown>('POST', '/api/session/passkey/start', { login }),
  passkeyAnswer: (answer: unknown) => ask<SignedIn>('POST', '/api/session/passkey/finish', answer),
  enrolOptions: () => ask<unknown>('POST', '/api/passkeys/enrol/start'),
  enrolAnswer: (answer: unknown) => ask<unknown>('POST', '/api/passkeys/enrol/finish', answer),
  breakGlass: (asked: { area: string; reason: string; hours: number }) => ask<{ until?: Instant; second_look: Instant }>('POST', '/api/break-glass', asked),
};

export type Grant = { id: string; role: string; from: Instant; until?: Instant; broken_glass: boolean; second_look_due?: Instant };
export type User = { id: string; login: string; name: string; ended?: Instant; grants: Grant[] };
/** To be written down by a new user; shown once and kept nowhere. */
export type Sheet = { authenticator: string; codes: string[] };

export const users = {
  list: () => ask<User[]>('GET', '/api/users'),
  create: (user: { login: string; name: string; password: string }) => ask<Sheet>('POST', '/api/users', user),
  remove: (user: string) => ask<unknown>('DELETE', `/api/users/${part(user)}`),
  grant: (user: string, grant: { role: string; areas?: string[]; until?: Instant }) => ask<unknown>('POST', `/api/users/${part(user)}/grants`, grant),
  end: (grant: string) => ask<unknown>('DELETE', `/api/grants/${part(grant)}`),
};
