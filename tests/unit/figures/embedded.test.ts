import { expect, test } from 'vitest';
import { fromEmbedded, toEmbedded } from '../../../src/figures/embedded.ts';

test('data come back, with numbers that JSON lacks and without digits that nobody sees', () => {
  const data = { a: [NaN, Infinity, -Infinity, 1.23456789], label: 'NaN', on: true, none: null };
  expect(fromEmbedded(toEmbedded(data))).toEqual({ ...data, a: [NaN, Infinity, -Infinity, 1.234568] });
});
