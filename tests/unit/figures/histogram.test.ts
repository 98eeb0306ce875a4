import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binsOf, sidesOf } from '../../../src/figures/histogram-bins.ts';
import type { HistogramData } from '../../../src/figures/histogram-data.ts';
import { reading, summarise, table } from '../../../src/figures/histogram-summary.ts';

const of = (values: number[], more: Partial<HistogramData> = {}): HistogramData => ({
  groups: [{ label: 'all', values }],
  ...more,
});

describe('bins', () => {
  test('have round edges; an edge belongs to the bin above, the last one to the last bin', () => {
    const { edges, counts } = binsOf(of([0, 0.5, 1, 1.5, 2], { bins: 4 }));
    expect(edges).toEqual([0, 0.5, 1, 1.5, 2]);
    expect(counts).toEqual([[1, 1, 1, 2]]);
  });

  test('keep the ends of a domain that was given, and count what lies beyond', () => {
    const { edges, beyond, notFinite } = binsOf(
      of([-1, 0.2, 0.3, 2, NaN, Infinity], { x: [0.05, 0.95], bins: 9 }),
    );
    expect([edges[0], edges.at(-1)]).toEqual([0.05, 0.95]);
    expect([beyond, notFinite]).toEqual([2, 2]);
  });

  test('are there for nothing at all and for one number', () => {
    expect(binsOf(of([])).counts[0]!.every((count) => count === 0)).toBe(true);
    expect(binsOf(of([3])).counts[0]!.reduce((a, b) => a + b)).toBe(1);
    expect(binsOf(of([0, 0, 0])).counts[0]!.reduce((a, b) => a + b)).toBe(3);
  });

  test('hold every finite number once, in edges that ascend', () => {
    const numbers = fc.array(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => Math.round(value * 1e3) / 1e3),
      {
        minLength: 1,
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(numbers, fc.integer({ min: 2, max: 40 }), (values, bins) => {
        const { edges, counts } = binsOf(of(values, { bins }));
        expect(counts[0]!.reduce((a, b) => a + b)).toBe(values.length);
        expect(edges.every((edge, i) => i === 0 || edge > edges[i - 1]!)).toBe(true);
      }),
    );
  });
});

const two: HistogramData = {
  groups: [
    { label: 'well', values: [0.1, 0.2, 0.5] },
    { label: 'sick', values: [0.4, 0.9, NaN] },
  ],
  threshold: 0.5,
};

test('a number on the threshold counts as above it', () => {
  expect(sidesOf(two, 0.5)).toEqual([
    { below: 2, above: 1 },
    { below: 1, above: 1 },
  ]);
});

test('in words: each group, what is left out, both sides', () => {
  expect(summarise(two)).toBe(
    'Well: 3 numbers from 0.1 to 0.5, mean 0.267. Sick: 2 numbers from 0.4 to 0.9, mean 0.65. 1 number not finite.',
  );
  expect(reading(two)).toBe('Below 0.5: well 2, sick 1. At or above it: well 1, sick 1.');
  expect([summarise(of([])), summarise(of([2]))]).toEqual(['All: no numbers.', 'All: 1 number, 2.']);
  expect(reading(of([1]))).toBe('');
});

test('the table has a row for each bin and a column for each group', () => {
  const { columns, rows } = table({ ...two, x: [0, 1], bins: 2, xLabel: 'score' });
  expect(columns).toEqual(['score from', 'to', 'well', 'sick']);
  expect(rows).toEqual([
    ['0', '0.5', '2', '1'],
    ['0.5', '1', '1', '1'],
  ]);
});
