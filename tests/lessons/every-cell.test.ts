/** Every cell of every written lesson runs, in page order, on wasm, without a word in the browser's console. */
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lessonId } from '../../src/course/lesson-id.ts';
import { builtSite, openBrowser, type Site } from '../site/site.ts';
import { openLesson } from './lesson-page.ts';

let site: Site;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  site = await builtSite();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const lessons = globSync('content/**/*.mdx').map((file) => lessonId(basename(file)));

test.each(lessons)('%s', async (id) => {
  const lesson = await openLesson(browser, site, id, 'wasm');
  const cells = await lesson.cells();
  const states: Record<string, string> = {};
  for (const cell of cells) states[cell] = await lesson.run(cell);
  expect(cells.length).toBeGreaterThan(0);
  expect(states).toEqual(Object.fromEntries(cells.map((cell) => [cell, 'done'])));
  expect(lesson.troubles).toEqual([]);
  await lesson.close();
});
