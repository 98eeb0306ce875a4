/** What "The page is your laboratory" claims in words; its numbers are in `measured.test.ts`. */
import { expect, test } from 'vitest';
import { softwareGpu } from '../chromium.ts';
import { siteForAll } from '../site/site-for-all.ts';
import { openLesson } from './lesson-page.ts';

const site = siteForAll({ args: softwareGpu });

test.each(['wasm', 'cpu', 'webgpu'])(
  'tables are multiplied, and nothing is left over, on %s',
  async (backend) => {
    const lesson = await openLesson(site, 'laboratory', backend);
    for (const cell of ['hello', 'race']) expect(await lesson.run(cell)).toBe('done');
    expect(await lesson.read('hello', 'backend')).toBe(backend);
    expect(await lesson.read('hello', 'numbers')).toEqual([
      [1, 2],
      [3, 4],
    ]);
    const before = await lesson.read('hello', 'tensorsBefore');
    expect(await lesson.read('hello', 'tensorsAfter')).toBe(before);
    expect(await lesson.read('race', 'largestGap')).toBeLessThan(1e-3);
    expect(lesson.troubles).toEqual([]);
    await lesson.close();
  },
);

test('arms are learned and tosses are not, and a second run holds no more tensors than the first', async () => {
  const lesson = await openLesson(site, 'laboratory', 'wasm');
  const held = async () => {
    await lesson.run('hello');
    return lesson.read('hello', 'tensorsAfter');
  };
  expect(await lesson.run('control')).toBe('done');
  expect(await lesson.read('test', 'right')).toBeGreaterThan(285);
  expect(await lesson.read('control', 'outcome')).toBe('about half');
  const first = await held();
  for (const cell of ['learn', 'test', 'control']) expect(await lesson.run(cell)).toBe('done');
  expect(await held()).toBe(first);
  await lesson.close();
});
