/** What "Down the foggy mountain" claims, read from the page. */
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtSite, openBrowser, type Site } from '../site/site.ts';
import { openLesson, type LessonPage } from './lesson-page.ts';

let site: Site;
let browser: Browser;
let lesson: LessonPage;

beforeAll(async () => {
  browser = await openBrowser();
  site = await builtSite();
  lesson = await openLesson(browser, site, 'foggy-mountain', 'wasm');
  for (const cell of await lesson.cells()) expect(await lesson.run(cell)).toBe('done');
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const column = async (cell: string, name: string) =>
  (await lesson.table(cell)).map((row) => Number(row[name]));

test('south is the lowest neighbour, and two of the four lead up', async () => {
  expect(await column('mountain', 'height')).toEqual([234, 230, 238, 239, 229]);
});

test('four directions take 103 moves and 416 looks', async () => {
  expect(await lesson.text('ask-neighbours')).toContain('103 moves, 416 looks');
});

test('every walk arrives with halving and none without', async () => {
  const reached = await column('halving', 'height reached, halving');
  const stranded = await column('halving', 'height reached, not halving');
  for (const height of reached) expect(height).toBeLessThan(0.01);
  expect(stranded).toEqual([0.845, 0.129, 0.0118]);
});

describe('slopes', () => {
  test('the secant of x² at 3 with h = 1.5 has slope 7.5, and 6.5 with h = 0.5', async () => {
    expect(await lesson.text('secant')).toContain('7.5');
    await lesson.enter('secant', 'h', 0.5);
    expect(await lesson.text('secant')).toContain('6.5');
  });

  test('the forward error turns round; the central one is within 1e-6 at a sensible h', async () => {
    const forward = await column('differences', 'error, forward');
    const central = await column('differences', 'error, central');
    expect(forward[2]).toBeLessThan(1e-7);
    expect(forward[4]).toBeGreaterThan(0.5);
    expect(forward[4]).toBeGreaterThan(forward[2]!);
    expect(central[1]).toBeLessThan(1e-6);
  });

  test('TensorFlow.js finds 6 by rule', async () => {
    expect(await lesson.text('rules')).toMatch(/the slope of x² at 3\s+6$/);
  });

  test('the kink of |x| is flagged, and gone beside it', async () => {
    expect(await lesson.text('kink')).toContain('no slope here: -1 from the left, 1 from the right');
    await lesson.enter('kink', 'x', 1.5);
    expect(await lesson.text('kink')).toContain('slope 1');
  });
});

test('the slope takes 21 moves and 84 looks, less than half of the other walker', async () => {
  const moves = await column('gradient', 'moves');
  expect(moves).toEqual([103, 21]);
  expect(await column('gradient', 'looks')).toEqual([416, 84]);
});

test('with dimensions, asking grows with the square and the slope hardly at all', async () => {
  const asking = await column('dimensions', 'looks, asking');
  const moves = await column('dimensions', 'moves, slope');
  expect(asking).toEqual([76, 1980, 49900, 799600]);
  expect(asking[1]! / asking[0]!).toBeGreaterThan(10);
  expect(moves).toEqual([11, 14, 18, 21]);
  expect(moves[3]! / moves[0]!).toBeLessThan(2);
  expect(await column('dimensions', 'looks, slope')).toEqual([44, 280, 1800, 8400]);
});
