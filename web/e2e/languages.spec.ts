// Choosing a language: what is whole, what is only begun, what nobody has reviewed; a choice is remembered.
import { scan } from './scan';
import { expect, openAs, test } from './server';
import { words } from './words';

test('the menu says how far a language is and whether anyone has reviewed it', async ({ page, server }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await openAs(page, server, 'registration_clerk', 'people', 'en');
  await page.locator('.me summary').click();
  const menu = page.locator('.me .menu');
  const languages = menu.locator('select').first();
  await expect(languages.locator('option')).toHaveText(['English', 'Français', 'Español', 'العربية', /^Українська \(\d+\s?%\)$/, /^Kiswahili \(\d+\s?%\)$/, /^دری \(\d+\s?%\)$/, /^မြန်မာ \(\d+\s?%\)$/]);
  await expect(menu).not.toContainText('reviewed');

  await languages.selectOption('es');
  const spanish = words('es');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(menu).toContainText(spanish('language-not-reviewed'));
  await expect(menu).toContainText(spanish('sign-out'));
  await scan(page, 'spanish menu');
  await page.screenshot({ path: 'test-results/screens/360-light-es-menu.png' });

  await languages.selectOption('prs');
  const dari = words('prs');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(menu).toContainText(dari('language-not-reviewed'));
  await expect(menu).toContainText('Emergency access…');
  await scan(page, 'dari menu');
  await page.screenshot({ path: 'test-results/screens/360-light-prs-menu.png' });

  await page.mouse.click(330, 760);
  await expect(menu).toBeHidden();
  await page.locator('.me summary').click();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(page.locator('.me summary')).toBeFocused();

  await page.goto(server);
  await expect(page.locator('html')).toHaveAttribute('lang', 'prs');
});
