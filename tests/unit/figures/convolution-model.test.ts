import * as z from 'zod/mini';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schema, type ConvolutionData } from '../../../src/figures/convolution-data.ts';
import { convolve, outputSide, padded, termsAt } from '../../../src/figures/convolution-model.ts';
import { convolutionTable, describePlace, summarise } from '../../../src/figures/convolution-summary.ts';

const plain = { stride: 1, padding: 0 };
const counting = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
];
const corner = [
  [1, 2],
  [3, 4],
];

describe('a convolution as networks have it', () => {
  test('products are added up without turning the kernel round', () => {
    expect(convolve(counting, corner, plain)).toEqual([
      [37, 47],
      [67, 77],
    ]);
  });

  test('zeros all round, and steps of two', () => {
    expect(convolve(counting, corner, { stride: 2, padding: 1 })).toEqual([
      [4, 18],
      [36, 77],
    ]);
    expect(padded([[5]], 1)).toEqual([
      [0, 0, 0],
      [0, 5, 0],
      [0, 0, 0],
    ]);
    expect(padded(counting, 0)).toEqual(counting);
  });

  test('the products of one place', () => {
    expect(termsAt(counting, corner, { stride: 2, padding: 1 }, 0, 1)).toEqual([
      { weight: 1, pixel: 0 },
      { weight: 2, pixel: 0 },
      { weight: 3, pixel: 2 },
      { weight: 4, pixel: 3 },
    ]);
  });

  // The sizes that TensorFlow.js gives for these settings, by ⌊(n + 2p − k) / s⌋ + 1.
  test.each([
    [28, 3, 1, 0, 26],
    [28, 3, 1, 1, 28],
    [28, 5, 1, 2, 28],
    [28, 3, 2, 0, 13],
    [28, 3, 2, 1, 14],
    [12, 2, 2, 0, 6],
    [5, 5, 1, 0, 1],
    [7, 3, 3, 0, 2],
    [2, 3, 1, 0, 0],
  ])(
    'of %i squares a kernel of %i, stride %i, padding %i makes %i',
    (side, kernel, stride, padding, size) => {
      expect(outputSide(side, kernel, { stride, padding })).toBe(size);
    },
  );

  test('a picture that is moved makes a result that is moved', () => {
    const number = fc.integer({ min: -9, max: 9 });
    const rows = (count: number) =>
      fc.array(fc.array(number, { minLength: count, maxLength: count }), {
        minLength: count,
        maxLength: count,
      });
    fc.assert(
      fc.property(rows(5), rows(3), fc.nat(3), fc.nat(3), (shape, kernel, down, right) => {
        const at = (y: number, x: number) =>
          Array.from({ length: 14 }, (_, j) =>
            Array.from({ length: 14 }, (_, i) => shape[j - y]?.[i - x] ?? 0),
          );
        const there = convolve(at(3, 3), kernel, plain);
        const moved = convolve(at(3 + down, 3 + right), kernel, plain);
        for (let j = 0; j < 12 - down; j++)
          for (let i = 0; i < 12 - right; i++) expect(moved[j + down]![i + right]).toBe(there[j]![i]);
      }),
    );
  });
});

const data = (more: Partial<ConvolutionData> = {}): ConvolutionData => ({
  image: counting,
  kernels: [{ label: 'corner', values: corner }],
  ...more,
});

describe('in words', () => {
  test('what slides over what, and what comes out', () => {
    expect(summarise(data())).toBe(
      'The kernel “corner”, 2 × 2, slides over a picture of 3 × 3. The result has 2 × 2 numbers, from 37 to 77.',
    );
    expect(summarise(data({ stride: 2, padding: 1 }))).toContain(
      'by 2 squares at a time with 1 row of zeros all round.',
    );
  });

  test('the products of a place, without those that are zero', () => {
    expect(describePlace(data(), corner, 0, 1)).toBe('Row 0, column 1: 1 × 2 + 2 × 3 + 3 × 5 + 4 × 6 = 47');
    expect(describePlace(data(), [[-1, 0]], 0, 0)).toBe('Row 0, column 0: (−1) × 1 = −1');
    expect(describePlace(data(), [[0]], 0, 0)).toBe('Row 0, column 0: all products are 0.');
  });

  test.each([10, 40, 48, 55])('of a long sum what fits into %i letters', (most) => {
    const text = describePlace(data(), corner, 0, 1, most);
    expect(text).toMatch(/^Row 0, column 1: .*= 47$/);
    expect(text.length).toBeLessThanOrEqual(Math.max(most, 'Row 0, column 1: 4 products = 47'.length));
    expect(text).toContain(`${4 - text.split(' × ').length + 1}`);
  });

  test('the table is the result', () => {
    expect(convolutionTable(data())).toEqual({
      caption: 'What “corner” makes of the picture',
      columns: ['row', '0', '1'],
      rows: [
        ['0', '37', '47'],
        ['1', '67', '77'],
      ],
    });
  });
});

test.each<[string, object, string]>([
  ['a kernel that is larger than the picture', { image: [[1]] }, 'kernels'],
  ['rows of two lengths', { image: [[1, 2], [1]] }, 'image'],
  ['no kernel', { kernels: [] }, 'kernels'],
  ['a stride of 0', { stride: 0 }, 'stride'],
  ['a number that is none', { image: [[NaN, 1, 1], [1, 1, 1]] }, 'image'], // prettier-ignore
  ['a colour', { colour: 'red' }, ''],
])('the schema refuses %s', (_, more, path) => {
  expect(z.safeParse(schema, data()).success).toBe(true);
  expect(z.safeParse(schema, { ...data(), ...more }).error?.issues[0]?.path[0] ?? '').toBe(path);
});
