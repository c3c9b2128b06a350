// Who is signed in, and who may.
import { ask, part } from './ask';
import type { Instant } from './types';

export type DemoPerson = { login: string; name: string; role: string };
/** What anyone may know before signing in. */
export type Welcome = { office: string; set_up: boolean; demo: DemoPerson[]; passkeys?: string };
export type Page = 'people' | 'cases' | 'movements' | 'audit' | 'decide' | 'users';
/** Something that its reader must say that they understood. */
export type NoticeShown = { id: string; code: string; at: Instant };
export type SignedIn = {
  user: string;
  login: string;
  name: string;
  agency: string;
  agency_name: string;
  roles: string[];
  demo: boolean;
  /** They must make a full means of signing in their own before anything else. */
  limited: boolean;
  notices: NoticeShown[];
  /** Grants that wait for their yes and broken glasses for their look. */
  to_decide: number;
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
  stepUpByPasskey: (passkey: PasskeyAnswer) => ask<SignedIn>('POST', '/api/session/step-up', { passkey }),
  passkeyOptions: () => ask<Ceremony>('POST', '/api/session/passkey/start'),
  passkeyAnswer: (answer: PasskeyAnswer) => ask<SignedIn>('POST', '/api/session/passkey/finish', answer),
  breakGlass: (asked: { area: string; reason: string; hours: number }) => ask<{ until?: Instant; second_look: Instant }>('POST', '/api/break-glass', asked),
};

/** The first half of a passkey's use, and the second. */
export type Ceremony = { ceremony: string; options: unknown };
export type PasskeyAnswer = { ceremony: string; credential: unknown };
export type Passkey = { id: string; name: string; created: Instant; used?: Instant };
export type Means = { passkeys: Passkey[]; authenticator: boolean; codes: number; origin?: string };
/** Shown once. `path` draws the dark squares of a QR code, one unit each. */
export type Authenticator = { secret: string; uri: string; squares: { side: number; path: string } };

export const me = {
  means: () => ask<Means>('GET', '/api/me'),
  enrolOptions: () => ask<Ceremony>('POST', '/api/passkeys/enrol/start'),
  enrolAnswer: (answer: PasskeyAnswer & { name: string }) => ask<unknown>('POST', '/api/passkeys/enrol/finish', answer),
  removePasskey: (passkey: string) => ask<unknown>('DELETE', `/api/passkeys/${part(passkey)}`),
  beginAuthenticator: () => ask<Authenticator>('POST', '/api/me/authenticator/start'),
  confirmAuthenticator: (asked: { password: string; code: string }) => ask<{ codes: string[] }>('POST', '/api/me/authenticator/finish', asked),
  removeAuthenticator: () => ask<unknown>('DELETE', '/api/me/authenticator'),
  renewCodes: () => ask<{ codes: string[] }>('POST', '/api/me/codes'),
  signOutEverywhere: () => ask<unknown>('DELETE', '/api/me/sessions'),
  understood: (notice: string) => ask<unknown>('DELETE', `/api/me/notices/${part(notice)}`),
};

export type Proposal = { id: string; to: string; role: string; areas: string[]; until?: Instant; by: string; expires: Instant; may_approve: boolean; own: boolean };
export type Glass = {
  id: string; by: string; role: string; areas: string[]; reason: string; from: Instant; until?: Instant; open: boolean; look_due: Instant;
  look?: { by: string; at: Instant; justified: boolean; remarks: string }; may_look: boolean; own: boolean;
};

export const decide = {
  proposals: () => ask<Proposal[]>('GET', '/api/proposals'),
  approve: (proposal: string) => ask<unknown>('POST', `/api/proposals/${part(proposal)}`),
  decline: (proposal: string) => ask<unknown>('DELETE', `/api/proposals/${part(proposal)}`),
  glasses: () => ask<Glass[]>('GET', '/api/glass'),
  closeGlass: (glass: string) => ask<unknown>('DELETE', `/api/glass/${part(glass)}`),
  look: (glass: string, found: { justified: boolean; remarks: string }) => ask<unknown>('POST', `/api/glass/${part(glass)}/look`, found),
};

export type Grant = { id: string; role: string; from: Instant; until?: Instant; broken_glass: boolean; second_look_due?: Instant };
export type User = { id: string; login: string; name: string; ended?: Instant; grants: Grant[] };
/** What someone needs to sign in the first time; shown once and kept nowhere. */
export type Sheet = { login: string; name: string; code: string; until: Instant };

export const users = {
  list: () => ask<User[]>('GET', '/api/users'),
  create: (user: { login: string; name: string }) => ask<Sheet>('POST', '/api/users', user),
  remove: (user: string) => ask<unknown>('DELETE', `/api/users/${part(user)}`),
  reset: (user: string) => ask<Sheet>('POST', `/api/users/${part(user)}/reset`),
  signOut: (user: string) => ask<unknown>('DELETE', `/api/users/${part(user)}/sessions`),
  open: (user: string) => ask<unknown>('POST', `/api/users/${part(user)}/open`),
  grant: (user: string, grant: { role: string; areas?: string[]; until?: Instant }) => ask<{ proposed: boolean }>('POST', `/api/users/${part(user)}/grants`, grant),
  end: (grant: string) => ask<unknown>('DELETE', `/api/grants/${part(grant)}`),
};
