// Starts the real server on a free port with the shipped operation and made-up people, and watches the page for errors.
import { spawn, type ChildProcess } from 'node:child_process';
import { test as base, expect, type Page } from '@playwright/test';

const BIN = process.env.AMANA_BIN ?? '../target/debug/amana';
const SCENARIO = process.env.AMANA_SCENARIO ?? '../scenarios/car-2014';

export async function start(): Promise<{ url: string; stop: () => Promise<void> }> {
  const child: ChildProcess = spawn(BIN, ['serve', '--demo', '--scenario', SCENARIO, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((found, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)));
    child.stdout?.on('data', (bytes) => {
      const match = /http:\/\/127\.0\.0\.1:\d+/.exec(String(bytes));
      if (match) found(match[0]);
    });
  });
  // The people of the operation are read in behind the first answers.
  for (;;) {
    const welcome = (await (await fetch(`${url}/api/welcome`)).json()) as { reading_in?: object };
    if (!welcome.reading_in) break;
    await new Promise((done) => setTimeout(done, 200));
  }
  const stop = () =>
    new Promise<void>((ended) => {
      child.removeAllListeners('exit');
      child.once('exit', () => ended());
      child.kill('SIGINT');
    });
  return { url, stop };
}

/** "Nobody is signed in", "there is no plan yet" and a refusal are answers, which the browser still writes down as failed resources. */
const isAnswer = (text: string, url: string) => /Failed to load resource.*status of (400|401|403|404|409|422)/.test(text) && url.includes('/api/');

/** Fails a test whose page says an error: also those of the content security policy. */
export function watch(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAnswer(message.text(), message.location().url)) errors.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1:')) errors.push(`asked another host: ${request.url()}`);
  });
}

export const test = base.extend<{ server: string; errors: string[] }, { running: string }>({
  running: [async ({}, use) => {
    const server = await start();
    await use(server.url);
    await server.stop();
  }, { scope: 'worker', timeout: 60_000 }],
  server: async ({ running }, use) => use(running),
  errors: [async ({ page }, use) => {
    const errors: string[] = [];
    watch(page, errors);
    await use(errors);
    expect(errors).toEqual([]);
  }, { auto: true }],
});

/** Signs the page's browser in as the person of the demonstration whose first role this is. */
export async function signIn(page: Page, server: string, role: string): Promise<void> {
  const { demo } = (await (await page.request.get(`${server}/api/welcome`)).json()) as { demo: { login: string; role: string }[] };
  const person = demo.find((p) => p.role === role);
  if (!person) throw new Error(`nobody in the demonstration is ${role}`);
  const answer = await page.request.post(`${server}/api/session`, { data: { login: person.login } });
  expect(answer.ok(), `${role} can sign in`).toBe(true);
}

/** Opens a page of someone's, in a language. */
export async function openAs(page: Page, server: string, role: string, place: string, language = 'en'): Promise<void> {
  await signIn(page, server, role);
  await page.goto('about:blank');
  await page.goto(`${server}/?lang=${language}#${place}`);
  await expect(page.locator('header nav')).toBeVisible();
}

/** Opens the movement officer's page in a language and waits until the operation is drawn. */
export async function open(page: Page, server: string, language = 'en'): Promise<void> {
  await openAs(page, server, 'movement_officer', 'movements', language);
  await expect(page.locator('[data-place]').first()).toBeVisible();
}

/** Makes a short plan and waits for its trips. */
export async function plan(page: Page): Promise<void> {
  await page.locator('form select').nth(1).selectOption('2');
  await page.locator('button.primary').first().click();
  await expect(page.locator('progress')).toBeVisible();
  await expect(page.locator('progress')).toBeHidden({ timeout: 180_000 });
  await expect(page.locator('[data-trip]').first()).toBeVisible();
}

/** Opens the page with a plan: the one that is there, or a new one. */
export async function openPlanned(page: Page, server: string, language = 'en'): Promise<void> {
  await open(page, server, language);
  if (!(await page.request.get(`${server}/api/plan`)).ok()) await plan(page);
  await expect(page.locator('[data-trip]').first()).toBeVisible();
}

/** Opens a trip's boarding page. */
export async function board(page: Page, trip: number): Promise<void> {
  await page.evaluate((id) => (location.hash = `#boarding/${id}`), trip);
  await expect(page.locator('[data-person]').first()).toBeVisible();
}

export { expect };
