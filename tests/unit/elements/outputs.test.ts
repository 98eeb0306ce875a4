import { describe, expect, test } from 'vitest';
import { downsample } from '../../../src/elements/outputs/downsample.ts';
import {
  appendPoints,
  ceilingOf,
  createRecord,
  domains,
  fateOf,
} from '../../../src/elements/outputs/run-record.ts';
import { createSheet } from '../../../src/elements/inputs/sheet.ts';
import { createPointSet } from '../../../src/elements/inputs/point-set.ts';
import { slicesOf, unravel } from '../../../src/elements/outputs/slices.ts';

const explosion = Array.from({ length: 60 }, (_, i) => 1.44 ** i);

describe('the record of a run', () => {
  test('grows by what is appended; a missing curve is not a number', () => {
    const record = createRecord(['a', 'b'], 'r');
    appendPoints(record, { x: Float64Array.of(0, 1), ys: [Float64Array.of(5, 6)] });
    expect(record.x).toEqual([0, 1]);
    expect(record.ys).toEqual([
      [5, 6],
      [NaN, NaN],
    ]);
  });

  test('an explosion has a ceiling at ten times its start', () => {
    expect(ceilingOf(explosion, false)).toBe(10);
    expect(
      fateOf(
        explosion.map((_, i) => i),
        explosion,
        10,
      ),
    ).toEqual({ kind: 'left', at: 7 });
  });

  test('what merely grows, falls or is logarithmic has none', () => {
    for (const calm of [[1, 5, 500], [100, 1, 0.00001], [0, 0, 0], [NaN]])
      expect(ceilingOf(calm, false)).toBe(Infinity);
    expect(ceilingOf(explosion, true)).toBe(Infinity);
  });

  test('a gap is not an end, an end is', () => {
    expect(fateOf([0, 1, 2], [1, NaN, 2], Infinity)).toEqual({ kind: 'whole' });
    expect(fateOf([0, 1, 2], [1, NaN, NaN], Infinity)).toEqual({ kind: 'not a number', at: 1 });
    expect(fateOf([0, 1], [1, Infinity], Infinity)).toEqual({ kind: 'left', at: 1 });
  });

  test('the axes hold this run and the last one', () => {
    const record = (y: number[]) => ({ run: undefined, names: ['a'], x: y.map((_, i) => i), ys: [y] });
    expect(domains([record([1, 2]), record([5, 4, 3])], false)).toMatchObject({ x: [0, 2], y: [1, 5] });
    expect(domains([record([0, -1, 10])], true)).toMatchObject({ y: [10, 10] });
    expect(domains([record([NaN])], false)).toBeNull();
  });
});

test('thinning keeps every spike', () => {
  const points = Array.from(
    { length: 50_000 },
    (_, i) => [i / 100, i === 31_234 ? 999 : Math.sin(i)] as const,
  );
  const thin = downsample(points);
  expect(thin.length).toBeLessThan(2_100);
  expect(thin.some(([, y]) => y === 999)).toBe(true);
  expect([thin[0], thin.at(-1)]).toEqual([points[0], points.at(-1)]);
  expect(downsample(points.slice(0, 100))).toHaveLength(100);
});

test('slices of a picture batch are one for each example and channel', () => {
  const { rows, columns, list, count } = slicesOf([2, 4, 5, 3]);
  expect([rows, columns, count]).toEqual([4, 5, 6]);
  expect(list[4]!.name).toBe('[1, …, 1]');
  expect(list[4]!.at(2, 3)).toBe(((1 * 4 + 2) * 5 + 3) * 3 + 1);
  expect(slicesOf([2, 3, 4]).list[1]!.at(2, 3)).toBe(23);
  expect(unravel(5, [2, 3])).toEqual([1, 2]);
});

describe('points', () => {
  const spec = {
    type: 'points',
    name: 'p',
    x: [0, 1],
    y: [0, 1],
    classes: ['a', 'b'],
    max: 2,
    value: [],
  } as const;
  const set = () => createPointSet({ ...spec, x: [0, 1], y: [0, 1], classes: ['a', 'b'], value: [] }, []);

  test('stay within the plane, the classes and the number allowed', () => {
    const points = set();
    points.add(9, -9, 7);
    expect(points.points).toEqual([{ x: 1, y: 0, class: 1 }]);
    points.add(0.5, 0.5, 0);
    expect(points.add(0.1, 0.1, 0)).toBe(false);
    points.change(1, { x: NaN });
    expect(points.points[1]!.x).toBe(0.5);
  });

  test('after removing, the neighbour is selected', () => {
    const points = set();
    points.add(0, 0, 0);
    points.add(1, 1, 1);
    points.remove(1);
    expect(points.selected).toBe(0);
    points.remove(0);
    expect(points.selected).toBeNull();
  });
});

describe('a sheet', () => {
  test('takes a stroke, stays between 0 and 1, and clears', () => {
    const sheet = createSheet(28, 28, []);
    sheet.stroke([4, 14], [24, 14]);
    expect(sheet.grey[14 * 28 + 14]).toBe(1);
    expect(sheet.grey[2 * 28 + 14]).toBe(0);
    expect(sheet.inked()).toBeGreaterThan(20);
    expect(sheet.grey.every((share) => share >= 0 && share <= 1)).toBe(true);
    sheet.clear();
    expect(sheet.inked()).toBe(0);
  });

  test('reads damaged work as empty squares', () => {
    expect(createSheet(2, 1, [NaN, 7]).grey).toEqual([0, 1]);
  });
});
