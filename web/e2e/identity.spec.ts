// A real office from its first minute: set up, a passkey, a new user, four eyes, a broken glass, a reset. Nobody in it is a demonstration's.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHmac } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';

const BIN = process.env.AMANA_BIN ?? '../target/debug/amana';
const SCENARIO = process.env.AMANA_SCENARIO ?? '../scenarios/car-2014';
const folder = mkdtempSync(join(tmpdir(), 'office-'));
const office = ['--dir', join(folder, 'office'), '--key-file', join(folder, 'key')];
let served: ChildProcess;
let url = '';

const amana = (...args: string[]) => execFileSync(BIN, args, { encoding: 'utf8' });
const codeOf = (sheet: string) => /code: (\S+)/.exec(sheet)![1]!;

async function serve(): Promise<void> {
  served = spawn(BIN, ['serve', ...office, '--scenario', SCENARIO, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  url = await new Promise((found) => served.stdout?.on('data', (bytes) => {
    const match = /work at (http:\S+)/.exec(String(bytes));
    if (match) found(match[1]!);
  }));
}
const stop = () => new Promise<void>((ended) => { served.once('exit', () => ended()); served.kill('SIGINT'); });

/** A browser of someone's own, with an authenticator that holds passkeys and says that a finger was shown. */
async function browserWith(browser: Browser, language = 'en'): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true } as const;
  await cdp.send('WebAuthn.addVirtualAuthenticator', { options });
  page.on('pageerror', (error) => { throw error; });
  await page.goto(`${url}/?lang=${language}`);
  return page;
}

async function firstSignIn(page: Page, login: string, code: string): Promise<void> {
  await page.getByLabel('Name to sign in with').fill(login);
  await page.getByLabel('Password, or first sign-in code').fill(code);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Choose how you sign in' })).toBeVisible();
}

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name of the new passkey').fill(name);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.locator('[data-passkey]').filter({ hasText: name })).toBeVisible();
}

async function leave(page: Page): Promise<void> {
  await page.locator('.me summary').click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('You are signed out')).toBeVisible();
}

