import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Writes a .br and a .gz beside each built file that text compression helps: the server sends them as they are. */
function compressed(): Plugin {
  let out = '';
  const walk = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? walk(path) : [path];
    });
  return {
    name: 'compressed',
    apply: 'build',
    configResolved: (config) => void (out = join(config.root, config.build.outDir)),
    closeBundle() {
      for (const path of walk(out).filter((p) => /\.(html|js|css|svg|json|webmanifest)$/.test(p))) {
        const bytes = readFileSync(path);
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
        writeFileSync(path + '.br', brotliCompressSync(bytes, { params }));
        writeFileSync(path + '.gz', gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

/** How much of the English messages each language has, 0 to 1. */
function translated(): Record<string, number> {
  const folder = join(import.meta.dirname, '../content/i18n');
  const folders = readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory());
  const keys = (language: string) =>
    new Set(readdirSync(join(folder, language)).flatMap((name) => readFileSync(join(folder, language, name), 'utf8').match(/^[a-zA-Z][\w-]*(?= =)/gm) ?? []));
  const english = keys('en');
  return Object.fromEntries(folders.map((language) => [language, [...keys(language)].filter((key) => english.has(key)).length / english.size]));
}

const server = process.env.AMANA_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [svelte(), compressed()],
  define: { __TRANSLATED__: JSON.stringify(translated()) },
  build: {
    target: ['chrome111', 'firefox115', 'safari16.4'],
    modulePreload: { polyfill: false },
    // An image as data: would need a wider content security policy.
    assetsInlineLimit: 0,
  },
  server: { fs: { allow: ['..'] }, proxy: { '/api': server, '/manifest': server } },
  test: { include: ['src/**/*.test.ts'] },
});
