/** Every exercise of every lesson, on wasm, in the built page: the starter fails its check, and the solution passes it. */
import { expect, test } from 'vitest';
import { listLessonFiles, readLessonFile } from '../../src/course/lesson-files.ts';
import { partsOf } from '../../src/course/lesson.ts';
import { exercise } from '../../src/course/vocabulary/exercise.ts';
import { exerciseOf } from '../site/exercise-page.ts';
import { siteForAll } from '../site/site-for-all.ts';

const site = siteForAll();

const root = process.cwd();
const all = listLessonFiles(root, { kitchen: true }).flatMap((file) => {
  const { lesson } = readLessonFile(root, file);
  return partsOf(lesson, exercise).map(({ spec }) => ({
    name: `${lesson.id}/${spec.id}`,
    ...{ lesson: lesson.id, id: spec.id, solution: spec.solution.source },
    // The lesson's own numbers, and others.
    sets: spec.variant ? 2 : 1,
  }));
});

test('there are exercises', () => {
  expect(all.length).toBeGreaterThan(5);
});

test.each(all)('$name', async ({ lesson, id, solution, sets }) => {
  const page = await site.browser.newPage();
  const troubles: string[] = [];
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  await page.goto(`${site.url}${lesson}/?backend=wasm`);
  const found = exerciseOf(page, id);
  await found.near();
  for (let set = 0; set < sets; set += 1) {
    if (set > 0) {
      await found.write(await found.original());
      await found.button('Try').click();
      await expect.poll(() => found.state()).toBe('todo');
    }
    const before = await found.check();
    expect(await found.state(), before.text).not.toBe('passed');
    // By its tests, and not because the check itself failed.
    expect(before.summary).not.toMatch(/^$|No test/);
    expect(before.tests).not.toContain('Before the tests: failed');
    await found.write(solution);
    const after = await found.check();
    expect(
      after.tests.filter((told) => !told.endsWith(': passed')),
      after.text,
    ).toEqual([]);
    expect(after.tests.length).toBeGreaterThan(0);
    expect(await found.state(), after.text).toBe('passed');
  }
  expect(troubles).toEqual([]);
  await page.close();
});
