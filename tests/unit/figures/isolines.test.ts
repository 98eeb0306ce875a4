import { describe, expect, test } from 'vitest';
import { isolines, levelsFor } from '../../../src/figures/isolines.ts';

const bowl = (n: number) =>
  Array.from({ length: n }, (_, j) =>
    Array.from({ length: n }, (_, i) => (i - n / 2) ** 2 + (j - n / 2) ** 2),
  );

describe('isolines', () => {
  test('of a plane is one straight line where the plane has the level', () => {
    const slope = [0, 1, 2].map(() => [0, 1, 2, 3]);
    const lines = isolines(slope, 1.5);
    expect(lines).toHaveLength(1);
    expect(lines[0]!.map(([x]) => x)).toEqual([1.5, 1.5, 1.5]);
    expect(lines[0]!.map(([, y]) => y).sort()).toEqual([0, 1, 2]);
  });

  test('of a bowl are closed rings at the right distance', () => {
    const [ring, ...others] = isolines(bowl(41), 100);
    expect(others).toEqual([]);
    expect(ring![0]).toEqual(ring!.at(-1));
    for (const [x, y] of ring!) expect(Math.abs(Math.hypot(x - 20.5, y - 20.5) - 10)).toBeLessThan(0.05);
  });

  test('a saddle joins the corners that its middle says', () => {
    expect(
      isolines(
        [
          [1, 0],
          [0, 1],
        ],
        0.4,
      ),
    ).toHaveLength(2);
    const high = isolines(
      [
        [1, 0],
        [0, 1],
      ],
      0.4,
    ).flat();
    const low = isolines(
      [
        [1, 0],
        [0, 1],
      ],
      0.6,
    ).flat();
    expect(high).not.toEqual(low);
  });

  test('squares with a number that is not finite have no line', () => {
    expect(
      isolines(
        [
          [0, 1],
          [NaN, 1],
        ],
        0.5,
      ),
    ).toEqual([]);
  });

  test('beyond the range there is no line', () => {
    expect(isolines(bowl(5), -1)).toEqual([]);
  });
});

describe('levels', () => {
  test('lie inside the range, ascending, and closer together near the lowest point', () => {
    const levels = levelsFor(2, 10, 4, false);
    expect(levels).toHaveLength(4);
    expect(levels[0]! > 2 && levels.at(-1)! < 10).toBe(true);
    const gaps = levels.slice(1).map((level, i) => level - levels[i]!);
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
  });

  test('are at equal ratios when logarithmic', () => {
    const levels = levelsFor(0, 1, 3, true);
    expect(levels[1]! / levels[0]!).toBeCloseTo(levels[2]! / levels[1]!, 9);
  });

  test('a flat land has none', () => {
    expect(levelsFor(3, 3, 5, false)).toEqual([]);
  });
});
