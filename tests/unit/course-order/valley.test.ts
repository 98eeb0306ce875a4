import { expect, test } from 'vitest';
import { descend, height, levelLine } from '../../../src/course/valley.ts';

test('every point of a level line is that high', () => {
  for (const point of levelLine(3)) expect(height(point)).toBeCloseTo(3, 6);
});

test('a small rate goes down at every step, a large one swings from wall to wall', () => {
  const calm = descend([-3.4, 2.2], 0.07, 30);
  const heights = calm.map(height);
  expect(heights.every((value, index) => index === 0 || value < (heights[index - 1] ?? 0))).toBe(true);

  const side = descend([-3.4, 2.2], 0.29, 8).map(([x, y]) => Math.sign(y - 0.12 * x ** 2));
  expect(new Set(side)).toEqual(new Set([1, -1]));
});
