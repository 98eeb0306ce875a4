/** What "Cost, learning rate, iterations" claims in words; its numbers are in `measured.test.ts`. */
import { describe, expect, test } from 'vitest';
import { lessonForAll, notPassed } from './lesson.ts';
import type { LessonPage } from './lesson-page.ts';

const lesson = lessonForAll('cost', { gpu: true });

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

test('the figure takes the same steps, and says where they lead', async () => {
  const figure = lesson.page.locator('descent-figure#stride');
  await figure.scrollIntoViewIfNeeded();
  // The second one is that of its code, which has been run as well.
  const rate = figure.getByRole('slider', { name: 'learning rate' }).first();
  const says = async (value: string) => {
    await rate.fill(value);
    return (await figure.innerText()).replace(/\s+/gu, ' ');
  };
  expect(await says('0.5')).toContain('12 steps from w 10 to 0.');
  expect(await says('1')).toContain('12 steps from w 10 to 10.');
  expect(await says('1.1')).toMatch(/12 steps from w 10 to 89\.\d+/u);
});

test('the landscape of the line tips over just below 1', async () => {
  const slope = async (rate: number) => {
    await lesson.enter('surface', 'η', rate);
    return Number(/after 40 steps: slope (-?[\d.e+]+)/u.exec(await lesson.text('surface'))?.[1]);
  };
  const [below, beyond] = [await slope(0.9), await slope(1)];
  expect(Math.abs(below - 2.02)).toBeLessThan(0.1);
  expect(Math.abs(beyond - 2.02)).toBeGreaterThan(0.5);
});

test('each prediction says what the run gave', async () => {
  const told = await lesson.page
    .locator('descent-prediction')
    .evaluateAll((all) => all.map(({ id, dataset }) => [id, dataset['state']]));
  expect(told).toEqual(['three-steps', 'best-rate', 'which-batch', 'fresh-cost'].map((id) => [id, 'shown']));
});

describe('the exercises tell the usual mistakes', () => {
  const failed = async (id: string, change: (text: string) => string, from: 'starter' | 'solution') =>
    notPassed(await lesson.attempt(id, change, from));

  test.each([
    ['a plus for the minus', (text: string) => text.replace('a - rate * slopeA', 'a + rate * slopeA')],
    ['a forgotten 2', (text: string) => text.replace('2 * mean(errors);', 'mean(errors);')],
    ['a forgotten x', (text: string) => text.replace('error * points.x[i]', 'error')],
    [
      'a moved before the slope along b is known',
      (text: string) =>
        text.replace(
          'const slopeB',
          '[a] = [a - rate * slopeA];\n    errors.forEach((_, i) => (errors[i] = a * points.x[i] + b - points.y[i]));\n    const slopeB',
        ),
    ],
  ])('descending to the line with %s', async (_, change) => {
    expect(await failed('line-by-hand', change, 'solution')).toContain('one step from a = 3, b = -2: failed');
  });

  test('a level line divided by thirty is mended for thirty points alone', async () => {
    const change = (text: string) => text.replace('heights.length', '30');
    expect(await failed('exploding-level', change, 'solution')).toContain('three heights: failed');
  });

  test.each(['2 / walls.c', 'NaN', 'Infinity', '-1'])('a rate of %s does not come to rest', async (rate) => {
    expect(await failed('steeper-walls', (text) => text.replace('0.05', rate), 'starter')).toContain(
      'the walker comes to rest: failed',
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
    const onGpu = await lesson.another('webgpu');
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
