import type { NeuronData } from './neuron-data.ts';
import { roomOf, type Room } from './room.ts';
import type { TableData } from './table-toggle.ts';

/** Pixels of one picture, and the width below which the two stand one over the other. */
export const height = 200;
export const wideFrom = 416;

export function summarise({ parts }: NeuronData): string {
  const pairs = parts.map(({ cell, unit }) => `${cell} and ${unit}`);
  return `Left a nerve cell, right a unit; likened to each other are ${pairs.join(', ')}.`;
}

/** The part that is lit: "Synapses and weights. At each …" */
export function describePart({ parts }: NeuronData, place: number): string {
  const part = parts[place];
  if (part === undefined) return '';
  const names = `${part.cell} and ${part.unit}`;
  return `${names.charAt(0).toUpperCase()}${names.slice(1)}. ${part.text}`;
}

export const reading = (data: NeuronData): string => describePart(data, 0);

export const neuronTable = ({ parts }: NeuronData): TableData => ({
  caption: 'Part by part',
  columns: ['nerve cell', 'unit', 'how alike'],
  rows: parts.map(({ cell, unit, text }) => [cell, unit, text]),
});

/** Two lines of words below, four on a phone; for the first half of them the page keeps room. */
export function room({ parts }: NeuronData): Room {
  const controls: readonly [number, number] = parts.length > 1 ? [1, 1] : [0, 0];
  const { wide } = roomOf(height, controls, [21, 21]);
  const { narrow } = roomOf(2 * height, controls, [42, 42]);
  return { wide, narrow };
}
