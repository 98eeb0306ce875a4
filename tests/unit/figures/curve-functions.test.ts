import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { schema, slopeAt, valueAt } from '../../../src/figures/curve-data.ts';
import { curveTable, summarise } from '../../../src/figures/curve-summary.ts';
import { descend, functionSpec, toFunction } from '../../../src/figures/functions.ts';

describe('functions', () => {
  test('a polynomial has the constant first, and its slope', () => {
    const { value, slope } = toFunction([1, -2, 0, 4]);
    expect([value(2), slope(2)]).toEqual([1 - 4 + 32, -2 + 48]);
    expect(toFunction([7]).slope(3)).toBe(0);
  });

  test('slopes of named functions agree with differences', () => {
    for (const name of ['sine', 'cosine', 'exponential', 'absolute', 'sigmoid', 'tanh', 'relu'] as const)
      for (const x of [-1.3, 0.4, 2]) {
        const { value, slope } = toFunction(name);
        expect(slope(x)).toBeCloseTo((value(x + 1e-6) - value(x - 1e-6)) / 2e-6, 5);
      }
    expect(z.safeParse(functionSpec, 'cubic').success).toBe(false);
  });

  test('descent on w² multiplies w by 1 − 2 · rate; what runs away is not followed for ever', () => {
    expect(descend([0, 0, 1], 5, 0.25, 3)).toEqual([5, 2.5, 1.25, 0.625]);
    expect(descend([0, 0, 1], 5, 1, 2)).toEqual([5, -5, 5]);
    expect(descend([0, 0, 1], 5, 3, 500).length).toBeLessThan(30);
  });
});

describe('a curve given as a function', () => {
  const parabola = z.parse(schema, { x: [-2, 2], f: [0, 0, 1], tangent: { at: 1.5, moves: true } });

  test('has its points and the slope of its tangent computed', () => {
    expect([parabola.xs.length, parabola.ys[0], parabola.ys.at(-1)]).toEqual([201, 4, 4]);
    expect(parabola.tangent).toEqual({ at: 1.5, moves: true, slope: 3 });
    expect([valueAt(parabola, 0.123), slopeAt(parabola, -1)]).toEqual([0.123 ** 2, -2]);
  });

  test('tells its descent, step by step in the table', () => {
    const data = z.parse(schema, { x: [-6, 6], f: [0, 0, 1], descent: { start: 4, rate: 0.25, steps: 2 } });
    expect(summarise(data)).toContain('Learning rate 0.25: 2 steps from x 4 to 1.');
    expect(curveTable(data).rows.slice(0, 3)).toEqual([
      ['learning rate 0.25, step 0', '4', '16'],
      ['learning rate 0.25, step 1', '2', '4'],
      ['learning rate 0.25, step 2', '1', '1'],
    ]);
  });
});

test('the slope of a curve known by points is a difference between neighbours, at the ends too', () => {
  const data = { xs: [0, 1, 2, 3], ys: [0, 2, 4, 3] };
  expect([slopeAt(data, 1), slopeAt(data, 0), slopeAt(data, 3)]).toEqual([2, 2, -1]);
});

test.each<[string, object, string]>([
  [
    'a descent without a function',
    { xs: [0, 1], ys: [0, 1], descent: { start: 0, rate: 1, steps: 1 } },
    'descent',
  ],
  ['neither points nor a function', {}, 'ys'],
  ['curves of another length', { f: [1], curves: [{ label: 'a', tone: 'this', ys: [1] }] }, 'curves'],
])('the schema refuses %s', (_, more, path) => {
  expect(z.safeParse(schema, { x: [0, 1], ...more }).error?.issues[0]?.path).toEqual([path]);
});
