import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { preferred, schema, valueOf, type GridData } from '../../../src/figures/grid-data.ts';
import {
  describeEnds,
  describeSquare,
  gridTable,
  rangeIn,
  summarise,
} from '../../../src/figures/grid-summary.ts';

const world = (more: Partial<GridData> = {}): GridData => ({
  rows: 2,
  columns: 3,
  cells: ['free', 'wall', 'goal', 'start', 'free', 'cliff'],
  ...more,
});
const q: NonNullable<GridData['q']> = [
  [0, 1, 2, -1],
  [9, 9, 9, 9],
  [0, 0, 0, 0],
  [5, 1, 1, 1],
  [2, 2, 2, 2],
  [NaN, NaN, NaN, NaN],
];
const paths: NonNullable<GridData['paths']> = [
  { label: 'short', tone: 'this', squares: [3, 4, 5] },
  { label: 'long', tone: 'other', squares: [3, 0, 3, 4, 2] },
];

test('the preferred move is the best; where all are alike, there is none', () => {
  expect([0, 1, 2, 3, 4, 5].map((square) => preferred(world({ q }), square))).toEqual([
    'down',
    null,
    null,
    'up',
    null,
    null,
  ]);
  const policy = ['left', null, null, null, null, null] as const;
  expect(preferred(world({ q, policy: [...policy] }), 0)).toBe('left');
});

test('a square is as good as its value, or as its best move', () => {
  expect(valueOf(world({ q }), 0)).toBe(2);
  expect(valueOf(world({ values: [7, 0, 0, 0, 0, 0], q }), 0)).toBe(7);
  expect(valueOf(world(), 0)).toBeNaN();
});

test('the numbers that fill squares: all moves, but none in walls and cliffs', () => {
  expect(rangeIn(world({ q }))).toEqual([-1, 5]);
  expect(rangeIn(world({ values: [1, 99, 2, 3, 4, NaN] }))).toEqual([1, 4]);
  expect(rangeIn(world({ values: [1, 99, 2, 3, 4, 0], range: [0, 10] }))).toEqual([0, 10]);
  expect(rangeIn(world())).toBeNull();
});

describe('in words', () => {
  test('the world, what is known, and the ways', () => {
    expect(summarise(world({ q, paths: [paths[0]!] }))).toBe(
      'A world of 2 rows and 3 columns: 1 square of cliff, 1 square of wall, 1 goal. The value runs from 0 to 5. Short: 2 steps from row 1, column 0 to row 1, column 2.',
    );
  });

  test('a square with each of its moves', () => {
    expect(describeSquare(world({ q }), 0)).toBe(
      'row 0, column 0 · value 2 · goes down · up 0, right 1, down 2, left −1',
    );
    expect(describeSquare(world({ q }), 1)).toBe('row 0, column 1, wall');
    expect(describeSquare(world(), 3)).toBe('row 1, column 0, start');
  });

  test('where the agents have come to', () => {
    expect(describeEnds(world({ paths }))).toBe(
      'Short: off the cliff after 2 steps. Long: at the goal after 4 steps.',
    );
    expect(describeEnds(world({ paths: [{ label: 'a', tone: 'soft', squares: [] }] }))).toBe('a: no step.');
    expect(describeEnds(world())).toBe('');
  });
});

describe('the table', () => {
  test('shows the map', () => {
    const values = [1, 2, 3, 4, 5, NaN];
    expect(gridTable(world({ values, policy: ['right', null, null, null, null, null] })).rows).toEqual([
      ['0', '1 →', 'wall', 'goal 3'],
      ['1', 'start 4', '5', 'cliff'],
    ]);
  });

  test('with q-values has a row for each square where one can stand', () => {
    const { columns, rows } = gridTable(world({ q }));
    expect(columns).toEqual(['row', 'column', 'square', 'up', 'right', 'down', 'left', 'best']);
    expect(rows[0]).toEqual(['0', '0', 'free', '0', '1', '2', '−1', 'down']);
    expect(rows).toHaveLength(4);
  });
});

test.each<[string, object, string]>([
  ['too few squares', { cells: ['free'] }, 'cells'],
  ['values for some squares only', { values: [1] }, 'values'],
  ['three moves', { q: [[1, 2, 3]] }, 'q'],
  ['a way out of the world', { paths: [{ label: 'a', tone: 'this', squares: [6] }] }, 'paths'],
  ['a square that is none', { cells: ['lava'] }, 'cells'],
])('the schema refuses %s', (_, more, path) => {
  expect(z.safeParse(schema, world({ q, paths })).success).toBe(true);
  expect(z.safeParse(schema, { ...world(), ...more }).error?.issues[0]?.path[0]).toBe(path);
});
