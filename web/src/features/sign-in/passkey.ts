// Passkeys: what the browser can, and the two ways through it.
import { Trouble } from '../../api/ask';
import { identity, type SignedIn } from '../../api/identity';

/** Older browsers have no passkeys, or none that can be asked for in JSON. */
const maker = (): Partial<typeof PublicKeyCredential> => (typeof PublicKeyCredential === 'undefined' ? {} : PublicKeyCredential);

export const hasPasskeys = () => isSecureContext && maker().parseRequestOptionsFromJSON !== undefined;

/** The options themselves, also where they are wrapped for the browser's call. */
const inner = (options: unknown) => (options as { publicKey?: unknown }).publicKey ?? options;

const LEFT = new Trouble('refused', { code: 'passkey-left', text: 'The passkey was not used.', remedy: 'Try again, or use the password.' });

async function credential(ask: () => Promise<Credential | null>): Promise<unknown> {
  let given: Credential | null;
  try {
    given = await ask();
  } catch (error) {
    // The person pressed cancel, or the time ran out.
    if (error instanceof DOMException) throw LEFT;
    throw error;
  }
  if (!given) throw LEFT;
  return (given as Credential & { toJSON: () => unknown }).toJSON();
}

export async function signInByPasskey(login: string): Promise<SignedIn> {
  const options = inner(await identity.passkeyOptions(login));
  const publicKey = maker().parseRequestOptionsFromJSON?.(options as PublicKeyCredentialRequestOptionsJSON);
  return identity.passkeyAnswer(await credential(() => navigator.credentials.get({ publicKey })));
}

export async function enrolPasskey(): Promise<void> {
  const options = inner(await identity.enrolOptions());
  const publicKey = maker().parseCreationOptionsFromJSON?.(options as PublicKeyCredentialCreationOptionsJSON);
  await identity.enrolAnswer(await credential(() => navigator.credentials.create({ publicKey })));
}
