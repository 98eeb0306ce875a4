import { expect, test } from 'vitest';
import {
  counted,
  extent,
  formatBytes,
  formatDuration,
  formatNumber,
  formatTick,
  formatWithin,
} from '../../../src/figures/numbers.ts';

test.each([
  [0.000063, '0.000063'],
  [0.1 + 0.2, '0.3'],
  [-1.5, '−1.5'],
  [1234567, '1,234,567'],
  [12345.678, '12,346'],
  [2026, '2026'],
  [1.5e12, '1.5e12'],
  [2e-9, '2e−9'],
  [NaN, 'NaN'],
  [-Infinity, '−∞'],
  [-0, '0'],
])('%d is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test('numbers at axes are short', () => {
  expect([0.00025, 1e6, 1500, -0.5].map(formatTick)).toEqual(['2.5e−4', '1e6', '1500', '−0.5']);
});

test('what is nothing beside the range is 0', () => {
  expect(formatWithin(1e-9, [-1, 1])).toBe('0');
  expect(formatWithin(0.25, [-1, 1])).toBe('0.25');
});

test('sizes, times and counts', () => {
  expect([12, 3072, 2_500_000].map(formatBytes)).toEqual(['12 B', '3.07 kB', '2.5 MB']);
  expect([300, 3_000, 125_000, 3_720_000].map(formatDuration)).toEqual([
    'less than 1 s',
    '3 s',
    '2 min 5 s',
    '1 h 2 min',
  ]);
  expect([counted(1, 'tensor'), counted(3, 'tensor')]).toEqual(['1 tensor', '3 tensors']);
});

test('an extent is over the finite numbers', () => {
  expect(extent([NaN, 2, Infinity, -1])).toEqual([-1, 2]);
  expect(extent([NaN])).toBeNull();
});
