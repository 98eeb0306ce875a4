/** Every cell of every written lesson runs, in page order, on wasm, without a word in the browser's console. */
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { lessonId } from '../../src/course/lesson-id.ts';
import { siteForAll } from '../site/site-for-all.ts';
import { openLesson } from './lesson-page.ts';

const site = siteForAll();

const lessons = globSync('content/**/*.mdx').map((file) => lessonId(basename(file)));

test.each(lessons)('%s', async (id) => {
  const lesson = await openLesson(site, id, 'wasm');
  const cells = await lesson.cells();
  const states: Record<string, string> = {};
  for (const cell of cells) states[cell] = await lesson.run(cell);
  expect(cells.length).toBeGreaterThan(0);
  expect(states).toEqual(Object.fromEntries(cells.map((cell) => [cell, 'done'])));
  expect(lesson.troubles).toEqual([]);
  await lesson.close();
});
