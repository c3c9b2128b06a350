// Who is signed in. The shell draws by `state`; pages ask `who()` and never hold a copy.
import { onSignedOut, Trouble } from '../api/ask';
import { identity, type Page, type SignedIn, type SignIn, type Welcome } from '../api/identity';

/** asking: not known yet. away: the server doesn't answer. out: nobody is. in: someone is. */
export type State = 'asking' | 'away' | 'out' | 'in';
/** Why nobody is signed in any more; what was open comes back after signing in. */
export type Ended = 'left' | 'locked' | 'expired';

const RETRY_MS = 4000;
/** A screen that nobody touches locks after this long. */
const LOCK_MS = 10 * 60_000;

let who = $state.raw<SignedIn | null>(null);
let welcome = $state.raw<Welcome | null>(null);
let now = $state<State>('asking');
let ended = $state<Ended | null>(null);
/** Who was signed in before: what they left unfinished is theirs alone. */
let last = $state('');
let touched = Date.now();

export const session = {
  get who() { return who; },
  get welcome() { return welcome; },
  get state() { return now; },
  get ended() { return ended; },
  get last() { return last; },
  get demo() { return who?.demo ?? (welcome?.demo.length ?? 0) > 0; },
  may(page: Page) { return who?.pages.includes(page) ?? false; },
};

function enter(signedIn: SignedIn): void {
  // A different person must not find the place of the one before.
  if (last && last !== signedIn.login) location.hash = '';
  who = signedIn;
  last = signedIn.login;
  ended = null;
  touched = Date.now();
  now = 'in';
}

function leave(why: Ended): void {
  who = null;
  ended = why;
  now = 'out';
}

/** Asks who is signed in, and again until the server answers. */
export async function begin(): Promise<void> {
  onSignedOut(() => now === 'in' && leave('expired'));
  for (;;) {
    try {
      welcome = await identity.welcome();
      enter(await identity.session());
      return;
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      if (error.kind === 'refused') {
        now = 'out';
        return;
      }
      now = 'away';
      await new Promise((done) => setTimeout(done, RETRY_MS));
    }
  }
}

export async function signIn(asked: SignIn): Promise<void> {
  enter(await identity.signIn(asked));
}

export async function signInWith(passkey: () => Promise<SignedIn>): Promise<void> {
  enter(await passkey());
}

/** Ends the session on the server; the screen is emptied even when the server can't be reached. */
export async function signOut(why: 'left' | 'locked'): Promise<void> {
  if (why === 'left') {
    location.hash = '';
    last = '';
  }
  leave(why);
  try {
    await identity.signOut();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
  }
}

/** Asks anew what the server says about who is signed in: what waits for them may have changed. */
export async function refresh(): Promise<void> {
  who = await identity.session();
}

/** What the server says about who asks, after a fresh proof. */
export function proved(signedIn: SignedIn): void {
  who = signedIn;
}

/** Locks a screen that nobody has touched for a while. Gives back how to stop watching. */
export function watchHands(): () => void {
  const touch = () => void (touched = Date.now());
  const kinds = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
  kinds.forEach((kind) => addEventListener(kind, touch, { passive: true }));
  const timer = setInterval(() => {
    if (now === 'in' && Date.now() - touched > LOCK_MS) void signOut('locked');
  }, 15_000);
  return () => {
    kinds.forEach((kind) => removeEventListener(kind, touch));
    clearInterval(timer);
  };
}
