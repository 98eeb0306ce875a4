import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import {
  describeMoment,
  hasPhases,
  momentAt,
  momentsOf,
  movesAt,
} from '../../../src/figures/network-phases.ts';
import { nameOfUnit, schema, valuesAt, type NetworkData } from '../../../src/figures/network-data.ts';
import { describeUnit, reading, shownUnits, summarise, table } from '../../../src/figures/network-summary.ts';
import { activate, dense, forward } from '../../../src/figures/small-net.ts';

const network = (more: Partial<NetworkData> = {}): NetworkData => ({
  layers: [
    { units: 2, names: ['x₁', 'x₂'] },
    { units: 2, label: 'hidden', activation: 'relu' },
    { units: 1 },
  ],
  weights: [
    [
      [1, -2],
      [0.5, 3],
    ],
    [[2], [-1]],
  ],
  biases: [[0, 1], [0.5]],
  input: [1, 2],
  ...more,
});
const problem = (data: unknown) => z.safeParse(schema, data).error?.issues[0];

describe('a small network', () => {
  test('a dense layer is input · weights + biases, then its activation', () => {
    expect(
      dense([1, 2], {
        weights: [
          [1, -2],
          [0.5, 3],
        ],
        biases: [0, 1],
      }),
    ).toEqual([2, 5]);
    expect(
      dense([1, -2], {
        weights: [
          [1, -2],
          [0.5, 3],
        ],
        activation: 'relu',
      }),
    ).toEqual([0, 0]);
  });

  test('softmax adds up to 1 and stands large sums', () => {
    const shares = activate('softmax', [1000, 1001, 999]);
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(shares[1]! / shares[0]!).toBeCloseTo(Math.E, 10);
    expect(activate('tanh', [0.5])).toEqual([Math.tanh(0.5)]);
    expect(activate('sigmoid', [0])).toEqual([0.5]);
  });

  test('what goes through the layers', () => {
    expect(forward([1, 2], [{ weights: [[1], [1]] }, { weights: [[2]] }])).toEqual([[1, 2], [3], [6]]);
  });
});

test('values are computed from the input, kept where they are given, unknown without either', () => {
  expect(valuesAt(network(), 0)).toEqual([[1, 2], [2, 5], [-0.5]]);
  expect(valuesAt(network({ input: undefined }), 0)).toEqual([null, null, null]);
  const given = network({
    input: undefined,
    layers: [{ units: 1, values: [7] }, { units: 1 }],
    weights: [[[1]]],
    biases: undefined,
  });
  expect(valuesAt(given, 0)).toEqual([[7], null]);
});

test('the values of a training are those of its step', () => {
  const frames = [1, 3].map((weight) => ({ weights: [[[weight]]] }));
  const data = { layers: [{ units: 1 }, { units: 1 }], input: [2], frames };
  expect([valuesAt(data, 0).at(-1), valuesAt(data, 1).at(-1)]).toEqual([[2], [6]]);
});

describe('in words', () => {
  test('layers, weights and what comes out', () => {
    expect(summarise(network())).toBe(
      '3 layers: input of 2, hidden of 2 (relu), output of 1. 6 weights, the strongest 3. Out come −0.5.',
    );
    expect(summarise({ layers: [{ units: 784, label: 'pixels' }] })).toBe('1 layer: pixels of 784.');
    expect(reading({ layers: [{ units: 1 }] })).toBe('');
  });

  test('a unit with what goes into it, the strongest first', () => {
    expect(describeUnit(network(), 0, 1, 1)).toBe('hidden 2: 5. From x₂ × 3, x₁ × −2; bias 1.');
    expect(describeUnit(network(), 0, 1, 1, 1)).toBe('hidden 2: 5. From x₂ × 3 and 1 more; bias 1.');
    expect(nameOfUnit(network(), 2, 0)).toBe('output 1');
  });

  test('the table has a row for each unit', () => {
    expect(table(network()).rows).toEqual([
      ['x₁', '1', ''],
      ['x₂', '2', ''],
      ['hidden 1', '2', 'x₁ × 1, x₂ × 0.5; bias 0'],
      ['hidden 2', '5', 'x₂ × 3, x₁ × −2; bias 1'],
      ['output 1', '−0.5', 'hidden 1 × 2, hidden 2 × −1; bias 0.5'],
    ]);
  });

  test('long layers are cut so that one place is left to say so', () => {
    expect([1, 10, 11, 784].map(shownUnits)).toEqual([1, 10, 9, 9]);
  });
});

test.each<[string, object, string]>([
  ['a matrix of the wrong shape', { weights: [[[1]], [[2], [-1]]] }, 'weights'],
  [
    'a gap without a matrix',
    {
      weights: [
        [
          [1, -2],
          [0.5, 3],
        ],
      ],
    },
    'weights',
  ],
  ['biases of the wrong length', { biases: [[0], [0.5]] }, 'weights'],
  ['an input of the wrong length', { input: [1] }, 'input'],
  ['values of the wrong length', { layers: [{ units: 2, values: [1] }], weights: [], biases: [] }, 'layers'],
])('the schema refuses %s', (_, more, path) => {
  expect(problem(network())).toBeUndefined();
  expect(problem(network(more))?.path).toEqual([path]);
});

test('with a target, forward pass and update take turns', () => {
  const one = (w: number) => ({ weights: [[[w]]] });
  const data: NetworkData = {
    layers: [
      { units: 1, names: ['x'] },
      { units: 1, names: ['y'] },
    ],
    input: [2],
    target: [1],
    frames: [one(1), one(0.75)],
  };
  expect(hasPhases(data)).toBe(true);
  expect(hasPhases({ ...data, target: undefined })).toBe(false);
  expect(momentsOf(data)).toBe(5);
  const said = [0, 1, 2, 3, 4].map((place) => describeMoment(data, momentAt(data, place)));
  expect(said).toEqual([
    'Forward pass 1, input: 2.',
    'Forward pass 1, output: 2. Wanted 1, so the error is 1.',
    'Update 1: every weight moves a little, so that the error gets smaller. Most of all from x to y: 1 becomes 0.75.',
    'Forward pass 2, input: 2.',
    'Forward pass 2, output: 1.5. Wanted 1, so the error is 0.5.',
  ]);
  expect(movesAt(data, 0)).toEqual([{ gap: 0, from: 0, to: 0, before: 1, after: 0.75 }]);
  expect(reading(data)).toBe(said[0]);
  expect(z.safeParse(schema, { ...data, target: [1, 2] }).success).toBe(false);
});
