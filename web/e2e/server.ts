// Starts the real server on a free port with the shipped operation, and watches the page for errors.
import { spawn, type ChildProcess } from 'node:child_process';
import { test as base, expect, type Page } from '@playwright/test';

const BIN = process.env.AMANA_BIN ?? '../target/debug/amana';
const SCENARIO = process.env.AMANA_SCENARIO ?? '../scenarios/car-2014';

export async function start(): Promise<{ url: string; stop: () => Promise<void> }> {
  const child: ChildProcess = spawn(BIN, ['serve', '--scenario', SCENARIO, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((found, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)));
    child.stdout?.on('data', (bytes) => {
      const match = /http:\/\/127\.0\.0\.1:\d+/.exec(String(bytes));
      if (match) found(match[0]);
    });
  });
  const stop = () =>
    new Promise<void>((ended) => {
      child.removeAllListeners('exit');
      child.once('exit', () => ended());
      child.kill('SIGINT');
    });
  return { url, stop };
}

/** "There is no plan yet" and a refusal are answers, which the browser still writes down as failed resources. */
const isAnswer = (text: string, url: string) => /Failed to load resource.*status of (404|409|400)/.test(text) && url.includes('/api/');

/** A test whose page must be free of errors: also those of the content security policy. */
export const test = base.extend<{ server: string; errors: string[] }, { running: string }>({
  running: [async ({}, use) => {
    const server = await start();
    await use(server.url);
    await server.stop();
  }, { scope: 'worker', timeout: 60_000 }],
  server: async ({ running }, use) => use(running),
  errors: [async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isAnswer(message.text(), message.location().url)) errors.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith('http://127.0.0.1:')) errors.push(`asked another host: ${request.url()}`);
    });
    await use(errors);
    expect(errors).toEqual([]);
  }, { auto: true }],
});

/** Opens the page in a language and waits until the operation is drawn. */
export async function open(page: Page, server: string, language = 'en'): Promise<void> {
  await page.goto(`${server}/?lang=${language}`);
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
