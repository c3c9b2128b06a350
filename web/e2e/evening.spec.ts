// The evening of a movement officer, from Plan to reconciled, against the real server.
import { reconcile } from './reconcile';
import { expect, open, openPlanned, plan, test } from './server';
import { words } from './words';

test('plans, reads trips, queue, reasons and figures', async ({ page, server }) => {
  await open(page, server);
  await expect(page.getByText('No plan yet').first()).toBeVisible();
  await plan(page);

  await expect(page.getByText('checked by a second program')).toBeVisible();
  const balance = await page.getByText(/people = .* on trips \+ .* waiting with a reason/).innerText();
  const [all, trips, waiting] = [...balance.matchAll(/[\d,]+/g)].map((m) => Number(m[0].replaceAll(',', '')));
  expect(all).toBe(trips! + waiting!);
  expect(trips).toBeGreaterThan(0);

  await page.locator('[data-trip]').first().click();
  const detail = page.getByRole('region', { name: /^Trip \d+$/ });
  await expect(detail).toContainText('get on');
  await expect(detail.getByRole('link', { name: 'driver' })).toHaveAttribute('href', /\/manifest\/\d+\?for=driver&lang=en/);

  const row = page.getByRole('tabpanel').locator('li').first();
  await row.getByRole('button').click();
  await expect(row.locator('.why li').first()).not.toBeEmpty();
  await page.getByRole('searchbox', { name: 'Find a household or site' }).fill('no such household');
  await expect(page.getByText('Nothing matches.')).toBeVisible();

  await page.getByRole('tab', { name: /Not moved/ }).click();
  await expect(page.getByText(/What would lift it:|Everyone is on a trip/).first()).toBeVisible();
  await page.getByRole('tab', { name: 'How good' }).click();
  await expect(page.getByRole('region', { name: 'By tier' }).getByRole('row')).toHaveCount(6);
  await page.getByRole('tab', { name: /^Data/ }).click();
  await expect(page.getByRole('tabpanel').getByText(/straight line/).first()).toBeVisible();
});

test('prints a driver’s copy without names and a boarding list with them', async ({ page, server }) => {
  await openPlanned(page, server);
  const people = await (await page.request.get(`${server}/api/trips/1/people`)).json();
  expect(people.people.length).toBeGreaterThan(0);
  const [driver, sending] = await Promise.all(['driver', 'sending'].map(async (who) => (await page.request.get(`${server}/manifest/1?for=${who}&lang=en`)).text()));
  for (const person of people.people) {
    expect(driver).not.toContain(person.name);
    expect(sending).toContain(person.name);
  }
  await page.goto(`${server}/manifest/1?for=driver&lang=ar`);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
});

test('compares ways, takes another, and sees the map say the same as the table', async ({ page, server }) => {
  await openPlanned(page, server);
  await page.getByRole('tab', { name: 'Ways' }).click();
  await expect(page.getByRole('article').first()).toContainText('Turn-back point');
  await page.getByRole('button', { name: 'Use this way' }).first().click();
  await expect(page.getByRole('region', { name: 'Not yet in the plan' })).toContainText(/Way .* over/);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.getByRole('button', { name: 'Table', exact: true }).first().click();
  await expect(page.getByRole('table').first().getByRole('row')).toHaveCount(1 + (await placesOf(page, server)));
});

async function placesOf(page: import('@playwright/test').Page, server: string): Promise<number> {
  return (await (await page.request.get(`${server}/api/operation`)).json()).places.length;
}

test('closes a road by clicking it, replans, reads the difference, accepts, undoes', async ({ page, server }) => {
  await openPlanned(page, server);
  const view = await (await page.request.get(`${server}/api/plan`)).json();
  const operation = await (await page.request.get(`${server}/api/operation`)).json();
  const used = view.plan.trips.flatMap((t: { legs: { stretches: { roads: number[] }[] }[] }) => t.legs.flatMap((l) => l.stretches.flatMap((s) => s.roads)));
  const road = operation.roads.find((r: { index: number; closed: boolean }) => used.includes(r.index) && !r.closed);

  await page.locator(`[data-road="${road.index}"]`).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Chosen on the map' }).getByRole('button', { name: 'Close this road' }).click();
  await expect(page.getByRole('region', { name: 'Not yet in the plan' })).toContainText(`Road ${road.from} – ${road.to} closed`);
  await page.locator('form select').nth(1).selectOption('2');
  await page.getByRole('button', { name: 'Replan' }).click();
  const proposal = page.getByRole('region', { name: 'Proposal: not accepted yet' });
  await expect(proposal).toBeVisible({ timeout: 180_000 });
  await expect(proposal).toContainText(/trips? changes?\.|trips change/);
  await proposal.getByRole('button', { name: 'Accept' }).click();
  await expect(proposal).toBeHidden();
  const after = await (await page.request.get(`${server}/api/plan`)).json();
  expect(after.plan.changes.closed).toMatchObject([{ from: road.from, to: road.to }]);

  await page.getByRole('button', { name: 'Undo this plan' }).click();
  await expect.poll(async () => (await (await page.request.get(`${server}/api/plan`)).json()).plan.changes.closed).toEqual([]);
});

test('loses a vehicle and discards the proposal', async ({ page, server }) => {
  await openPlanned(page, server);
  const vehicle = page.getByRole('region', { name: 'Trips' }).locator('button.vehicle').first();
  const name = (await vehicle.innerText()).trim();
  await vehicle.click();
  await page.getByRole('button', { name: 'Vehicle lost' }).click();
  await page.locator('form select').nth(1).selectOption('2');
  await page.getByRole('button', { name: 'Replan' }).click();
  const proposal = page.getByRole('region', { name: 'Proposal: not accepted yet' });
  await expect(proposal).toContainText(`${name} lost`, { timeout: 180_000 });
  await proposal.getByRole('button', { name: 'Discard' }).click();
  await expect(proposal).toBeHidden();
});

for (const language of ['en', 'ar'] as const) {
  test(`boards, departs, arrives and closes a trip in ${language}: departed = arrived + explained`, async ({ page, server }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await openPlanned(page, server, language);
    await reconcile(page, server, words(language));
  });
}
