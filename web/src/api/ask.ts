// Asks the server. Every failure is one of three kinds that a page can draw; a session that is gone is told to whoever listens.
import type { Api } from './generated';
import type { Problem } from './types';

/** offline: nobody answered. refused: a rule says no. failed: the server could not do it. */
export type TroubleKind = 'offline' | 'refused' | 'failed';

export class Trouble extends Error {
  constructor(readonly kind: TroubleKind, readonly problem: Problem, readonly status = 0) {
    super(problem.text);
  }
}

const OFFLINE: Problem = { code: 'offline', text: 'The server does not answer.', remedy: 'Check the cable or the network.' };

let signedOut = (): void => {};

/** Is told when the server no longer knows who asks. */
export function onSignedOut(tell: () => void): void {
  signedOut = tell;
}

export async function ask<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(path, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
      credentials: 'same-origin',
      signal,
    });
    text = await answer.text();
  } catch (error) {
    // Who asked no longer wants the answer.
    if (signal?.aborted) throw error;
    throw new Trouble('offline', OFFLINE);
  }
  let value: unknown = null;
  try {
    value = text === '' ? null : JSON.parse(text);
  } catch {
    value = null;
  }
  if (answer.ok) return value as T;
  const problem = toProblem(value, answer.status);
  if (answer.status === 401 && problem.code === 'signed-out') signedOut();
  throw new Trouble(answer.status >= 500 ? 'failed' : 'refused', problem, answer.status);
}

/** What a failed answer says, even when it is not a problem of ours (a proxy's page, say). */
export function toProblem(value: unknown, status: number): Problem {
  if (value !== null && typeof value === 'object' && 'code' in value) {
    const { code, text = '', remedy = '', ...rest } = value as Partial<Problem>;
    return { code: String(code), text, remedy, ...rest };
  }
  return { code: `http-${status}`, text: `The server answered ${status}.`, remedy: 'Try again; if it stays, ask who runs the server.' };
}

export const part = encodeURIComponent;

type Parts = { path?: Record<string, string | number>; query?: Record<string, string | number | undefined>; body?: unknown };

/** Asks one route of the document: what it takes and what it answers are checked when the page is built. */
export function call<R extends keyof Api>(route: R, asked: Api[R]['asked'], signal?: AbortSignal): Promise<Api[R]['answer']> {
  const { path, query, body }: Parts = asked;
  const [method = '', template = ''] = route.split(' ');
  const address = template.replace(/\{(\w+)\}/g, (_, name: string) => part(String(path?.[name] ?? '')));
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '');
  const tail = given.map(([name, value]) => `${name}=${part(String(value))}`).join('&');
  return ask(method, tail === '' ? address : `${address}?${tail}`, body, signal);
}
