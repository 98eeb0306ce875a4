/** What "AI, machine learning, deep learning" claims in words; its numbers are in `measured.test.ts`. */
import { describe, expect, test, vi } from 'vitest';
import { lessonForAll, notPassed } from './lesson.ts';
import type { LessonPage } from './lesson-page.ts';

const lesson = lessonForAll('three-terms', { gpu: true });

interface Rule {
  slope: number;
  intercept: number;
}

describe('the rule of the thermometers', () => {
  const check = async (page: LessonPage) => {
    const { slope, intercept } = (await page.read('learned', 'found')) as Rule;
    expect(Math.abs(slope - 1.8)).toBeLessThan(0.01);
    expect(Math.abs(intercept - 32)).toBeLessThan(0.1);
  };

  /** Trains with this seed: the cell is not live. */
  const train = async (seed: number) => {
    const cell = lesson.page.locator('descent-cell#learned');
    await lesson.set('learned', 'seed', seed);
    await cell.getByRole('button', { name: 'Run', exact: true }).click();
    const ran = async () => {
      expect(await lesson.read('learned', 'seed')).toBe(seed);
      expect(await cell.getAttribute('data-state')).toBe('done');
    };
    await vi.waitFor(ran, { timeout: 30_000, interval: 200 });
  };

  test('is learned on wasm, from five random starts', async () => {
    const starts = new Set<number>();
    for (const seed of [1, 2, 3, 4, 5]) {
      await train(seed);
      await check(lesson);
      const rules = (await lesson.read('learned', 'rules')) as Rule[];
      expect(rules).toHaveLength(101);
      starts.add(rules[0]!.slope);
      expect(Math.abs(rules[0]!.slope - 1.8)).toBeGreaterThan(0.5);
    }
    expect(starts.size).toBe(5);
  });

  test('is learned on the software WebGPU adapter', async () => {
    const onGpu = await lesson.another('webgpu');
    expect(await onGpu.run('learned')).toBe('done');
    expect(await onGpu.page.evaluate(() => document.documentElement.dataset['backend'])).toBe('webgpu');
    await check(onGpu);
    await onGpu.close();
  });

  test('holds for new temperatures, and one from shuffled answers does not', async () => {
    expect(await lesson.read('control', 'good')).toBeLessThan(0.1);
    expect(await lesson.read('control', 'bad')).toBeGreaterThan(30);
    expect(await lesson.read('control', 'verdict')).toBe('tens of degrees');
  });

  test('can be followed step by step', async () => {
    const lossAt = async (step: number) => {
      await lesson.enter('steps', 'step', step);
      return Number(/loss\s+([\d.,e−+-]+)/u.exec(await lesson.text('steps'))?.[1]?.replaceAll(',', ''));
    };
    const [first, tenth, last] = [await lossAt(1), await lossAt(10), await lossAt(60)];
    expect(tenth).toBeLessThan(first);
    expect(last).toBeLessThan(0.1);
  });
});

test('the sliders reach a loss below 100', async () => {
  await lesson.enter('by-hand', 'slope', 1.8);
  await lesson.enter('by-hand', 'intercept', 32);
  expect(await lesson.text('by-hand')).toMatch(/loss\s+0$/u);
});

test('each prediction says what the run gave', async () => {
  const told = await lesson.page
    .locator('descent-prediction')
    .evaluateAll((all) => all.map(({ id, dataset }) => [id, dataset['state']]));
  expect(told).toEqual(['how-many-steps', 'shuffled-pick'].map((id) => [id, 'shown']));
});

test('the rings say what they are, by keys', async () => {
  const figure = lesson.page.locator('descent-figure#three-rings');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('.step-reader').first().focus();
  const names: string[] = [];
  for (let i = 0; i < 3; i++) {
    names.push(await figure.locator('.step-says:not(.kept) .step-title').first().innerText());
    await lesson.page.keyboard.press('ArrowDown');
  }
  expect(names).toEqual(['artificial intelligence', 'machine learning', 'deep learning']);
});

describe('the exercises tell the usual mistakes', () => {
  const failed = async (id: string, from: string, to: string) =>
    notPassed(await lesson.attempt(id, (text) => text.replace(from, to)));

  test.each([
    ['the rule forwards', '1.8 * fahrenheit + 32'],
    ['a division before the subtraction', 'fahrenheit / 1.8 - 32'],
    ['forgotten brackets', 'fahrenheit - 32 / 1.8'],
    ['a multiplication', '(fahrenheit - 32) * 1.8'],
  ])('the way back with %s', async (_, rule) => {
    expect((await failed('way-back', 'return fahrenheit;', `return ${rule};`)).length).toBeGreaterThan(1);
  });

  test.each([
    ['a forgotten 5', '2, 4, 8, 14, 20', 'the fare for 1 km: failed'],
    ['the 5 for each kilometre', '7, 12, 22, 37, 52', 'the fare for 2 km: failed'],
    ['a slip in one', '7, 9, 13, 19, 52', 'the unit has learned 2 for each kilometre, and 5 more: failed'],
  ])('the teacher with %s', async (_, fares, told) => {
    expect((await failed('teacher', '0, 0, 0, 0, 0', fares)).join('\n')).toContain(told);
  });
});
