import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { schema as contourSchema, type ContourData } from '../../../src/figures/contour-data.ts';
import {
  contourTable,
  describeRace,
  heightAt,
  summarise as contour,
} from '../../../src/figures/contour-summary.ts';
import {
  schema as curveSchema,
  secantSlope,
  valueAt,
  type CurveData,
} from '../../../src/figures/curve-data.ts';
import { curveTable, summarise as curve } from '../../../src/figures/curve-summary.ts';
import { describeCurve, sentence, trendOf } from '../../../src/figures/describe.ts';

describe('a curve in words', () => {
  test('first, last, extremes between them, trend', () => {
    expect(describeCurve('loss', [1, 2, 3], [2, 0.5, 1], 'epoch')).toBe(
      'loss falls from 2 at epoch 1 to 1 at epoch 3, lowest 0.5 at epoch 2',
    );
  });

  test('only finite points count', () => {
    expect(describeCurve('loss', [1, 2, 3], [1, 4, NaN])).toBe('loss rises from 1 at x 1 to 4 at x 2');
    expect(describeCurve('loss', [1], [Infinity])).toBe('loss has no finite point');
    expect(describeCurve('loss', [5], [1])).toBe('loss is 1 at x 5');
  });

  test('a trend is against the range of the curve', () => {
    expect([trendOf([0, 5, 0.1]), trendOf([1, 1]), trendOf([0, 1]), trendOf([1, 0])]).toEqual([
      'goes',
      'stays level',
      'rises',
      'falls',
    ]);
  });

  test('a symbol keeps its case at the beginning of a sentence', () => {
    expect(['loss falls', 'w falls', 'η 0.1: 3 steps', 'Done!'].map(sentence)).toEqual([
      'Loss falls.',
      'w falls.',
      'η 0.1: 3 steps.',
      'Done!',
    ]);
  });
});

const land: ContourData = {
  x: [0, 2],
  y: [0, 1],
  values: [
    [0, 1, 2],
    [10, 11, 12],
  ],
  paths: [
    {
      label: 'you',
      tone: 'this',
      points: [
        [2, 1],
        [1, 0.5],
        [0, 0],
      ],
    },
  ],
};

describe('contour', () => {
  test('heights between the grid points are bilinear, outside there is none', () => {
    expect(heightAt(land, 0.5, 0.5)).toBeCloseTo(5.5, 9);
    expect(heightAt(land, 2, 1)).toBe(12);
    expect(heightAt(land, 3, 0)).toBeNaN();
  });

  test('is told in a sentence for the land and one for each path', () => {
    expect(contour(land)).toBe(
      'Heights over x from 0 to 2 and y from 0 to 1, between 0 and 12. You: 2 steps from (2, 1) at height 12 to (0, 0) at height 0.',
    );
  });

  test('a walker who brings heights is told by them', () => {
    const own = { ...land, paths: land.paths.map((path) => ({ ...path, heights: [12, 5, 1e-9] })) };
    expect(z.safeParse(contourSchema, own).success).toBe(true);
    expect(contour(own)).toContain('(0, 0) at height 1e−9');
    expect(describeRace(own, 1)).toBe('Step 1. you: height 5, lowest.');
    expect(describeRace(land, 1)).toBe('Step 1. you: height 6, lowest.');
    expect(contourTable(own).rows[1]).toEqual(['you', '1', '1', '0.5', '5']);
  });

  test('has a table of steps', () => {
    expect(contourTable(land).rows[1]).toEqual(['you', '1', '1', '0.5', '6']);
  });

  test.each([
    ['a row of another length', { ...land, values: [[1, 2], [1]] }],
    ['one row', { ...land, values: [[1, 2]] }],
    ['a range backwards', { ...land, x: [2, 0] }],
    ['an unknown key', { ...land, html: '<b>' }],
    ['heights that are too few', { ...land, paths: land.paths.map((path) => ({ ...path, heights: [1] })) }],
    ['a tone that is a colour', { ...land, paths: [{ label: 'a', tone: 'red', points: [] }] }],
    [
      'more numbers than a picture may hold',
      { ...land, values: Array.from({ length: 300 }, () => new Array<number>(300).fill(0)) },
    ],
  ])('refuses %s', (_, data) => {
    expect(z.safeParse(contourSchema, data).success).toBe(false);
    expect(z.safeParse(contourSchema, land).success).toBe(true);
  });

  test('a diverging path may hold any number', () => {
    const data = {
      ...land,
      paths: [
        {
          label: 'a',
          tone: 'this',
          points: [
            [0, 0],
            [1e300, NaN],
            [Infinity, 0],
          ],
        },
      ],
    };
    expect(z.safeParse(contourSchema, data).success).toBe(true);
  });
});

const parabola: CurveData = { x: [-2, 2], xs: [-2, -1, 0, 1, 2], ys: [4, 1, 0, 1, 4], yLabel: 'cost' };

describe('curve', () => {
  test('is linear between its points and nothing beyond them', () => {
    expect([valueAt(parabola, -2), valueAt(parabola, 1.5), valueAt(parabola, 0)]).toEqual([4, 2.5, 0]);
    expect([valueAt(parabola, -3), valueAt(parabola, 3)]).toEqual([NaN, NaN]);
  });

  test('tells slopes of tangent and secant, and the paths', () => {
    const data: CurveData = {
      ...parabola,
      tangent: { at: 1, slope: 2 },
      secant: { from: 0, to: 2 },
      paths: [
        {
          label: 'η 0.1',
          tone: 'this',
          points: [
            [2, 4],
            [1, 1],
          ],
        },
      ],
    };
    expect(secantSlope(data)).toBe(2);
    expect(curve(data)).toContain(
      'The tangent at x 1 has slope 2. The secant from 0 to 2 has slope 2. η 0.1: 1 step from x 2 to 1.',
    );
    expect(curveTable(data).rows[0]).toEqual(['η 0.1, step 0', '2', '4']);
  });

  test('refuses xs and ys of different lengths', () => {
    expect(z.safeParse(curveSchema, { ...parabola, ys: [1] }).success).toBe(false);
    expect(z.safeParse(curveSchema, parabola).success).toBe(true);
  });
});
