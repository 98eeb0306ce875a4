/**
 * What the build needs of the figures: the schema of each one's data, its sentence, its table and the room it takes.
 * Pure; the drawing stays out. The only file of this folder that `src/course` imports.
 */
import * as z from 'zod/mini';
import * as contourData from './contour-data.ts';
import * as contour from './contour-summary.ts';
import * as curveData from './curve-data.ts';
import * as curve from './curve-summary.ts';
import type { Room } from './room.ts';
import { problemOf } from './schema-problem.ts';
import type { TableData } from './table-toggle.ts';

export { toEmbedded } from './embedded.ts';
export type { Room, TableData };

interface Kind<T> {
  schema: z.ZodMiniType<T>;
  summarise(data: T): string;
  table(data: T): TableData;
  room(data: T): Room;
}

export interface Description {
  summary: string;
  table: TableData;
  room: Room;
}

type Told = { ok: true; description: Description } | { ok: false; problem: string };

const kinds: ReadonlyMap<string, (data: unknown) => Told> = new Map([
  ['contour', teller({ ...contourData, ...contour, table: contour.contourTable, room: contour.room })],
  ['curve', teller({ ...curveData, ...curve, table: curve.curveTable, room: curve.room })],
]);

/** Names of the figures there are. */
export const describedFigures: readonly string[] = [...kinds.keys()];

/** What a figure with these data says, or what is wrong with them. */
export function describeFigure(name: string, data: unknown): Told {
  const kind = kinds.get(name);
  if (kind !== undefined) return kind(data);
  return { ok: false, problem: `there is no such figure; there are ${describedFigures.join(', ')}` };
}

function teller<T>({ schema, summarise, table, room }: Kind<T>): (data: unknown) => Told {
  return (data) => {
    const parsed = z.safeParse(schema, data);
    if (!parsed.success) return { ok: false, problem: problemOf(parsed.error) };
    const known = parsed.data;
    return { ok: true, description: { summary: summarise(known), table: table(known), room: room(known) } };
  };
}
