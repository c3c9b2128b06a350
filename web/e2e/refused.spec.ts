// What the page shows when something is refused, or the server is gone.
import { board, expect, open, plan, start, test } from './server';

test('an old clearance is refused, with what to do', async ({ page }) => {
  // A server of its own: boarding elsewhere would keep a new plan from being made.
  const own = await start();
  await open(page, own.url);
  await plan(page);
  await board(page, 1);
  for (;;) {
    const open = page.locator('[data-person][data-status="expected"]');
    if ((await open.count()) === 0) break;
    const person = await open.first().getAttribute('data-person');
    await open.first().getByRole('button', { name: 'Present', exact: true }).click();
    await expect(page.locator(`[data-person="${person}"]`)).toHaveAttribute('data-status', 'boarded');
  }
  const given = page.getByLabel('Clearance was given');
  const planned = new Date(`${await given.inputValue()}:00Z`).getTime();
  await given.fill(new Date(planned - 30 * 3_600_000).toISOString().slice(0, 16));
  await page.getByRole('button', { name: 'Enter clearance' }).click();
  await expect(page.getByText('Clearance of')).toBeVisible();
  await page.getByLabel('The receiving side has acknowledged the list').check();
  const depart = page.getByRole('button', { name: 'Depart', exact: true });
  if (await depart.isEnabled()) await depart.click();
  await expect(page.getByText('older than 24 hours').first()).toBeVisible();
  await expect(page.locator('.state')).toHaveText('boarding');
  await own.stop();
});

test('keeps what is shown while the server is gone, and goes on by itself', async ({ page, errors }) => {
  const first = await start();
  await open(page, first.url);
  await first.stop();
  await page.getByRole('button', { name: 'The day after' }).click();
  await expect(page.getByText('The server can’t be reached')).toBeVisible();
  await expect(page.locator('[data-place]').first()).toBeVisible();
  errors.splice(0, errors.length, ...errors.filter((e) => !e.includes('ERR_CONNECTION_REFUSED')));
});
