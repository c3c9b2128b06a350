import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { AREAS, ROLES } from '../features/users/policy';

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

/** Values of a key in all files of a folder of content. */
const inFiles = (folder: string, pattern: RegExp) =>
  readdirSync(join(CONTENT, folder)).flatMap((name) => [...readFileSync(join(CONTENT, folder, name), 'utf8').matchAll(pattern)].map((m) => m[1]!));

it.each([
  ['record-kind', inFiles('forms', /^(?:kind|repeat) = "(\w+)"/gm)],
  ['record-kinds', inFiles('forms', /^(?:kind|repeat) = "(\w+)"/gm)],
  ['record-state', inFiles('procedures', /^\[\[state\]\]\nname = "(\w+)"/gm)],
  ['risk-level', [...readFileSync(join(CONTENT, 'codelists/risk_level.toml'), 'utf8').matchAll(/code = "(\w+)"/g)].map((m) => m[1]!)],
  ['field-group', inFiles('forms', /^group = "(\w+)"/gm)],
])('every %s of the content has a word', (list, codes) => {
  expect(codes.length).toBeGreaterThan(3);
  expect(codes.filter((code) => !english.includes(`\n${list}-${code.replaceAll('_', '-')} = `))).toEqual([]);
});

it('the roles that can be granted are those of the policy', () => {
  expect([...ROLES]).toEqual(named('role'));
  const open = [...policy.matchAll(/^name = "(\w+)"\nsecrecy = "(?:open|strict)"/gm)].map((m) => m[1]!);
  expect([...AREAS]).toEqual(open.filter((area) => area !== 'office'));
});
