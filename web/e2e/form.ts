// Filling in a form as a person does: by question, whatever kind it is.
import type { Locator, Page } from '@playwright/test';
import { expect } from './server';
import type { Say } from './words';

type Scope = Page | Locator;

export const question = (scope: Scope, name: string) => scope.locator(`[data-question="${name}"]`).first();

export const type = (scope: Scope, name: string, text: string) => question(scope, name).locator('input[type=text], textarea').first().fill(text);

export async function choose(scope: Scope, name: string, code: string): Promise<void> {
  const own = question(scope, name);
  await own.waitFor();
  const list = own.locator('select');
  if ((await list.count()) > 0) await list.first().selectOption(code);
  else await own.locator(`input[value="${code}"]`).check();
}

/** Says why there is no answer. */
export const silence = (scope: Scope, name: string, why: 'unknown' | 'refused') => question(scope, name).locator(`[data-silence="${why}"]`).click();

/** What a registration needs, with the birth known to a year or so. */
export async function person(scope: Scope, name: string, sex: 'female' | 'male', year: string, say: Say): Promise<void> {
  await type(scope, 'name', name);
  await choose(scope, 'sex', sex);
  const birth = question(scope, 'birth_date');
  await birth.locator('select').first().selectOption('year');
  await birth.locator('input.year').fill(year);
  await birth.getByLabel(say('estimated')).check();
  await choose(scope, 'preferred_language', 'ara');
  await silence(scope, 'place', 'unknown');
  await choose(scope, 'displacement_status', 'idp');
}

/** Looks at who may already be here, says that it is nobody of them, saves, and gives the code. */
export async function save(scope: Scope, say: Say): Promise<string> {
  const form = scope.locator('form').last();
  const submit = form.getByRole('button', { name: say('save'), exact: true });
  await submit.click();
  const code = scope.locator('[data-code]').last();
  const hint = form.getByText(say('hint-likenesses'));
  await expect(code.or(hint).first()).toBeVisible();
  if (await hint.isVisible()) {
    for (const other of await scope.locator('[data-like] button[aria-pressed="false"]').all()) await other.click();
    await submit.click();
  }
  await expect(code).toBeVisible();
  return (await code.innerText()).trim();
}
