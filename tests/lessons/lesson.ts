/** What the tests of one lesson begin with: the lesson of the built site in a browser, with its cells run. */
import { beforeAll, expect } from 'vitest';
import { listLessonFiles, readLessonFile } from '../../src/course/lesson-files.ts';
import { lessonId } from '../../src/course/lesson-id.ts';
import { partsOf } from '../../src/course/lesson.ts';
import { exercise } from '../../src/course/vocabulary/exercise.ts';
import { softwareGpu } from '../chromium.ts';
import { exerciseOf } from '../site/exercise-page.ts';
import { siteForAll } from '../site/site-for-all.ts';
import { openLesson, type LessonPage } from './lesson-page.ts';

export interface LessonForAll extends LessonPage {
  /** The same lesson in a page of its own. */
  another(backend: string): Promise<LessonPage>;
  /**
   * Writes an exercise's starter or solution, changed, and checks it, in a page of its own. Returns what each test says:
   * `goes downhill: passed`.
   */
  attempt(
    exercise: string,
    change: (text: string) => string,
    from?: 'starter' | 'solution',
  ): Promise<string[]>;
}

export const notPassed = (tests: readonly string[]): string[] =>
  tests.filter((told) => !told.endsWith(': passed'));

/**
 * One lesson on wasm for all tests of a file, with all its cells run. `fresh`: none is run. `ms`: what running them may
 * take.
 */
export function lessonForAll(
  id: string,
  { gpu = false, fresh = false, ms = 240_000 }: { gpu?: boolean; fresh?: boolean; ms?: number } = {},
): LessonForAll {
  const site = siteForAll({ args: gpu ? softwareGpu : [] });
  let opened: LessonPage;
  beforeAll(async () => {
    opened = await openLesson(site, id, 'wasm');
    if (!fresh) for (const cell of await opened.cells()) expect(await opened.run(cell), cell).toBe('done');
  }, ms);
  return {
    get page() {
      return opened.page;
    },
    get troubles() {
      return opened.troubles;
    },
    cells: () => opened.cells(),
    run: (cell) => opened.run(cell),
    set: (cell, name, value) => opened.set(cell, name, value),
    enter: (cell, name, value) => opened.enter(cell, name, value),
    text: (cell) => opened.text(cell),
    table: (cell) => opened.table(cell),
    read: (cell, path) => opened.read(cell, path),
    close: () => opened.close(),
    another: (backend) => openLesson(site, id, backend),
    async attempt(name, change, from = 'starter') {
      const { page, close } = await openLesson(site, id, 'wasm');
      const found = exerciseOf(page, name);
      await found.near();
      const text = from === 'starter' ? await found.original() : solutionOf(id, name);
      const changed = change(text);
      expect(changed, `${name}, changed`).not.toBe(text);
      await found.write(changed);
      const { tests } = await found.check();
      await close();
      return tests;
    },
  };
}

function solutionOf(id: string, name: string): string {
  const root = process.cwd();
  const file = listLessonFiles(root, { kitchen: true }).find((each) => lessonId(each) === id) ?? '';
  const { lesson } = readLessonFile(root, file);
  const found = partsOf(lesson, exercise).find(({ spec }) => spec.id === name);
  if (!found) throw new Error(`lesson "${id}" has no exercise "${name}"`);
  return found.spec.solution.source;
}
