// People, families, conflicts and cases as those who work with them go through a day, against the real server.
import type { Browser, Page } from '@playwright/test';
import { person, question, save, silence, type } from './form';
import { expect, openAs, signIn, test, watch } from './server';
import { words } from './words';

test('each person of the demonstration comes in by one press, and sees that it is one', async ({ page, server }) => {
  await page.goto(`${server}/?lang=en`);
  const cards = page.locator('[data-login]');
  await expect(cards.first()).toBeVisible();
  const logins = await cards.evaluateAll((all) => all.map((e) => e.getAttribute('data-login') ?? ''));
  expect(logins.length).toBeGreaterThan(5);
  for (const login of logins) {
    await page.locator(`[data-login="${login}"]`).click();
    await expect(page.locator('header nav a').first()).toBeVisible();
    await expect(page.getByText('Never enter a real person.')).toBeVisible();
    await expect(page.locator('main h1').first()).toBeVisible();
    const { pages } = await (await page.request.get(`${server}/api/session`)).json();
    await expect(page.locator('header nav a')).toHaveCount(pages.length);
    await page.locator('.me summary').click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByText('You are signed out')).toBeVisible();
  }
});

test('a locked screen comes back to what was being written', async ({ page, server }) => {
  await openAs(page, server, 'registration_clerk', 'new/person_registration');
  await type(page, 'name', 'Half a name');
  await page.locator('.me summary').click();
  await page.getByRole('button', { name: 'Lock' }).click();
  await expect(page.getByText('The screen is locked')).toBeVisible();
  expect((await page.request.get(`${server}/api/session`)).status()).toBe(401);
  await page.getByRole('button', { name: /Registration clerk/ }).first().click();
  await expect(question(page, 'name').locator('input')).toHaveValue('Half a name');
});

test('a family is registered in French and Arabic, and found by a name in another script', async ({ page, server }) => {
  const french = words('fr');
  await openAs(page, server, 'registration_clerk', 'people', 'fr');
  await page.locator('[data-register="person"]').first().click();
  await page.getByRole('button', { name: french('save'), exact: true }).click();
  await expect(question(page, 'name')).toContainText(french('hinders-required'));
  await person(page, 'Zénaba Ousmane', 'female', '1961', french);
  const grandmother = await save(page, french);
  expect(grandmother).toMatch(/^[0-9A-Z-]{6,}$/);

  const arabic = words('ar');
  await openAs(page, server, 'registration_clerk', 'new/household_registration', 'ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await question(page, 'head').getByRole('searchbox').fill(grandmother);
  await question(page, 'head').getByRole('button', { name: grandmother }).click();
  await expect(question(page, 'head')).toContainText('Zénaba');
  await chooseFirst(page, 'head_type');
  await type(page, 'size_declared', '٢');
  await page.locator('[data-add-row="members"]').click();
  await question(page, 'member').getByRole('button', { name: arabic('register-new') }).click();
  const dialog = page.getByRole('dialog');
  await person(dialog, 'عبد الرحمن عثمان', 'male', '٢٠١٤', arabic);
  await save(dialog, arabic);
  await dialog.getByRole('button', { name: arabic('go-on') }).click();
  await expect(question(page, 'member')).toContainText('عبد الرحمن');
  await chooseFirst(page, 'relationship');
  await silence(page, 'place', 'unknown');
  const family = await save(page, arabic);
  await page.getByRole('link', { name: arabic('open-record') }).click();
  await expect(page.locator('main')).toContainText(family);

  await openAs(page, server, 'registration_clerk', 'people');
  await page.getByLabel('Name in any script, or code').fill('Abdelrahman');
  await expect(page.locator('[data-record]').filter({ hasText: 'عبد الرحمن' }).first()).toBeVisible();
  await page.getByLabel('Name in any script, or code').fill('زينب عثمان');
  await expect(page.locator('[data-record]').first()).toBeVisible();
});

async function chooseFirst(page: Page, name: string): Promise<void> {
  const own = question(page, name);
  const list = own.locator('select');
  if ((await list.count()) > 0) await list.selectOption({ index: 1 });
  else await own.locator('input').first().check();
}

test('who may already be here is shown with why, before anyone is registered twice', async ({ page, server }) => {
  const say = words('en');
  await openAs(page, server, 'registration_clerk', 'new/person_registration');
  await person(page, 'Ruqayya Twicebourne', 'female', '1990', say);
  const first = await save(page, say);
  await page.getByRole('button', { name: say('register-another') }).click();
  await person(page, 'Ruqayya Twicebourne', 'female', '1990', say);
  const like = page.locator('[data-like]').filter({ hasText: first });
  await expect(like).toBeVisible();
  await expect(like.locator('.why li').first()).not.toBeEmpty();
  await page.getByRole('button', { name: say('save'), exact: true }).click();
  await expect(page.getByText(say('hint-likenesses'))).toBeVisible();
  await like.getByRole('link', { name: say('same-person') }).click();
  await expect(page.locator('main')).toContainText(first);
});

/** A second browser beside the page's own, watched as well. */
async function beside(browser: Browser, errors: string[]): Promise<Page> {
  const other = await (await browser.newContext()).newPage();
  watch(other, errors);
  return other;
}

test('two people answer one question at once: both are kept, one settles it, history and audit tell', async ({ page, browser, server, errors }) => {
  const say = words('en');
  await openAs(page, server, 'registration_clerk', 'new/person_registration');
  await person(page, 'Tendai Twoanswers', 'male', '1975', say);
  await type(page, 'phone', '+236 70 00 00 00');
  await question(page, 'safe_to_call').locator('input').first().check();
  await save(page, say);
  await page.getByRole('link', { name: say('open-record') }).click();
  await expect(page.locator('[data-field="phone"]')).toContainText('00 00 00');
  const address = page.url().split('#')[1]!;

  const other = await beside(browser, errors);
  await openAs(other, server, 'data_officer', address);
  const contacts = [page, other].map((p) => p.locator('[data-group="contact"]'));
  for (const contact of contacts) await contact.getByRole('button', { name: 'Edit' }).click();
  for (const [i, contact] of contacts.entries()) {
    await question(contact, 'phone').locator('input').fill(`+236 70 00 00 0${i + 1}`);
    await contact.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(contact.getByRole('button', { name: 'Save', exact: true })).toBeHidden();
  }
  const conflict = other.locator('[data-conflict="phone"]');
  await expect(conflict).toContainText('Two answers');
  await expect(conflict).toContainText('+236 70 00 00 01');
  await expect(conflict).toContainText('+236 70 00 00 02');
  await other.context().close();

  await page.reload();
  await page.locator('[data-conflict="phone"]').getByRole('button', { name: 'Keep this one' }).first().click();
  await expect(page.locator('[data-conflict="phone"]')).toBeHidden();
  await expect(page.locator('[data-field="phone"]')).toContainText(/00 0[12]$/);
  await page.getByRole('tab', { name: 'History' }).click();
  for (const number of ['01', '02']) await expect(page.locator('[data-act]').filter({ hasText: `+236 70 00 00 ${number}` }).first()).toBeVisible();
  await page.getByRole('tab', { name: 'Who has seen this' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'wrote' }).first()).toBeVisible();

  await openAs(page, server, 'dp_focal', 'audit');
  await expect(page.locator('[data-audit="write"]').first()).toBeVisible();
  await page.getByRole('button', { name: 'Verify the chain' }).click();
  await expect(page.getByText(/The chain holds/)).toBeVisible();
});

