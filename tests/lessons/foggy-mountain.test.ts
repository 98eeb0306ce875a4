/** What "Down the foggy mountain" claims in words; its numbers are in `measured.test.ts`. */
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

const numbers = async (cell: string, path: string) => (await lesson.read(cell, path)) as number[];

test('south is the lowest neighbour, east is a way down too, and the other two lead up', async () => {
  const looks = (await lesson.read('mountain', 'looksAround')) as { place: string; height: number }[];
  const [here, ...around] = looks;
  const lower = around.filter(({ height }) => height < here!.height).sort((a, b) => a.height - b.height);
  expect(lower.map(({ place }) => place)).toEqual(['south', 'east']);
});

test('every walk arrives with halving and none without', async () => {
  const reached = (await lesson.read('halving', 'reached')) as { halving: number; fixed: number }[];
  for (const { halving, fixed } of reached) {
    expect(halving).toBeLessThan(0.01);
    expect(fixed).toBeGreaterThan(0.01);
  }
});

describe('slopes', () => {
  test('the secant of x² at 3 with h = 1.5 has slope 7.5, and 6.5 with h = 0.5', async () => {
    expect(await lesson.text('secant')).toContain('7.5');
    await lesson.enter('secant', 'h', 0.5);
    expect(await lesson.text('secant')).toContain('6.5');
  });

  test('on sin x the central error bottoms out earlier and deeper than the forward one', async () => {
    const steps = await numbers('rounding', 'hs');
    const lowest = async (name: string) => {
      const errors = (await numbers('rounding', name)).map((error) =>
        Number.isFinite(error) ? error : Infinity,
      );
      const error = Math.min(...errors);
      return { error, h: steps[errors.indexOf(error)]! };
    };
    const [forward, central] = [await lowest('ahead'), await lowest('bothWays')];
    expect(Math.log10(forward.h)).toBeCloseTo(-8, -0.5);
    expect(Math.log10(central.h)).toBeCloseTo(-5, -0.5);
    expect(central.error).toBeLessThan(forward.error / 10);
  });

  test('TensorFlow.js finds 6 by rule', async () => {
    expect(await lesson.read('rules', 'six')).toBe(6);
  });

  test('the kink of |x| is flagged, where the central difference claims 0, and gone beside it', async () => {
    expect(await lesson.text('kink')).toContain('no slope here: -1 from the left, 1 from the right');
    expect(await lesson.text('kink')).toMatch(/central difference\s+0$/);
    await lesson.enter('kink', 'x', 1.5);
    expect(await lesson.text('kink')).toContain('slope 1');
  });
});

test('with dimensions, asking grows with their square and the moves of the slope hardly at all', async () => {
  const [sizes, looks] = [
    await numbers('dimensions', 'sizes'),
    await numbers('dimensions-chart', 'byAsking'),
  ];
  expect(looks).toHaveLength(4);
  sizes.forEach((d, i) => expect(Math.abs(looks[i]! / (20 * d ** 2) - 1)).toBeLessThan(0.1));
  const strides = async (i: number) => (await lesson.read('dimensions', `walks[${i}].strides`)) as number;
  expect(await strides(3)).toBeLessThan(2 * (await strides(0)));
});
