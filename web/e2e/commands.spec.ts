// What is decided once, as those who decide it go through it: handing a case over, referring with consent, merging two records and taking that back, erasing.
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { choose, question, save, silence, type } from './form';
import { scan } from './scan';
import { expect, openAs, signIn, test } from './server';
import { words } from './words';

const say = words('en');

/** Registers someone over the wire, as whoever is signed in. */
async function register(page: Page, server: string, name: string): Promise<string> {
  const record = randomUUID();
  const value = (v: unknown) => ({ value: v });
  const answers = {
    name: value(name), sex: value('female'), birth_date: value('1990~'), preferred_language: value('sag'), place: { silence: 'unknown' }, displacement_status: value('idp'),
  };
  const answer = await page.request.post(`${server}/api/records`, { data: { act: randomUUID(), record, form: 'person_registration', version: 1, answers } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return record;
}

/** A case of child protection about them. */
async function openCase(page: Page, server: string, about: string): Promise<string> {
  const record = randomUUID();
  const given = {
    person: about, risk: 'high', opened_on: '2014-01-15', case_source: 'self', protection_risks: ['GPC01'], risk_reason: 'Made up.', urgent_action: 'None.', safe_to_contact: true,
  };
  const answers = Object.fromEntries(Object.entries(given).map(([field, value]) => [field, { value }]));
  const answer = await page.request.post(`${server}/api/records`, { data: { act: randomUUID(), record, form: 'case_intake', version: 1, parent: about, answers } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return record;
}

/** Takes a consent on the page of a case. */
async function consent(page: Page, purpose: string, recipient: string): Promise<void> {
  await page.locator('details.add summary').click();
  await page.locator('[data-add="consent"]').click();
  await choose(page, 'purpose', purpose);
  await choose(page, 'recipient', 'other_organisation');
  await type(page, 'recipient_name', recipient);
  await choose(page, 'answer', 'given');
  await choose(page, 'given_by', 'self');
  await choose(page, 'capacity', 'has');
  await choose(page, 'form', 'written');
  await choose(page, 'language', 'sag');
  const given = question(page, 'given_on');
  await given.locator('select').first().selectOption('year');
  await given.locator('input.year').fill('2014');
  await save(page, say);
  await page.getByRole('link', { name: say('back-to-parent') }).click();
  await expect(page.locator('[data-consent]').first()).toBeVisible();
}

test('a case is offered to a colleague, turned down, offered again and accepted', async ({ page, server }) => {
  await signIn(page, server, 'cp_caseworker');
  const record = await openCase(page, server, await register(page, server, 'Hanna Handedover'));
  const offer = async () => {
    await openAs(page, server, 'cp_caseworker', `record/${record}`);
    await page.locator('[data-decide="offer"]').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Chantal').check();
    await dialog.getByLabel(say('why'), { exact: true }).fill('On leave from Monday');
    await scan(page, 'hand over');
    await dialog.getByRole('button', { name: say('offer-it') }).click();
    await expect(page.getByText(say('offered-title', { to: 'Chantal (demo)' }))).toBeVisible();
  };
  await offer();
  await openAs(page, server, 'supervisor', 'cases');
  const waiting = page.locator(`[data-offer="${record}"]`);
  await expect(waiting).toContainText('On leave from Monday');
  await expect(waiting).not.toContainText('Hanna');
  await scan(page, 'offers');
  await waiting.getByRole('button', { name: say('decline') }).click();
  await page.getByRole('dialog').getByLabel(say('why'), { exact: true }).fill('25 cases already');
  await page.getByRole('dialog').getByRole('button', { name: say('decline') }).click();
  await expect(waiting).toBeHidden();

  await offer();
  await openAs(page, server, 'supervisor', 'cases');
  await waiting.getByRole('button', { name: say('take-over') }).click();
  await expect(page.locator(`[data-record="${record}"]`)).toBeVisible();
  await openAs(page, server, 'cp_caseworker', `record/${record}`);
  await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible();
  // The supervisor gives it back without asking.
  await openAs(page, server, 'supervisor', `record/${record}`);
  await page.locator('[data-decide="assign"]').click();
  await page.getByRole('dialog').getByLabel('Boris').check();
  await page.getByRole('dialog').getByLabel(say('why'), { exact: true }).fill('Back from leave');
  await page.getByRole('dialog').getByRole('button', { name: say('assign-it') }).click();
  await openAs(page, server, 'cp_caseworker', `record/${record}`);
  await expect(page.locator('[data-decide="offer"]')).toBeVisible();
});

test('a referral goes with the consent that allows it, and a withdrawal says what must be recalled', async ({ page, server }) => {
  await signIn(page, server, 'cp_caseworker');
  const about = await register(page, server, 'Rita Referred');
  const record = await openCase(page, server, about);
  await openAs(page, server, 'cp_caseworker', `record/${record}`);
  await consent(page, 'share_medical', 'Clinic of the demonstration');

  await page.locator('details.add summary').click();
  await page.locator('[data-add="referral"]').click();
  await choose(page, 'priority', 'urgent');
  await choose(page, 'service_requested', 'health');
  await silence(page, 'service', 'unknown');
  await type(page, 'referral_reason', 'Fever for a week');
  await question(page, 'contact_via_worker').locator('input').first().check();
  await question(page, 'minor').locator('input').last().check();
  await choose(page, 'legal_basis', 'consent');
  await choose(page, 'delivered_via', 'in_person');
  await save(page, say);
  await page.getByRole('link', { name: say('open-record') }).click();
  await page.locator('[data-step="agree"] button').first().click();
  await page.locator('[data-step="send"] button').first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio').first()).toBeChecked();
  await scan(page, 'send');
  await page.screenshot({ path: 'test-results/screens/commands-send.png', fullPage: true });
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('.state')).toContainText(/sent/i);

  await page.getByRole('tab', { name: say('tab-seen') }).click();
  await expect(page.locator('[data-received]').first()).toContainText('Clinic of the demonstration');
  await page.screenshot({ path: 'test-results/screens/commands-received.png', fullPage: true });
  const referral = page.url();
  await page.locator('[data-consent] a').first().click();
  await expect(page.locator('[data-decide="withdraw"]')).toBeVisible();
  await page.locator('[data-decide="withdraw"]').click();
  await expect(dialog).toContainText('shared on once');
  await dialog.getByRole('button', { name: say('withdraw-now') }).click();
  await expect(page.getByText(/must be|recall by/).first()).toBeVisible();
  await page.goto('about:blank');
  await page.goto(referral);
  await expect(page.getByText(/The consent was taken back/).first()).toBeVisible();
});

test('two records of one person are compared, merged and separated again', async ({ page, server }) => {
  await signIn(page, server, 'registration_clerk');
  const [kept, twin] = [await register(page, server, 'Ummkulthum Doubleton'), await register(page, server, 'Umkulthum Doubleton')];
  await openAs(page, server, 'data_officer', 'pairs');
  const pair = page.locator('[data-pair]').filter({ hasText: 'Ummkulthum Doubleton' });
  await expect(pair).toContainText(say('reason-similar-name'));
  await scan(page, 'pairs');
  await page.screenshot({ path: 'test-results/screens/commands-pairs.png', fullPage: true });
  await openAs(page, server, 'data_officer', `record/${kept}`);
  await page.locator('[data-decide="merge"]').click();
  await page.locator(`[data-like="${twin}"]`).getByRole('link', { name: say('compare') }).click();
  await expect(page.locator('[data-compare="name"]')).toContainText(say('merge-differs'));
  await page.locator('[data-compare="name"]').getByLabel(say('merge-take')).check();
  await scan(page, 'compare');
  await page.screenshot({ path: 'test-results/screens/commands-compare.png', fullPage: true });
  await page.getByLabel(say('merge-why')).fill('The same card');
  await page.getByRole('button', { name: say('merge-do') }).click();
  await expect(page.locator('[data-field="name"]')).toContainText('Umkulthum Doubleton');
  await expect(page.locator(`[data-unmerge="${twin}"]`)).toBeVisible();
  await scan(page, 'merged');
  await page.locator(`[data-unmerge="${twin}"]`).click();
  await page.getByRole('dialog').getByLabel(say('why'), { exact: true }).fill('Two cards after all');
  await page.getByRole('dialog').getByRole('button', { name: say('unmerge') }).click();
  await expect(page.locator(`[data-unmerge="${twin}"]`)).toBeHidden();
  await page.evaluate((id) => (location.hash = `#record/${id}`), twin);
  await expect(page.locator('main h1')).toContainText('Umkulthum');
  await expect(page.getByText(say('merged-title'))).toBeHidden();
});

test('a record is erased by two people, and its certificate stands in the audit', async ({ page, server }) => {
  await signIn(page, server, 'registration_clerk');
  const record = await register(page, server, 'Eve Erased');
  await openAs(page, server, 'registration_clerk', `record/${record}`);
  const code = (await page.locator('.head .code').innerText()).trim();
  await page.locator('[data-step="close"] button').first().click();
  await page.locator('[data-step="close"] select').selectOption('person_request');
  await page.locator('[data-step="close"] button.primary').last().click();
  await expect(page.locator('.state')).toContainText(/closed/i);

  await openAs(page, server, 'dp_focal', `record/${record}`);
  await page.locator('[data-decide="erase"]').click();
  await page.getByRole('dialog').getByLabel(say('why'), { exact: true }).fill('She asked for it');
  await scan(page, 'erase');
  await page.getByRole('dialog').getByRole('button', { name: say('erase-it') }).click();
  await expect(page.getByText(say('erase-asked-title', { by: 'Inès (demo)' }))).toBeVisible();
  await expect(page.getByRole('button', { name: say('erase-agree') })).toBeHidden();

  await openAs(page, server, 'supervisor', `record/${record}`);
  await page.getByRole('button', { name: say('erase-agree') }).click();
  await page.getByRole('dialog').getByRole('button', { name: say('erase-agree') }).click();
  await expect(page.getByText(say('gone-hint'))).toBeVisible();
  await openAs(page, server, 'registration_clerk', `record/${record}`);
  await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible();
  await openAs(page, server, 'dp_focal', 'audit');
  await expect(page.locator(`[data-certificate="${code}"]`)).toContainText('She asked for it');
});

for (const [width, language] of [[360, 'ar'], [360, 'fr'], [1440, 'ar']] as const) {
  test(`decisions at ${width} px in ${language}`, async ({ page, server }) => {
    const said = words(language);
    await page.setViewportSize({ width, height: 800 });
    const look = async (name: string) => {
      await scan(page, name);
      await page.screenshot({ path: `test-results/screens/commands-${width}-${language}-${name}.png`, fullPage: true });
    };
    await signIn(page, server, 'cp_caseworker');
    await register(page, server, 'Layla Mounjid Looks');
    const record = await openCase(page, server, await register(page, server, 'Leila Mounjid Looks'));
    await openAs(page, server, 'cp_caseworker', `record/${record}`, language);
    await page.locator('[data-decide="share"]').click();
    await page.getByRole('radio').last().check();
    await look('share');
    await page.getByRole('button', { name: said('cancel') }).click();
    await page.locator('[data-decide="offer"]').click();
    await page.getByRole('dialog').getByLabel('Karim').check();
    await look('offer');
    await page.getByRole('button', { name: said('cancel') }).click();
    await look('record');
    await openAs(page, server, 'data_officer', 'pairs', language);
    await expect(page.locator('[data-pair]').first()).toBeVisible();
    await look('pairs');
    await page.locator('[data-pair] a.primary').first().click();
    await expect(page.locator('[data-compare]').first()).toBeVisible();
    await look('compare');
  });
}