test('an act is taken back from the history', async ({ page, server }) => {
  const say = words('en');
  await openAs(page, server, 'registration_clerk', 'new/person_registration');
  await person(page, 'Undine Backward', 'female', '1980', say);
  await save(page, say);
  await page.getByRole('link', { name: say('open-record') }).click();
  const identity = page.locator('[data-group="identity"]');
  await identity.getByRole('button', { name: 'Edit' }).click();
  await type(identity, 'occupation', 'Teacher');
  await identity.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('[data-field="occupation"]')).toContainText('Teacher');
  await page.getByRole('tab', { name: 'History' }).click();
  await page.locator('[data-act]').filter({ hasText: 'Teacher' }).first().getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('tab', { name: 'What is known' }).click();
  await expect(page.locator('[data-field="occupation"]')).toBeHidden();
});

test('the administrator runs accounts and reaches no record', async ({ page, server }) => {
  await openAs(page, server, 'admin', 'users');
  await expect(page.locator('[data-user]').first()).toBeVisible();
  await expect(page.locator('header nav a')).not.toContainText(['People']);
  for (const kind of ['person', 'case']) {
    const answer = await page.request.post(`${server}/api/records/search`, { data: { kind } });
    expect(answer.ok() ? (await answer.json()).lines : []).toEqual([]);
  }
  await page.evaluate(() => (location.hash = '#cases'));
  await expect(page.getByText('Nothing to see here')).toBeVisible();
});

test('a grant ends, and counts for nothing from the next request on', async ({ page, browser, server, errors }) => {
  const other = await beside(browser, errors);
  await openAs(other, server, 'site_manager', 'people');
  await expect(other.locator('main h1')).toBeVisible();
  const { login } = await (await other.request.get(`${server}/api/session`)).json();
  await openAs(page, server, 'admin', 'users');
  const card = page.locator(`[data-user="${login}"]`);
  await card.locator('[data-grant="site_manager"]').getByRole('button', { name: 'End now' }).click();
  await expect(card.locator('[data-grant="site_manager"]')).toBeHidden();
  const after = await other.request.post(`${server}/api/records/search`, { data: { kind: 'person' } });
  expect(after.ok() ? (await after.json()).lines : []).toEqual([]);
  await card.getByRole('button', { name: 'New grant' }).click();
  await card.getByLabel('Role').selectOption('site_manager');
  await card.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(card.locator('[data-grant="site_manager"]')).toBeVisible();
  await other.context().close();
});

test('whoever has no grant in a hidden area finds nothing there', async ({ page, server }) => {
  await signIn(page, server, 'gbv_caseworker');
  const { lines } = await (await page.request.post(`${server}/api/records/search`, { data: { kind: 'case' } })).json();
  const hidden = lines.find((line: { area: string }) => line.area === 'gbv');
  expect(hidden, 'the demonstration has a case in the hidden area').toBeTruthy();
  await openAs(page, server, 'gbv_caseworker', `record/${hidden.id}`);
  await expect(page.locator('main')).toContainText(hidden.code);
  for (const role of ['supervisor', 'cp_caseworker', 'registration_clerk', 'admin']) {
    await openAs(page, server, role, `record/${hidden.id}`);
    await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible();
    await expect(page.locator('main')).not.toContainText(hidden.code);
  }
});
