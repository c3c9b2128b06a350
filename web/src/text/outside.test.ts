// No text that people read stands in the page's source: all of it comes from the catalogues.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'svelte/compiler';
import { expect, it } from 'vitest';

const SOURCE = join(import.meta.dirname, '..');
const READ = new Set(['alt', 'aria-description', 'aria-label', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext', 'label', 'placeholder', 'title']);
/** The name of the program and a command to type: the same in every language. */
const SAME = new Set(['Amana', 'amana init']);

interface Node { type?: string; name?: string; data?: string; value?: unknown }

/** Words written out in a component: text between tags, and attributes that are read aloud or shown. */
function written(source: string): string[] {
  const found: string[] = [];
  const keep = (text: string) => {
    const words = text.trim();
    if (/\p{L}{2,}/u.test(words) && !SAME.has(words)) found.push(words);
  };
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    const { type, name, data, value } = node as Node;
    if (type === 'Attribute') {
      const texts = (Array.isArray(value) ? value : [value]) as Node[];
      if (READ.has(name ?? '')) texts.filter((v) => v?.type === 'Text').forEach((v) => keep(v.data ?? ''));
      return;
    }
    if (type === 'Text') keep(data ?? '');
    Object.values(node).forEach(walk);
  };
  walk(parse(source, { modern: true }).fragment);
  return found;
}

it('finds words between tags and in what is read aloud, and leaves code alone', () => {
  expect(written(`<p class="card muted">{t('save')} · Save now</p><input aria-label="Name" type="text" /><b>{'Amana'}</b>`)).toEqual(['· Save now', 'Name']);
});

it('no component writes words of its own', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.svelte'));
  expect(files.length).toBeGreaterThan(40);
  expect(files.flatMap((name) => written(readFileSync(join(SOURCE, name), 'utf8')).map((words) => `${name}: ${words}`))).toEqual([]);
});
