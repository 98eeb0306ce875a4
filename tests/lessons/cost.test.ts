/** What "Cost, learning rate, iterations" claims in words; its numbers are in `measured.test.ts`. */
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { softwareGpu } from '../chromium.ts';
import { builtSite, openBrowser, type Site } from '../site/site.ts';
import { openLesson, type LessonPage } from './lesson-page.ts';

let site: Site;
let browser: Browser;
let lesson: LessonPage;

beforeAll(async () => {
  browser = await openBrowser(softwareGpu);
  site = await builtSite();
  lesson = await openLesson(browser, site, 'cost', 'wasm');
  for (const cell of await lesson.cells()) expect(await lesson.run(cell)).toBe('done');
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const column = async (cell: string, name: string) =>
  (await lesson.table(cell)).map((row) => Number(row[name]));

describe('learning rates on w²', () => {
  test('0.01 crawls, 0.1 arrives, 0.5 lands at once, 1 oscillates, 1.1 diverges', async () => {
    const tries = (await lesson.read('five-rates', 'tries')) as { w: number[] }[];
    expect(tries.map(({ w }) => Number(w[1]!.toPrecision(3)))).toEqual([9.8, 8, 0, -10, -12]);
    const [slow, good, exact, swinging, diverging] = tries.map(({ w }) => w[50]!);
    expect(slow).toBeGreaterThan(1);
    expect(good).toBeLessThan(1e-3);
    expect(exact).toBe(0);
    expect(swinging).toBe(10);
    expect(diverging).toBeGreaterThan(1e4);
  });

  test('the slider says the same as the table', async () => {
    expect(await lesson.text('fifty-steps')).toContain('0.000143');
    await lesson.enter('fifty-steps', 'η', 1.1);
    expect(await lesson.text('fifty-steps')).toContain('91000');
  });

  test('the valley tips over at 0.2', async () => {
    const height = async (rate: number) => {
      await lesson.enter('hunt', 'η', rate);
      return Number(/height after 50 steps\s+([\d.e+-]+)/.exec(await lesson.text('hunt'))?.[1]);
    };
    expect(await height(0.19)).toBeLessThan(0.1);
    expect(await height(0.2)).toBeGreaterThan(200);
    expect(await height(0.21)).toBeGreaterThan(1e4);
  });

  test('from 0.2 on no number of steps is enough', async () => {
    const rates = (await lesson.read('sweet-spot', 'rates')) as number[];
    const needed = (await lesson.read('sweet-spot', 'needed')) as number[];
    expect(rates.map((rate, i) => [rate > 0.1999, Number.isFinite(needed[i])])).toEqual(
      rates.map((rate) => [rate > 0.1999, rate <= 0.1999]),
    );
  });
});

describe('the line', () => {
  const check = async (page: LessonPage) => {
    const learned = (await page.read('exact', 'learned')) as { a: number; b: number };
    const exact = (await page.read('exact', 'exact')) as { a: number; b: number };
    expect(Math.abs(learned.a - exact.a)).toBeLessThan(0.005);
    expect(Math.abs(learned.b - exact.b)).toBeLessThan(0.005);
    const costs = ((await page.read('exact', 'fits')) as { cost: number }[]).map(({ cost }) => cost);
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
  };

  test('descends to the exact answer, which costs least, on wasm', () => check(lesson));

  test('descends to the exact answer on the software WebGPU adapter', async () => {
    const onGpu = await openLesson(browser, site, 'cost', 'webgpu');
    expect(await onGpu.run('exact')).toBe('done');
    expect(await onGpu.page.evaluate(() => document.documentElement.dataset['backend'])).toBe('webgpu');
    await check(onGpu);
    await onGpu.close();
  });
});

test('descent ends in the wrong valley, on the top, on the plain and at the kink', async () => {
  const [bowl, valley, top, plain, kink] = await column('no-promise', 'ends at w');
  expect(Math.abs(bowl!)).toBeLessThan(1e-9);
  expect(valley).toBe(1.86);
  expect(top).toBe(0);
  expect(plain).toBe(4);
  expect(Math.abs(kink!)).toBeCloseTo(0.05, 6);
  await lesson.enter('two-valleys', 'start', 0.2);
  expect(await lesson.text('two-valleys')).toContain('cost -6.06');
});

test('more training lowers the cost on seen points and raises it on fresh ones', async () => {
  const seen = await column('more-training', 'seen');
  const fresh = await column('more-training', 'fresh');
  expect(seen).toEqual([...seen].sort((a, b) => b - a));
  expect(fresh[1]).toBeLessThan(fresh[0]!);
  expect(fresh[3]).toBeGreaterThan(3 * fresh[1]!);
});
