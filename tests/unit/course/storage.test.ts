import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { database, keepers, kept } from '../../../src/course/storage.ts';

const files = globSync('src/**/*.{ts,astro}', { exclude: ['src/course/storage.ts'] }).map((path) => ({
  path: path.replaceAll('\\', '/').replace(/^src\//u, ''),
  text: readFileSync(path, 'utf8'),
}));

/** Code that touches what a browser keeps. The kernel's worker only takes such names away. */
const touches =
  /\b(?:localStorage|sessionStorage)\s*[.[]|\bopenDB\b|\bindexedDB\s*\.|\bcaches\s*\.|\.cookie\b/u;

test('whoever keeps something in the browser is on the list', () => {
  const found = files.filter(({ text }) => touches.test(text)).map(({ path }) => path);
  expect(found.toSorted()).toEqual([...keepers].toSorted());
});

test('every key and store that the source names is on the page, and no other', () => {
  const keys = files.flatMap(({ text }) =>
    [...text.matchAll(/['"`](descent[.:](?!\w+['"]?\)?: Custom)[\w.:${}-]+)['"`]/gu)].map(([, key = '']) =>
      key.replace(/\$\{.*\}/u, '…'),
    ),
  );
  const named = kept.flatMap(({ where }) => (where.kind === 'local storage' ? where.keys : []));
  // Events, and what workers and plugins call each other by, have names of the same make.
  const others = /^descent:(?!editor)|^descent\.(?:tfjs|language|backends)$/u;
  const wanted = new Set(keys.filter((key) => !others.test(key)));
  expect(named.filter((key) => key !== 'descent-theme').toSorted()).toEqual([...wanted].toSorted());
  expect(files.some(({ text }) => text.includes(`'descent-theme'`))).toBe(true);
});

test('the database has the stores that the page tells', () => {
  const { text = '' } = files.find(({ path }) => path === 'learning/database.ts') ?? {};
  const stores = [...text.matchAll(/createObjectStore\('(\w+)'\)/gu)].map(([, store]) => store);
  const told = kept.flatMap(({ where }) => (where.kind === 'database' ? [where.store] : []));
  expect(told.toSorted()).toEqual(stores.toSorted());
  expect(text).toContain(`('${database}', `);
});
