/**
 * What the build needs of the figures: the schema of each one's data, its sentence, its table and the room it takes.
 * Pure; the drawing stays out. The only file of this folder that `src/course` imports.
 */
import * as z from 'zod/mini';
import * as contourData from './contour-data.ts';
import * as contour from './contour-summary.ts';
import { schema as convolutionSchema } from './convolution-data.ts';
import * as convolution from './convolution-summary.ts';
import * as curveData from './curve-data.ts';
import * as curve from './curve-summary.ts';
import { schema as gridSchema } from './grid-data.ts';
import * as grid from './grid-summary.ts';
import { schema as histogramSchema } from './histogram-data.ts';
import * as histogram from './histogram-summary.ts';
import { schema as layersSchema } from './layers-data.ts';
import * as layers from './layers-summary.ts';
import { schema as matrixSchema } from './matrix-data.ts';
import * as matrix from './matrix-summary.ts';
import { schema as nestedSchema } from './nested-data.ts';
import * as nested from './nested-summary.ts';
import { schema as networkSchema } from './network-data.ts';
import * as network from './network-summary.ts';
import { schema as neuronSchema } from './neuron-data.ts';
import * as neuron from './neuron-summary.ts';
import { schema as planeSchema } from './plane-figure-data.ts';
import * as plane from './plane-summary.ts';
import type { Room } from './room.ts';
import { problemOf } from './schema-problem.ts';
import type { TableData } from './table-toggle.ts';
import { schema as timelineSchema } from './timeline-data.ts';
import * as timeline from './timeline-summary.ts';

export { toEmbedded } from './embedded.ts';
export type { Room, TableData };

interface Kind<T> {
  schema: z.ZodMiniType<T>;
  summarise(data: T): string;
  /** What changes as the reader handles it, as it is at first. */
  reading?(data: T): string;
  table(data: T): TableData;
  room(data: T): Room;
}

export interface Description {
  summary: string;
  /** May be empty. */
  reading: string;
  table: TableData;
  room: Room;
}

type Told = { ok: true; description: Description } | { ok: false; problem: string };

const kinds: ReadonlyMap<string, (data: unknown) => Told> = new Map([
  ['contour', teller({ ...contourData, ...contour, table: contour.contourTable, room: contour.room })],
  ['curve', teller({ ...curveData, ...curve, table: curve.curveTable, room: curve.room })],
  ['histogram', teller({ schema: histogramSchema, ...histogram })],
  ['network', teller({ schema: networkSchema, ...network })],
  ['convolution', teller({ ...convolution, schema: convolutionSchema, table: convolution.convolutionTable })],
  ['grid-world', teller({ ...grid, schema: gridSchema, table: grid.gridTable })],
  ['matrix', teller({ ...matrix, schema: matrixSchema, table: matrix.matrixTable })],
  ['layers', teller({ ...layers, schema: layersSchema, table: layers.layersTable })],
  ['neuron', teller({ ...neuron, schema: neuronSchema, table: neuron.neuronTable })],
  ['timeline', teller({ ...timeline, schema: timelineSchema, table: timeline.timelineTable })],
  ['nested', teller({ ...nested, schema: nestedSchema, table: nested.nestedTable })],
  ['plane', teller({ schema: planeSchema, ...plane })],
]);

/** Names of the figures there are. */
export const describedFigures: readonly string[] = [...kinds.keys()];

/** What a figure with these data says, or what is wrong with them. */
export function describeFigure(name: string, data: unknown): Told {
  const kind = kinds.get(name);
  if (kind !== undefined) return kind(data);
  return { ok: false, problem: `there is no such figure; there are ${describedFigures.join(', ')}` };
}

function teller<T>({ schema, summarise, reading, table, room }: Kind<T>): (data: unknown) => Told {
  return (data) => {
    const parsed = z.safeParse(schema, data);
    if (!parsed.success) return { ok: false, problem: problemOf(parsed.error) };
    const known = parsed.data;
    const description = {
      summary: summarise(known),
      reading: reading?.(known) ?? '',
      table: table(known),
      room: room(known),
    };
    return { ok: true, description };
  };
}
