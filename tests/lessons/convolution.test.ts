/** What "Pixels, channels, convolution" claims in words; its numbers are in `measured.test.ts`. */
import { describe, expect, test } from 'vitest';
import { lessonForAll } from './lesson.ts';
import type { LessonPage } from './lesson-page.ts';

const lesson = lessonForAll('convolution', { gpu: true });

const columns = async (cell: string, ...names: string[]) =>
  (await lesson.table(cell)).map((row) => names.map((name) => Number(row[name])));

describe('loops and library', () => {
  const check = async (page: LessonPage) => {
    const rows = await page.table('settings');
    const sizes = rows.map(({ formula, loops, library }) => [formula, loops, library]);
    expect(sizes).toHaveLength(8);
    for (const [formula, loops, library] of sizes) expect([loops, library]).toEqual([formula, formula]);
    expect(await page.read('settings', 'largest')).toBeLessThan(1e-5);
    expect(await page.read('layer-check', 'layerDifference')).toBeLessThan(1e-5);
  };

  test('agree on eight settings and on a layer of three filters, on wasm', () => check(lesson));

  test('agree on the software WebGPU adapter', async () => {
    const onGpu = await lesson.another('webgpu');
    for (const cell of ['settings', 'layer-check']) expect(await onGpu.run(cell)).toBe('done');
    expect(await onGpu.page.evaluate(() => document.documentElement.dataset['backend'])).toBe('webgpu');
    await check(onGpu);
    await onGpu.close();
  });
});

test('an even area gives its colour times the sum of the weights', async () => {
  const answers = await columns('even-sky', 'sum of weights', 'in the sky');
  expect(answers.map(([sum]) => sum)).toEqual([1, 0, 0, 1, 1]);
  for (const [sum, sky] of answers) expect(sky).toBeCloseTo(0.6 * sum!, 6);
});

test('flipped, the edge kernel changes its sign and blur does not', async () => {
  const [edge, blur] = await columns('flip', 'cross-correlation', 'convolution');
  expect(edge![1]).toBe(-edge![0]!);
  expect(blur![1]).toBe(blur![0]);
});

test('only the convolution moves along, and with a stride of 2 only for even shifts', async () => {
  const gaps = await columns('equivariance', 'largest output', 'gap');
  expect(gaps[0]![1]).toBe(0);
  for (const [strongest, gap] of gaps.slice(1)) expect(gap).toBeGreaterThan(strongest! / 2);
  for (const [by, ...rest] of await columns('small-print', 'shift by', 'stride 1', 'stride 2', 'max pooling'))
    expect(rest.map((gap) => gap === 0)).toEqual([true, by! % 2 === 0, by! % 2 === 0]);
});

test('the learned kernel is the edge kernel', async () => {
  const learned = (await lesson.read('learned', 'learned')) as number[][];
  const sobel = (await lesson.read('one-place', 'sobel')) as number[][];
  for (const [i, weight] of learned.flat().entries()) expect(weight).toBeCloseTo(sobel.flat()[i]!, 2);
});
