// How it looks and reads: four languages, two sizes, light and dark, keys alone; axe finds nothing; nothing is cut off.
import { scan } from './scan';
import { board, expect, open, plan, test } from './server';

for (const [width, height] of [[1440, 900], [360, 780]] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${width} px, ${colorScheme}`, async ({ page, server }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      const shot = (name: string, fullPage = true) => page.screenshot({ path: `test-results/screens/${width}-${colorScheme}-${name}.png`, fullPage });
      await open(page, server);
      await scan(page, 'before');
      await shot('1-before');
      if (await page.getByText('No plan yet').first().isVisible()) await plan(page);
      await page.locator('[data-trip]').first().click();
      await scan(page, 'planned');
      await shot('2-planned');
      for (const tab of ['waiting', 'routes', 'figures', 'findings']) {
        await page.locator(`#tab-${tab}`).click();
        if (tab === 'routes') await expect(page.getByRole('article').first()).toBeVisible();
        else await expect(page.locator(`#panel-${tab} > *`).first()).toBeVisible();
        await scan(page, tab);
        if (tab !== 'waiting') await shot(`3-${tab}`);
      }
      await page.locator('[data-place]').first().dispatchEvent('click');
      await page.getByRole('button', { name: 'Table', exact: true }).first().click();
      await page.locator('.tables').getByRole('button', { name: 'Close this road' }).first().click();
      await scan(page, 'table and changes');
      await shot('4-changes', false);
      await page.getByRole('button', { name: 'Clear all' }).click();
      await board(page, 1);
      await page.getByRole('button', { name: 'Not boarding…' }).first().click();
      await scan(page, 'boarding');
      await shot('5-boarding', false);
    });
  }
}

for (const [language, direction, title] of [['ar', 'rtl', 'التنقلات'], ['fr', 'ltr', 'Mouvements'], ['es', 'ltr', 'Desplazamientos']] as const) {
  test(`in ${language}, from plan to boarding`, async ({ page, server }) => {
    await open(page, server, language);
    await expect(page.locator('html')).toHaveAttribute('dir', direction);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('header')).toContainText(title);
    await plan(page);
    await page.locator('[data-trip]').first().click();
    await scan(page, language);
    await page.screenshot({ path: `test-results/screens/1440-light-6-${language}.png`, fullPage: true });
    await page.setViewportSize({ width: 360, height: 780 });
    await scan(page, `${language} at 360`);
    await page.screenshot({ path: `test-results/screens/360-light-6-${language}.png`, fullPage: true });
    // No code shows through where a sentence should stand.
    const seen = await page.locator('main').innerText();
    expect(seen.match(/\{ ?\$\w+|\b(reason|finding|nb|tier|mode|band)-[a-z0-9-]+/g)).toBeNull();
    await board(page, 1);
    await scan(page, `${language} boarding`);
    await page.screenshot({ path: `test-results/screens/360-light-7-${language}-boarding.png` });
  });
}

test('by keys alone: plan, choose a road, close it, take it back', async ({ page, server }) => {
  await open(page, server);
  const press = async (key: string, times = 1) => {
    for (let i = 0; i < times; i++) await page.keyboard.press(key);
  };
  const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? '');
  const tabTo = async (what: RegExp) => {
    for (let i = 0; i < 80; i++) {
      await press('Tab');
      if (what.test(await focused())) return;
    }
    throw new Error(`no way by keys to ${what}`);
  };
  await press('Tab');
  expect(await focused()).toContain('class="skip');
  await tabTo(/class="primary/);
  await press('Enter');
  await expect(page.locator('progress')).toBeVisible();
  await expect(page.locator('progress')).toBeHidden({ timeout: 180_000 });
  await tabTo(/data-place=/);
  const place = await focused();
  for (const arrow of ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown']) await press(arrow);
  await press('ArrowRight');
  expect(await focused()).not.toBe(place);
  for (let i = 0; i < 12 && !/data-road=/.test(await focused()); i++) await press(['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft'][i % 4]!);
  expect(await focused()).toMatch(/data-road=/);
  await press('Enter');
  await tabTo(/>Close this road</);
  await press('Enter');
  await expect(page.getByRole('region', { name: 'Not yet in the plan' })).toBeVisible();
  await tabTo(/aria-label="Take out/);
  await press('Enter');
  await expect(page.getByRole('region', { name: 'Not yet in the plan' })).toBeHidden();
});

test('numbers on the map have words for readers', async ({ page, server }) => {
  await open(page, server);
  const labels = await page.locator('[data-place], [data-road]').evaluateAll((all) => all.map((e) => e.getAttribute('aria-label') ?? ''));
  expect(labels.length).toBeGreaterThan(140);
  expect(labels.filter((l) => l.length < 5)).toEqual([]);
});
