import { expect, test } from 'vitest';
import { placesOf } from '../../../src/kernel/worker/error-places.ts';

const map: [number, number, number][][] = [[[0, 0, 0]], [[4, 3, 2]]];
const find = (url: string) =>
  url === 'blob:null/cell'
    ? { cell: 'a', compiled: { code: '', defines: [], needs: [], imports: [], map } }
    : undefined;

test.each([
  [
    'Chromium',
    'Error: x\n    at half (blob:null/cell:2:7)\n    at async default (blob:null/cell:1:3)\n    at kernel (blob:null/other:1:1)',
  ],
  ['Firefox', 'half@blob:null/cell:2:7\ndefault@blob:null/cell:1:3\nkernel@blob:null/other:1:1'],
])('places of a stack as %s writes it', (_, stack) => {
  expect(placesOf(stack, find)).toEqual([
    { cell: 'a', line: 4, column: 5, function: 'half' },
    { cell: 'a', line: 1, column: 3 },
  ]);
});

test('keeps to twenty places', () => {
  expect(placesOf('    at f (blob:null/cell:2:7)\n'.repeat(5_000), find)).toHaveLength(20);
});
