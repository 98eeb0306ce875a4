/** What the tests of one lesson, or of all of them, begin with: the built site, a browser, and the lesson in it. */
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import { listLessonFiles, readLessonFile } from '../../src/course/lesson-files.ts';
import { lessonId } from '../../src/course/lesson-id.ts';
import { partsOf } from '../../src/course/lesson.ts';
import { exercise } from '../../src/course/vocabulary/exercise.ts';
import { softwareGpu } from '../chromium.ts';
import { exerciseOf } from '../site/exercise-page.ts';
import { builtSite, openBrowser, type Site } from '../site/site.ts';
import { openLesson, type LessonPage } from './lesson-page.ts';

export interface OpenSite {
  readonly browser: Browser;
  /** The first page's address, with a slash at the end. */
  readonly url: string;
  open(lesson: string, backend: string): Promise<LessonPage>;
}

/** The site and a browser for all tests of a file. `gpu`: with WebGPU on the software adapter. */
export function siteForAll({ gpu = false } = {}): OpenSite {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(gpu ? softwareGpu : undefined);
    site = await builtSite();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  return {
    get browser() {
      return browser;
    },
    get url() {
      return site.url;
    },
    open: (lesson, backend) => openLesson(browser, site, lesson, backend),
  };
}

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
  const site = siteForAll({ gpu });
  let opened: LessonPage;
  beforeAll(async () => {
    opened = await site.open(id, 'wasm');
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
    another: (backend) => site.open(id, backend),
    async attempt(name, change, from = 'starter') {
      const { page, close } = await site.open(id, 'wasm');
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
