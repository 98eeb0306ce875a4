import * as z from 'zod/mini';
import { limits } from '../kernel/protocol.ts';
import { finite, label, numbers } from './plane-data.ts';

/** A matrix with names at its edges: a confusion matrix, weights, a table of results. */
export const schema = z
  .strictObject({
    /** Rows from the top. */
    values: z.array(numbers).check(z.minLength(1), z.maxLength(256)),
    /** Names of the rows and of the columns; their numbers where missing. */
    rows: z.optional(z.array(label).check(z.maxLength(256))),
    columns: z.optional(z.array(label).check(z.maxLength(256))),
    /** What the rows are ("true"), and the columns ("said"). */
    rowLabel: z.optional(label),
    columnLabel: z.optional(label),
    /** The numbers that are filled faintest and strongest; the smallest and the largest where missing. */
    range: z.optional(z.tuple([finite, finite])),
    /** Rings the squares from the left upper corner down: where a confusion matrix is right. */
    diagonal: z.optional(z.boolean()),
  })
  .check(
    z.refine(({ values }) => isMatrix(values), {
      path: ['values'],
      error: `must be rows of the same length, at least one number, at most ${limits.numbers} in all`,
    }),
  );
export type MatrixData = z.infer<typeof schema>;

function isMatrix(values: readonly (readonly number[])[]): boolean {
  const columns = values[0]?.length ?? 0;
  return (
    columns >= 1 && columns * values.length <= limits.numbers && values.every((row) => row.length === columns)
  );
}

export const rowName = ({ rows }: MatrixData, row: number): string => rows?.[row] ?? String(row);
export const columnName = ({ columns }: MatrixData, column: number): string =>
  columns?.[column] ?? String(column);
