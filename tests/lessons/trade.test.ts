/** What "The trade: data, cost, clarity" claims in words; its numbers are in `measured.test.ts`. */
import { describe, expect, test } from 'vitest';
import { lessonForAll } from './lesson.ts';
import type { LessonPage } from './lesson-page.ts';

const lesson = lessonForAll('trade', { gpu: true, fresh: true });

interface Run {
  model: string;
  n: number;
  seen: number;
  fresh: number;
}

/** The cell is not live. */
async function withSeed(seed: number): Promise<string> {
  await lesson.set('fuel', 'seed', seed);
  return lesson.run('fuel');
}

describe('engine and fuel', () => {
  const check = async (page: LessonPage) => {
    const runs = (await page.read('fuel', 'runs')) as Run[];
    const best = Math.max(...runs.map(({ fresh }) => fresh));
    const of = (model: string, n: number) => runs.find((run) => run.model === model && run.n === n)!;
    expect(of('large', 800).fresh).toBe(best);
    expect(of('large', 25).seen - of('large', 25).fresh).toBeGreaterThan(0.15);
    expect(of('small', 800).fresh).toBeLessThan(0.85);
    expect(of('logistic', 800).fresh).toBeLessThan(0.75);
  };

  test('the large network with the most data is the best, and over-fits the least data, for three seeds', async () => {
    for (const cell of ['arms', 'recipe', 'train', 'test', 'neighbours'])
      expect(await lesson.run(cell)).toBe('done');
    expect(await lesson.run('fuel')).toBe('done');
    await check(lesson);
    for (const seed of [2, 3]) {
      expect(await withSeed(seed)).toBe('done');
      await check(lesson);
    }
  }, 400_000);

  test('neighbours come as far without training', async () => {
    await withSeed(1);
    expect(await lesson.run('fuel-map')).toBe('done');
    const map = (await lesson.read('fuel-map', 'map')) as number[][];
    expect(map[4]![3]).toBeGreaterThanOrEqual(map[3]![3]! - 1);
  }, 400_000);

  test('more wrong labels lower the accuracy, for three seeds', async () => {
    for (const seed of [1, 2, 3]) {
      if (seed > 1) await withSeed(seed);
      expect(await lesson.run('label-noise')).toBe('done');
      const accuracies = (await lesson.read('label-noise', 'dirtyLarge')) as number[];
      expect(accuracies).toHaveLength(5);
      for (const [i, accuracy] of accuracies.slice(1).entries())
        expect(accuracy).toBeLessThanOrEqual(accuracies[i]! + 0.03);
      expect(accuracies[4]).toBeLessThan(accuracies[0]! - 0.15);
    }
  }, 400_000);

  test('the recipe trains on the software WebGPU adapter', async () => {
    const onGpu = await lesson.another('webgpu');
    for (const cell of ['clarity', 'matrix']) expect(await onGpu.run(cell)).toBe('done');
    expect(await onGpu.page.evaluate(() => document.documentElement.dataset['backend'])).toBe('webgpu');
    expect(await onGpu.read('matrix', 'shopRight')).toBeGreaterThan(0.9);
    await onGpu.close();
  }, 300_000);
});

test('the sixth loss is within 15% of the prediction from five', async () => {
  for (const cell of ['five-sizes', 'sixth']) expect(await lesson.run(cell)).toBe('done');
  const losses = (await lesson.read('five-sizes', 'losses')) as number[];
  expect(losses).toEqual([...losses].sort((a, b) => b - a));
  expect(Math.abs((await lesson.read('sixth', 'miss')) as number)).toBeLessThan(0.15);
});

test('one recipe reaches 90% on four kinds of data', async () => {
  expect(await lesson.run('four-kinds')).toBe('done');
  const results = (await lesson.read('four-kinds', 'results')) as { guess: number; right: number }[];
  expect(results).toHaveLength(4);
  for (const { guess, right } of results) {
    expect(right).toBeGreaterThanOrEqual(0.9);
    expect(right).toBeGreaterThan(guess + 0.1);
  }
});

test('a new head on trained layers beats both controls', async () => {
  expect(await lesson.run('new-head')).toBe('done');
  const [swapped, untrained, scratch] = await Promise.all(
    ['swapped', 'untrained', 'scratch'].map((name) => lesson.read('new-head', name)),
  );
  expect(swapped).toBeGreaterThan((scratch as number) + 0.05);
  expect(swapped).toBeGreaterThan((untrained as number) + 0.05);
});

test('robustness ends where the training variation ends', async () => {
  expect(await lesson.run('robust')).toBe('done');
  const [centred, around] = (await Promise.all(
    ['centred', 'aroundOne'].map((name) => lesson.read('robust', name)),
  )) as number[][];
  for (const i of [2, 3, 4]) expect(around![i]).toBeGreaterThan(0.9);
  for (const i of [0, 1, 5, 6]) expect(around![i]).toBeLessThan(0.5);
  expect(centred![3]).toBeGreaterThan(0.9);
  for (const i of [0, 1, 2, 4, 5, 6]) expect(centred![i]).toBeLessThan(0.6);
});

test('the tree finds the rule; features by hand win with few pictures', async () => {
  expect(await lesson.run('clarity')).toBe('done');
  expect(await lesson.text('clarity')).toMatch(/months < 0\.\d\d\?/u);
  expect(await lesson.read('clarity', 'treeRight')).toBeGreaterThan(0.95);
  expect(await lesson.run('two-pipelines')).toBe('done');
  const pipelines = (await lesson.read('two-pipelines', 'pipelines')) as { tree: number; net: number }[];
  expect(pipelines[0]!.tree).toBeGreaterThan(pipelines[0]!.net + 0.05);
  expect(pipelines[2]!.net).toBeGreaterThan(pipelines[0]!.net);
});

test('counts and bills', async () => {
  expect(await lesson.run('clock')).toBe('done');
  expect(await lesson.read('clock', 'oneAnswer')).toBe(1760);
  expect(await lesson.read('clock', 'toTrain')).toBe(3 * 1760 * 800 * 250);
  expect(await lesson.run('calculator')).toBe('done');
  expect(await lesson.read('calculator', 'hours')).toBeCloseTo(831.4, 0);
});
