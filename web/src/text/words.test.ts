import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROLES } from '../features/users/roles';

const CONTENT = join(import.meta.dirname, '../../../content');
const policy = readFileSync(join(CONTENT, 'access/roles.toml'), 'utf8');
const english = readFileSync(join(CONTENT, 'i18n/en/records.ftl'), 'utf8');

/** All strings in the lists of a key. */
const listed = (key: string) =>
  new Set([...policy.matchAll(new RegExp(`^${key} = \\[([^\\]]*)\\]`, 'gms'))].flatMap((m) => [...m[1]!.matchAll(/"(\w+)"/g)].map((w) => w[1]!)));
const named = (table: string) => [...policy.matchAll(new RegExp(`^\\[\\[${table}\\]\\]\\nname = "(\\w+)"`, 'gm'))].map((m) => m[1]!);

it.each([
  ['role', named('role')],
  ['area', named('area')],
  ['action', [...listed('actions')]],
  ['purpose', [...listed('purposes')]],
  ['field-group', [...listed('groups')]],
  ['record-kind', [...listed('kinds')].filter((kind) => !['account', 'audit', 'content', 'device', 'grant', 'settings'].includes(kind))],
])('every %s of the policy has a word', (list, codes) => {
  expect(codes.length).toBeGreaterThan(5);
  expect(codes.filter((code) => !english.includes(`\n${list}-${code.replaceAll('_', '-')} = `))).toEqual([]);
});

it('the roles that can be granted are those of the policy', () => {
  expect([...ROLES]).toEqual(named('role'));
});
