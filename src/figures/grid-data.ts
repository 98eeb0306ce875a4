import * as z from 'zod/mini';
import { tone } from '../kernel/protocol.ts';
import { finite, label } from './plane-data.ts';

export const gridCells = ['free', 'start', 'goal', 'cliff', 'wall'] as const;
export const gridMoves = ['up', 'right', 'down', 'left'] as const;
export type GridMove = (typeof gridMoves)[number];

const most = 400;
const number = z.custom<number>((value) => typeof value === 'number', 'must be a number');

/** A world of squares with what an agent has learned in it; a square's number is row · columns + column. */
export const schema = z
  .strictObject({
    rows: z.int().check(z.minimum(1), z.maximum(20)),
    columns: z.int().check(z.minimum(1), z.maximum(20)),
    cells: z.array(z.enum(gridCells)).check(z.maxLength(most)),
    /** How good it is to be in each square; NaN where nothing is known. */
    values: z.optional(z.array(number).check(z.maxLength(most))),
    /** How good each move is in each square: up, right, down, left. */
    q: z.optional(z.array(z.array(number).check(z.length(4))).check(z.maxLength(most))),
    /** The move that would be taken in each square; `null` for none. */
    policy: z.optional(z.array(z.nullable(z.enum(gridMoves))).check(z.maxLength(most))),
    /** Ways through the world, as numbers of squares; the reader plays them. */
    paths: z.optional(
      z
        .array(
          z.strictObject({
            label,
            tone,
            squares: z.array(z.int().check(z.minimum(0), z.maximum(most - 1))).check(z.maxLength(2_000)),
          }),
        )
        .check(z.maxLength(6)),
    ),
    /** The step to show, from 0. */
    frame: z.optional(z.int().check(z.minimum(0))),
    /** What `values` and `q` are; "value" where missing. */
    valueLabel: z.optional(label),
    /** The numbers that are filled faintest and strongest. */
    range: z.optional(z.tuple([finite, finite])),
  })
  .check(
    z.refine(({ rows, columns, cells }) => cells.length === rows * columns, {
      path: ['cells'],
      error: 'must be rows · columns of them',
    }),
    z.refine(
      ({ cells, values, q, policy }) =>
        [values, q, policy].every((list) => list === undefined || list.length === cells.length),
      { path: ['values'], error: 'and q and policy must be as many as cells' },
    ),
    z.refine(
      ({ cells, paths = [] }) =>
        paths.every(({ squares }) => squares.every((square) => square < cells.length)),
      { path: ['paths'], error: 'must stay in the world' },
    ),
  );
export type GridData = z.infer<typeof schema>;

/** Nothing is learned in a wall, nor where one falls. */
export const canStand = (cell: GridData['cells'][number]): boolean => cell !== 'wall' && cell !== 'cliff';

/** The move that `policy` or `q` prefers in a square; `null` where neither knows. */
export function preferred({ policy, q, cells }: GridData, square: number): GridMove | null {
  if (policy) return policy[square] ?? null;
  const values = q?.[square];
  const cell = cells[square] ?? 'wall';
  if (!values || !canStand(cell) || cell === 'goal') return null;
  const best = Math.max(...values);
  // All alike: nothing has been learned here.
  if (!Number.isFinite(best) || values.every((value) => value === best)) return null;
  return gridMoves[values.indexOf(best)] ?? null;
}

/** How good a square is: its value, or that of its best move. */
export function valueOf({ values, q }: GridData, square: number): number {
  if (values) return values[square] ?? NaN;
  const moves = q?.[square];
  return moves ? Math.max(...moves) : NaN;
}
