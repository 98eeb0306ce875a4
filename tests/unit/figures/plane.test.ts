import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { schema, type PlaneData } from '../../../src/figures/plane-figure-data.ts';
import { classAt, classifierOf, lineEnds, lineThrough, rightOnes } from '../../../src/figures/plane-model.ts';
import { accuracy, equation, reading, summarise, table } from '../../../src/figures/plane-summary.ts';

const plane = (more: Partial<PlaneData> = {}): PlaneData => ({
  x: [-2, 2],
  y: [-1, 1],
  classes: ['cat', 'dog'],
  points: [
    { x: -1, y: 0, class: 0 },
    { x: 1, y: 0.5, class: 1 },
    { x: 1.5, y: -0.5, class: 0 },
  ],
  ...more,
});
const classes = (data: PlaneData) => data.points.map(({ x, y }) => classAt(classifierOf(data)!, x, y));
const problem = (data: unknown) => z.safeParse(schema, data).error?.issues[0]?.message;

describe('the regions of', () => {
  test('a line: the second class is where w · x + b is above zero', () => {
    const data = plane({ regions: { by: 'line', w: [1, 0], b: 0 } });
    expect(classes(data)).toEqual([0, 1, 1]);
    expect(rightOnes(data)).toEqual([true, true, false]);
    expect(accuracy(data)).toBe('2 of 3 points on the right side: 66.7%.');
  });

  test('the nearest points: one alone is always its own class, three vote', () => {
    expect(classes(plane({ regions: { by: 'neighbours', k: 1 } }))).toEqual([0, 1, 0]);
    const three = plane({ regions: { by: 'neighbours', k: 3 } });
    expect(classes(three)).toEqual([0, 0, 0]);
    expect(classifierOf(three)!(0, 0)).toEqual([2 / 3, 1 / 3]);
  });

  test('a network with one output, and with one for each class', () => {
    const one = plane({ regions: { by: 'net', layers: [{ weights: [[4], [0]], activation: 'sigmoid' }] } });
    expect(classes(one)).toEqual([0, 1, 1]);
    expect(classifierOf(one)!(0, 0)).toEqual([0.5, 0.5]);
    const two = plane({
      regions: {
        by: 'net',
        layers: [
          {
            weights: [
              [0, 3],
              [0, 0],
            ],
            biases: [1, 0],
          },
        ],
      },
    });
    expect(classes(two)).toEqual([0, 1, 1]);
  });

  test('a grid: shares of the second class between its numbers, class by class where there are more', () => {
    const shares = plane({
      regions: {
        by: 'grid',
        values: [
          [0, 1],
          [0, 1],
        ],
      },
    });
    expect(classifierOf(shares)!(1, 0)).toEqual([0.25, 0.75]);
    const three = plane({
      classes: ['a', 'b', 'c'],
      regions: {
        by: 'grid',
        values: [
          [0, 2],
          [1, 2],
        ],
      },
    });
    expect(classAt(classifierOf(three)!, 1.9, 0)).toBe(2);
    expect(classAt(classifierOf(three)!, -1.9, 0.9)).toBe(1);
  });

  test('nothing: then every point is right', () => {
    expect(classifierOf(plane())).toBeNull();
    expect(rightOnes(plane())).toEqual([true, true, true]);
  });
});

test('a line through two places keeps its classes on their sides and the length of w', () => {
  const before = { w: [0, 2] as const, b: 0 };
  const { w, b } = lineThrough([1, 0.5], [-1, 0.5], before);
  expect(w[0]).toBeCloseTo(0);
  expect(w[1]).toBeCloseTo(2);
  expect(b).toBeCloseTo(-1);
  expect(lineThrough([1, 1], [1, 1], before)).toEqual({ w: [0, 2], b: 0 });
});

test('a line ends where it leaves the picture', () => {
  expect(lineEnds({ w: [0, 1], b: 0.5 }, plane())).toEqual([
    [-2, -0.5],
    [2, -0.5],
  ]);
  expect(lineEnds({ w: [0, 1], b: 5 }, plane())).toBeNull();
});

describe('in words', () => {
  test('how many of each class, and how well the line does', () => {
    const data = plane({ regions: { by: 'line', w: [1, -0.5], b: -0.25 } });
    expect(summarise(data)).toBe('3 points: 2 cat, 1 dog. A straight line divides the plane.');
    expect(equation(data)).toBe('x − 0.5 y − 0.25 = 0');
    expect(reading(data)).toBe('x − 0.5 y − 0.25 = 0. 2 of 3 points on the right side: 66.7%.');
  });

  test('no points, one class, points beyond the picture', () => {
    expect(summarise(plane({ points: [] }))).toBe('No points yet.');
    expect(summarise(plane({ classes: ['cat'], points: [{ x: 5, y: 0, class: 0 }] }))).toBe(
      '1 point of cat. 1 point beyond the picture.',
    );

    expect(reading(plane())).toBe('');
  });

  test('the table names class, shape, place and region', () => {
    const { columns, rows } = table(plane({ regions: { by: 'line', w: [1, 0], b: 0 }, xLabel: 'size' }));
    expect(columns).toEqual(['class', 'size', 'y', 'lies where']);
    expect(rows[2]).toEqual(['cat (disc)', '1.5', '−0.5', 'dog']);
  });
});

describe('the schema refuses', () => {
  test.each<[string, object, RegExp]>([
    ['a class that is not there', { points: [{ x: 0, y: 0, class: 2 }] }, /one of the classes/],
    ['moving a line that is not there', { moves: 'line' }, /only where the regions are by a line/],
    [
      'too many points to move',
      { moves: 'points', points: Array(201).fill({ x: 0, y: 0, class: 0 }) },
      /at most 200/,
    ],
    ['layers that do not fit', { regions: { by: 'net', layers: [{ weights: [[1]] }] } }, /fit together/],
    [
      'rows of different lengths',
      {
        regions: {
          by: 'grid',
          values: [
            [0, 1],
            [0, 1, 1],
          ],
        },
      },
      /same length/,
    ],
    ['a fifth class', { classes: ['a', 'b', 'c', 'd', 'e'] }, /Too big|Invalid|expected/i],
  ])('%s', (_, more, message) => {
    expect(problem(plane(more))).toMatch(message);
  });

  test('and takes what is sound', () => {
    expect(problem(plane())).toBeUndefined();
  });
});
