// How the pages of people and cases look and read: two sizes, light and dark, right to left; axe finds nothing; nothing is cut off.
import { person, question, save } from './form';
import { scan } from './scan';
import { expect, openAs, test } from './server';
import { words } from './words';

for (const [width, height, colorScheme, language] of [
  [1440, 900, 'light', 'en'], [1440, 900, 'dark', 'ar'], [360, 780, 'light', 'fr'], [360, 780, 'light', 'es'], [360, 780, 'dark', 'ar'],
] as const) {
  test(`${width} px, ${colorScheme}, ${language}`, async ({ page, server }) => {
    const say = words(language);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    const look = async (name: string) => {
      await scan(page, name);
      await page.screenshot({ path: `test-results/screens/${width}-${colorScheme}-${language}-${name}.png`, fullPage: true });
    };
    await page.goto(`${server}/?lang=${language}`);
    await expect(page.locator('[data-login]').first()).toBeVisible();
    await look('r1-door');
    await openAs(page, server, 'registration_clerk', 'people', language);
    await expect(page.locator('main ul, main .empty').first()).toBeVisible();
    await look('r2-people');
    await openAs(page, server, 'registration_clerk', 'new/person_registration', language);
    await page.getByRole('button', { name: say('save'), exact: true }).click();
    await expect(question(page, 'name')).toContainText(say('hinders-required'));
    await page.locator('[data-add-row="other_names"]').click();
    await look('r3-hindered');
    await page.getByRole('button', { name: say('drop-row') }).click();
    await person(page, `Layla ${width}`, 'female', '1999', say);
    await save(page, say);
    await look('r4-saved');
    await page.getByRole('link', { name: say('open-record') }).click();
    await expect(page.locator('[data-group="identity"]')).toBeVisible();
    await look('r5-record');
    await page.locator('[data-group="identity"]').getByRole('button', { name: say('edit') }).click();
    await look('r6-edit');
    for (const tab of ['history', 'seen']) {
      await page.locator(`#tab-${tab}`).click();
      await expect(page.locator(`#panel-${tab} li, #panel-${tab} td`).first()).toBeVisible();
      await look(`r7-${tab}`);
    }
    await openAs(page, server, 'registration_clerk', 'new/household_registration', language);
    await page.locator('[data-add-row="members"]').click();
    await look('r8-family');
    await openAs(page, server, 'cp_caseworker', 'cases', language);
    await expect(page.locator('[data-record], main .empty').first()).toBeVisible();
    await look('r9-cases');
    await openAs(page, server, 'dp_focal', 'audit', language);
    await page.getByRole('button', { name: say('verify') }).click();
    await expect(page.locator('.notice')).toBeVisible();
    await look('ra-audit');
    await openAs(page, server, 'admin', 'users', language);
    await page.getByRole('button', { name: say('new-user') }).click();
    await page.locator('[data-user]').first().getByRole('button', { name: say('new-grant') }).click();
    await look('rb-users');
    await openAs(page, server, 'cp_caseworker', 'people', language);
    await page.locator('.me summary').click();
    await look('rc-menu');
    await page.getByRole('button', { name: say('break-glass') }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('rd-glass');
    await page.keyboard.press('Escape');
    await page.evaluate(() => (location.hash = '#record/01890a5d-ac96-774b-bcce-b302099a8057'));
    await expect(page.getByText(say('not-found-hint'))).toBeVisible();
    await look('re-missing');
  });
}

test('by keys alone: find someone, open them, edit a group, keep it', async ({ page, server }) => {
  const say = words('en');
  await openAs(page, server, 'registration_clerk', 'new/person_registration');
  await person(page, 'Keyboard Only', 'male', '1988', say);
  await save(page, say);
  await openAs(page, server, 'registration_clerk', 'people');
  const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300) ?? '');
  const tabTo = async (what: RegExp) => {
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press('Tab');
      if (what.test(await focused())) return;
    }
    throw new Error(`no way by keys to ${what}`);
  };
  await page.keyboard.press('Tab');
  expect(await focused()).toContain('class="skip');
  await tabTo(/id="find"/);
  await page.keyboard.type('Keyboard Only');
  await expect(page.locator('[data-record]')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toContain('data-record');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-group="identity"]')).toBeVisible();
  await tabTo(/>Edit</);
  await page.keyboard.press('Enter');
  await expect.poll(focused).toMatch(/-name"/);
  await page.keyboard.press('End');
  await page.keyboard.type(' Two');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-field="name"]')).toContainText('Keyboard Only Two');
});
