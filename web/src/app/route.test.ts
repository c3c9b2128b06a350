import { expect, it } from 'vitest';
import { newAddress, pageOf, recordAddress, route } from './route';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

it.each([
  ['', { at: 'first' }],
  ['#people', { at: 'people' }],
  ['#desk', { at: 'movements' }],
  ['#boarding/3', { at: 'boarding', trip: 3 }],
  ['#boarding/x', { at: 'movements' }],
  [recordAddress(ID), { at: 'record', id: ID }],
  ['#record/Amina', { at: 'first' }],
  [newAddress('person'), { at: 'new', form: 'person' }],
  [newAddress('person', ID), { at: 'new', form: 'person', parent: ID }],
  ['#nowhere', { at: 'first' }],
])('%s', (hash, expected) => {
  expect(route(hash)).toEqual(expected);
});

it('the menu shows where one is', () => {
  expect(pageOf({ at: 'first' }, ['cases', 'people'])).toBe('cases');
  expect(pageOf({ at: 'boarding', trip: 1 }, [])).toBe('movements');
  expect(pageOf({ at: 'record', id: ID }, ['people'])).toBeUndefined();
});
