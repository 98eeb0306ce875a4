/** What "Cost, learning rate, iterations" claims, read from the page. */
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

const column = async (cell: string, name: string, page = lesson) =>
  (await page.table(cell)).map((row) => Number(row[name]));

test('a level line through the mean costs 1.27', async () => {
  expect(await lesson.text('cost')).toContain('1.27');
});

describe('learning rates on w²', () => {
  test('0.01 crawls, 0.1 arrives, 0.5 lands, 1 oscillates, 1.1 diverges', async () => {
    expect(await column('five-rates', 'after 1 step')).toEqual([9.8, 8, 0, -10, -12]);
    const [slow, good, exact, swinging, diverging] = await column('five-rates', 'after 50');
    expect(slow).toBeCloseTo(3.64, 2);
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

  test('the fewest steps are 16, at 0.165', async () => {
    expect(await lesson.text('sweet-spot')).toContain('fewest steps: 16, at η = 0.165');
  });
});

describe('the line', () => {
  const check = async (page: LessonPage) => {
    const [slope, exactSlope] = await column('exact', 'slope', page);
    const [intercept, exactIntercept] = await column('exact', 'intercept', page);
    expect(Math.abs(slope! - exactSlope!)).toBeLessThan(0.05);
    expect(Math.abs(intercept! - exactIntercept!)).toBeLessThan(0.05);
    expect([exactSlope, exactIntercept]).toEqual([2.02, -1.02]);
    expect(await column('exact', 'cost', page)).toEqual([0.0509, 0.0509, 0.0515, 1.2721]);
  };

  test('descends to the exact answer on wasm', () => check(lesson));

  test('descends to the exact answer on the software WebGPU adapter', async () => {
    const onGpu = await openLesson(browser, site, 'cost', 'webgpu');
    expect(await onGpu.run('exact')).toBe('done');
    expect(await onGpu.page.evaluate(() => document.documentElement.dataset['backend'])).toBe('webgpu');
    await check(onGpu);
    await onGpu.close();
  });
});

test('20 epochs are 20, 60 or 600 iterations; 600 of all points reach the exact cost', async () => {
  expect(await column('epochs', 'iterations')).toEqual([20, 60, 600, 600]);
  const costs = await column('epochs', 'cost at the end');
  expect(costs).toEqual([1.8159, 0.1997, 0.0542, 0.0509]);
});

test('descent ends in the wrong valley, on the top, on the plain and at the kink', async () => {
  const [bowl, valley, top, plain, kink] = await column('no-promise', 'ends at w');
  expect(Math.abs(bowl!)).toBeLessThan(1e-9);
  expect(valley).toBe(1.86);
  expect(top).toBe(0);
  expect(plain).toBe(4);
  expect(Math.abs(kink!)).toBeCloseTo(0.05, 6);
  expect(await lesson.text('two-valleys')).toContain('cost -2.07');
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
