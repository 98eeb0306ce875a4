/**
 * Every number that a lesson claims with `<Measured>`, read from the lesson's page right after its cell has run: the
 * cells run in page order on wasm.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { listLessonFiles, readLessonFile } from '../../src/course/lesson-files.ts';
import { partsOf } from '../../src/course/lesson.ts';
import { measured } from '../../src/course/vocabulary/measured.ts';
import { siteForAll } from '../site/site-for-all.ts';
import { openLesson } from './lesson-page.ts';

const root = process.cwd();
const lessons = listLessonFiles(root, { kitchen: true })
  .map((file) => readLessonFile(root, file).lesson)
  .map((lesson) => ({ id: lesson.id, claims: partsOf(lesson, measured).map(({ spec }) => spec) }))
  .filter(({ claims }) => claims.length > 0);

const site = siteForAll();

test('there is something to measure', () => {
  expect(lessons.map(({ id }) => id)).toContain('cost');
});

describe.each(lessons)('$id', ({ id, claims }) => {
  /** By cell and value: what the run gave, or why it could not be read. */
  const given = new Map<string, unknown>();

  beforeAll(async () => {
    const lesson = await openLesson(site, id, 'wasm');
    const asked = new Set(claims.map(({ cell }) => cell));
    for (const cell of (await lesson.cells()).filter((each) => asked.has(each))) {
      const state = await lesson.run(cell);
      for (const { value } of claims.filter((claim) => claim.cell === cell)) {
        const read = lesson.read(cell, value).catch((error: unknown) => String(error));
        given.set(`${cell} ${value}`, state === 'done' ? await read : state);
      }
    }
    await lesson.close();
  });

  test.each(claims)('$cell: $value is $text', ({ cell, value, is, within }) => {
    const run = given.get(`${cell} ${value}`);
    const told = `the run of "${cell}" gave ${value} = ${JSON.stringify(run)}`;
    if (typeof is === 'string') return expect(run, told).toBe(is);
    expect(run, told).toBeTypeOf('number');
    expect(Math.abs((run as number) - is), `${told}; claimed is ${is} within ${within}`).toBeLessThanOrEqual(
      within * (1 + 1e-9),
    );
  });
});

test('the page prints what is measured, as data', async () => {
  const lesson = await openLesson(site, 'cost', 'wasm');
  const shown = await lesson.page
    .locator('data.measured')
    .evaluateAll((all) =>
      all.map((each) => ({ is: (each as HTMLDataElement).value, text: each.textContent })),
    );
  const claims = lessons.find((each) => each.id === 'cost')?.claims ?? [];
  expect(shown).toEqual(claims.map(({ is, text }) => ({ is: String(is), text })));
  await lesson.close();
});
