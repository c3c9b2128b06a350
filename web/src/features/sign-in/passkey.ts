// Passkeys: what the browser can, and the ways through it.
import { Trouble } from '../../api/ask';
import { identity, me, type PasskeyAnswer, type SignedIn } from '../../api/identity';

/** Older browsers have no passkeys, or none that can be asked for in JSON. */
const maker = (): Partial<typeof PublicKeyCredential> => (typeof PublicKeyCredential === 'undefined' ? {} : PublicKeyCredential);

/** Whether passkeys of this address (the server's, if it has any) work in this browser, here. */
export const passkeysWork = (origin: string | undefined) =>
  origin === location.origin && isSecureContext && maker().parseRequestOptionsFromJSON !== undefined;

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

async function used(): Promise<PasskeyAnswer> {
  const { ceremony, options } = await identity.passkeyOptions();
  const publicKey = maker().parseRequestOptionsFromJSON?.(options as PublicKeyCredentialRequestOptionsJSON);
  return { ceremony, credential: await credential(() => navigator.credentials.get({ publicKey })) };
}

export const signInByPasskey = async (): Promise<SignedIn> => identity.passkeyAnswer(await used());

export const proveByPasskey = async (): Promise<SignedIn> => identity.stepUpByPasskey(await used());

export async function enrolPasskey(name: string): Promise<void> {
  const { ceremony, options } = await me.enrolOptions();
  const publicKey = maker().parseCreationOptionsFromJSON?.(options as PublicKeyCredentialCreationOptionsJSON);
  await me.enrolAnswer({ ceremony, name, credential: await credential(() => navigator.credentials.create({ publicKey })) });
}
