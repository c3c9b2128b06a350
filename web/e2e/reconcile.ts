// Boarding from the first name to the closed trip, in any language.
import { type Page } from '@playwright/test';
import { board, expect } from './server';
import type { Say } from './words';

type Listed = { person: string; child: boolean };

/**
 * The smallest trip that has not begun, from which two children can stay behind and others still travel:
 * an adult may be the only one a child has.
 */
async function choose(page: Page, server: string): Promise<{ trip: number; list: Listed[] }> {
  const view = await (await page.request.get(`${server}/api/plan`)).json();
  let chosen: { trip: number; list: Listed[] } | undefined;
  for (const { trip, state } of view.boarding) {
    if (state !== 'planned') continue;
    const { people } = (await (await page.request.get(`${server}/api/trips/${trip}/people`)).json()) as { people: Listed[] };
    const fits = people.length > 3 && people.filter((p) => p.child).length > 1;
    if (fits && (!chosen || people.length < chosen.list.length)) chosen = { trip, list: people };
  }
  if (!chosen) throw new Error('no trip has two children and two others');
  return chosen;
}

/** One refused with a code, one who did not come, clearance, departure, arrival with one in hospital, closing. */
export async function reconcile(page: Page, server: string, say: Say): Promise<void> {
  const { trip, list } = await choose(page, server);
  const [refused, absent] = list.filter((p) => p.child);
  const others = list.filter((p) => p !== refused && p !== absent);
  const of = (p: Listed | undefined) => page.locator(`[data-person="${p?.person}"]`);
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true });
  const counts = page.locator('[data-balanced]');
  const stage = page.locator('.state');

  await board(page, trip);
  await expect(page.locator('[data-person]')).toHaveCount(list.length);
  await expect(button('do-depart')).toBeDisabled();

  await of(refused).getByRole('button', { name: say('mark-refused') }).click();
  await page.getByLabel(say('refusal-code')).selectOption('NB02');
  await button('save-refusal').click();
  await expect(of(refused)).toHaveAttribute('data-status', 'refused');
  await expect(of(refused)).toContainText(`${say('nb-NB02')} (NB02)`);
  await of(absent).getByRole('button', { name: say('mark-no-show') }).click();
  await expect(of(absent)).toHaveAttribute('data-status', 'no_show');
  // Taken back, and set again: nothing is asked twice.
  await button('undo-entry').click();
  await expect(of(absent)).toHaveAttribute('data-status', 'expected');
  await of(absent).getByRole('button', { name: say('mark-no-show') }).click();
  await expect(of(absent)).toHaveAttribute('data-status', 'no_show');
  for (const person of others) await of(person).getByRole('button', { name: say('mark-present'), exact: true }).click();
  for (const person of others) await expect(of(person)).toHaveAttribute('data-status', 'boarded');

  await button('do-clear').click();
  await expect(page.locator('.said time')).toHaveCount(1);
  await page.getByLabel(say('acknowledged')).check();
  await button('do-depart').click();
  await expect(stage).toHaveText(say('state-departed'));
  await button('do-arrive').click();
  await expect(stage).toHaveText(say('state-arrived'));
  await expect(counts).toHaveAttribute('data-balanced', 'false');

  const [ill, ...well] = others;
  await of(ill).getByRole('button', { name: say('otherwise') }).click();
  await page.getByLabel(say('outcome-note')).fill('Fever on the way, district hospital');
  await button('status-hospital').click();
  await expect(of(ill)).toHaveAttribute('data-status', 'hospital');
  await page.locator('[data-rest]').click();
  await expect(counts).toHaveAttribute('data-balanced', 'true');
  const { boarding } = await (await page.request.get(`${server}/api/plan`)).json();
  expect(boarding.find((b: { trip: number }) => b.trip === trip)).toMatchObject({
    boarded: others.length, refused: 1, no_show: 1, arrived: well.length, explained: 1, balanced: true,
  });
  await button('do-close').click();
  await expect(stage).toHaveText(say('state-closed'));
}
