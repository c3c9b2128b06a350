import { expect, it } from 'vitest';
import { uuid } from './ids';

it('is version 7, variant 1, and sorts by time', () => {
  expect(uuid(0x017f22e279b0, new Uint8Array(10).fill(0xff))).toBe('017f22e2-79b0-7fff-bfff-ffffffffffff');
  expect(uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(uuid(1) < uuid(2)).toBe(true);
  expect(uuid()).not.toBe(uuid());
});