/** What an authenticator app shows for a key now. */
function sixDigits(secret: string): string {
  const bits = [...secret].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g)!.map((b) => parseInt(b, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(step).digest();
  return String((hash.readUInt32BE(hash[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Proves anew who one is, as the dialog does. */
const proveByPasskey = (page: Page) =>
  page.evaluate(async () => {
    const post = (path: string, body: unknown) =>
      fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const { ceremony, options } = await (await post('/api/session/passkey/start', {})).json();
    const given = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    const credential = (given as PublicKeyCredential).toJSON();
    const proved = await post('/api/session/step-up', { passkey: { ceremony, credential } });
    const again = await post('/api/session/step-up', { passkey: { ceremony, credential } });
    return again.status === 401 ? proved.status : again.status;
  });

const looks = async (page: Page, name: string) => {
  if (process.env.AMANA_LOOKS) await page.screenshot({ path: join(process.env.AMANA_LOOKS, `identity-${name}.png`), fullPage: true });
};
const clean = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations.map((v) => v.id)).toEqual([]);

test.beforeAll(async () => {
  const made = amana('init', ...office, '--office', 'Bangui', '--agency', 'Generated agency', '--zone', 'Africa/Bangui', '--login', 'awa', '--name', 'Awa Generated');
  process.env.FIRST_CODE = codeOf(made);
  amana('user', ...office, 'add', 'second', '--name', 'Second Generated');
  amana('user', ...office, 'grant', 'second', 'admin');
  await serve();
});
test.afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

test('from the first code to a passkey, a user with an authenticator, four eyes and a reset', async ({ browser }) => {
  const awa = await browserWith(browser);
  await expect(awa.locator('[data-login]')).toHaveCount(0);
  await looks(awa, 'door');
  await firstSignIn(awa, 'awa', process.env.FIRST_CODE!);
  await expect(awa.locator('header nav a')).toHaveCount(0);
  await clean(awa);
  await looks(awa, 'first-time');
  await addPasskey(awa, 'Laptop of the office');
  await expect(awa.locator('header nav a').filter({ hasText: 'Users' })).toBeVisible();
  await leave(awa);

  // A passkey signs in without a name and is a fresh proof.
  await awa.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(awa.locator('header nav')).toBeVisible();
  expect(await proveByPasskey(awa)).toBe(200);
  await awa.goto(`${url}/#users`);
  await awa.getByRole('button', { name: 'New user' }).click();
  await awa.locator('#new-name').fill('Boris Generated');
  await awa.locator('#new-login').fill('boris');
  await awa.getByRole('button', { name: 'Save' }).click();
  const code = await awa.locator('[data-first-code]').innerText();
  await looks(awa, 'sheet');
  await clean(awa);
  await awa.getByRole('button', { name: 'It is handed over' }).click();
  await awa.locator('[data-user="boris"]').getByRole('button', { name: 'New grant' }).click();
  await awa.locator('[data-user="boris"] select').selectOption('cp_caseworker');
  await awa.locator('[data-user="boris"]').getByRole('button', { name: 'Save' }).click();
  await expect(awa.getByText('waits for a second person')).toBeVisible();
  await awa.goto(`${url}/#decide`);
  await expect(awa.locator('[data-proposal]')).toContainText('Another person must approve');

  // Boris has no device for passkeys: a password with an authenticator, scanned or typed.
  const boris = await browserWith(browser);
  await firstSignIn(boris, 'boris', code);
  await boris.getByRole('button', { name: 'Set up a password' }).click();
  await expect(boris.getByRole('img', { name: 'Code to scan' })).toBeVisible();
  await looks(boris, 'authenticator');
  const secret = await boris.locator('[data-secret]').innerText();
  await boris.getByLabel('Password', { exact: true }).fill('four words of mine');
  await boris.getByLabel('Six digits that it shows now').fill(sixDigits(secret));
  await boris.getByRole('button', { name: 'Save' }).click();
  await expect(boris.locator('[data-sheet="codes"] li')).toHaveCount(10);
  const recovery = await boris.locator('[data-sheet="codes"] code').first().innerText();
  await looks(boris, 'codes');
  await boris.getByRole('button', { name: 'I have kept them' }).click();
  await leave(boris);
  await boris.getByLabel('Name to sign in with').fill('boris');
  await boris.getByLabel('Password, or first sign-in code').fill('four words of mine');
  await boris.getByRole('button', { name: 'Sign in', exact: true }).click();
  await boris.locator('#code').fill(recovery);
  await boris.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(boris.locator('header .me')).toBeVisible();

  // The second administrator approves; the grant counts at Boris's next request.
  await stop();
  const second = codeOf(amana('user', ...office, 'reset', 'second'));
  expect(amana('user', ...office, 'list')).toContain('second');
  await serve();
  const other = await browserWith(browser);
  await firstSignIn(other, 'second', second);
  await addPasskey(other, 'Telephone');
  await other.goto(`${url}/#decide`);
  await expect(other.locator('header nav a').filter({ hasText: 'Decide' })).toContainText('1');
  await looks(other, 'decide');
  await clean(other);
  await other.getByRole('button', { name: 'Approve' }).click();
  await expect(other.getByText('No grant waits.')).toBeVisible();

  // What an administrator did to one's account is told until it is understood.
  await other.goto(`${url}/#me`);
  await expect(other.locator('[data-notice="sign-in-reset"]')).toBeVisible();
  await other.locator('[data-notice="sign-in-reset"]').getByRole('button').click();
  await expect(other.locator('[data-notice]')).toHaveCount(0);
  for (const [language, width] of [['ar', 360], ['fr', 360]] as const) {
    await other.setViewportSize({ width, height: 780 });
    await other.goto('about:blank');
    await other.goto(`${url}/?lang=${language}#me`);
    await expect(other.locator('[data-passkey]')).toBeVisible();
    expect(await other.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await looks(other, `me-${language}`);
    await clean(other);
  }
});
