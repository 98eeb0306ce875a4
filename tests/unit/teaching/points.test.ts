import { expect, test } from 'vitest';
import { readPoints, staysInWords } from '../../../src/teaching/points.ts';

test.each<[string, number | null]>([
  ['1,5', 1.5],
  ['1.5', 1.5],
  [' 2 ', 2],
  [',5', 0.5],
  ['3.', 3],
  ['+1', 1],
  ['-0', 0],
  ['１，５', 1.5],
  ['10000', 10_000],
  ['', null],
  ['  ', null],
])('%j is %j', (text, points) => {
  expect(readPoints(text)).toBe(points);
});

test.each(['abc', '1,5,0', '1.500,5', '1e3', '0x10', '1 5', '.', '-', '½', 'Infinity', 'NaN', '2 points'])(
  '%j is no number',
  (text) => {
    expect(readPoints(text)).toEqual({ fault: 'This is no number' });
  },
);

test.each(['-3', '−0,5', '10000.5', '999999999'])('%j lies outside', (text) => {
  expect(readPoints(text)).toEqual({ fault: 'Points are from 0 to 10 000' });
});

test('says what stays', () => {
  expect(staysInWords('This is no number', 2)).toBe('This is no number: 2 stays.');
  expect(staysInWords('This is no number', null)).toBe('This is no number: there are no points yet.');
});
