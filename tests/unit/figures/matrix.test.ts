import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { schema, type MatrixData } from '../../../src/figures/matrix-data.ts';
import { sizesFor } from '../../../src/figures/matrix-sizes.ts';
import { matrixTable, nameOf, summarise } from '../../../src/figures/matrix-summary.ts';
import { fillOf, fitNumber, rangeOf, sizeFor } from '../../../src/figures/squares.ts';

const confusion: MatrixData = {
  values: [
    [9, 1],
    [3, 7],
  ],
  rows: ['cat', 'dog'],
  columns: ['cat', 'dog'],
  rowLabel: 'true',
  columnLabel: 'said',
  diagonal: true,
};

describe('in words', () => {
  test('size, range, the largest and the diagonal', () => {
    expect(summarise(confusion)).toBe(
      '2 rows and 2 columns, from 1 to 9. The largest, 9, is at true cat, said cat. On the diagonal 16 of 20.',
    );
    expect(summarise({ values: [[0.25]] })).toBe('1 row and 1 column, from 0.25 to 0.25.');
    expect(summarise({ values: [[NaN, 2]] })).toContain('from 2 to 2.');
    expect(nameOf({ values: [[1]] }, 0, 0)).toBe('row 0, column 0');
  });

  test('the table has the names at its edges', () => {
    expect(matrixTable(confusion)).toEqual({
      caption: 'rows: true, columns: said',
      columns: ['true', 'cat', 'dog'],
      rows: [
        ['cat', '9', '1'],
        ['dog', '3', '7'],
      ],
    });
  });
});

describe('squares', () => {
  test('zero is empty where there are both signs, and both ends are strong', () => {
    const range = rangeOf([[-2, 4]]);
    expect(range).toEqual([-2, 4]);
    expect(fillOf(0, range, 100)).toContain('0.0%');
    expect(fillOf(4, range, 100)).toContain('--blue) 100.0%');
    expect(fillOf(-2, range, 100)).toContain('--orange) 50.0%');
    expect(fillOf(NaN, range, 100)).toContain('--gold');
    expect(rangeOf([[3, 3]])).toEqual([0, 3]);
  });

  test('fill the width or the height, whole pixels', () => {
    expect(sizeFor(10, 2, { width: 255, height: 300 })).toBe(25);
    expect(sizeFor(2, 10, { width: 255, height: 300 })).toBe(30);
    expect(sizeFor(1, 1, { width: 255, height: 300 })).toBe(44);
    expect(sizeFor(999, 1, { width: 255, height: 300 })).toBe(3);
  });

  test.each([
    [0.12345, 5.2, '0.123'],
    [-0.12345, 5.2, '−0.12'],
    [-0.00912, 5.2, '−0.01'],
    [1_234_567, 5.2, '1e6'],
    [12_345, 6.2, '12,345'],
  ])('%d in %d letters is %s', (value, letters, text) => {
    expect(fitNumber(value, letters)).toBe(text);
  });
});

describe('where the squares of a matrix lie', () => {
  const wide = { values: Array.from({ length: 10 }, () => new Array<number>(10).fill(1)) };
  const names = wide.values.map((_, i) => `ankle boot ${i}`);

  test('small squares have a scale in place of numbers', () => {
    expect(sizesFor(wide, 660).scaled).toBe(false);
    expect(sizesFor(wide, 260)).toMatchObject({ scaled: true, upright: false, top: 24 });
  });

  test('long names of columns stand upright and take the room they need', () => {
    const { upright, top } = sizesFor({ ...wide, columns: names }, 660);
    expect(upright).toBe(true);
    expect(top).toBeGreaterThan(80);
    expect(sizesFor(confusion, 660).upright).toBe(false);
  });

  test('names of capitals take the room that capitals take', () => {
    const named = (rows: string[]) => sizesFor({ values: [[1], [2]], rows }, 660).left;
    expect(named(['CNN', 'MLP'])).toBeGreaterThanOrEqual(8 + 3 * 9.4);
    expect(named(['cnn', 'mlp'])).toBeLessThan(named(['CNN', 'MLP']));
  });

  test('nothing reaches beyond the width', () => {
    for (const width of [272, 320, 416, 656]) {
      const { left, size } = sizesFor({ ...wide, rows: names, columns: names, rowLabel: 'true' }, width);
      expect(left + 10 * size).toBeLessThanOrEqual(width);
    }
  });
});

test.each<[string, object, string]>([
  ['rows of two lengths', { values: [[1], [1, 2]] }, 'values'],
  ['no number', { values: [[]] }, 'values'],
  ['too many', { values: Array.from({ length: 256 }, () => new Array<number>(10_000).fill(0)) }, 'values'],
  ['text for a number', { values: [['1']] }, 'values'],
  ['an endless range', { range: [0, Infinity] }, 'range'],
])('the schema refuses %s', (_, more, path) => {
  expect(z.safeParse(schema, confusion).success).toBe(true);
  expect(z.safeParse(schema, { ...confusion, ...more }).error?.issues[0]?.path[0]).toBe(path);
});
