import * as z from 'zod/mini';
import { expect, test } from 'vitest';
import {
  asNetwork,
  gapsOf,
  parametersOf,
  schema,
  type LayersData,
} from '../../../src/figures/layers-data.ts';
import { layersTable, reading, summarise } from '../../../src/figures/layers-summary.ts';

const layers = (more: Partial<LayersData> = {}): LayersData => ({
  inputs: ['x', 'y', 'z'],
  outputs: ['in', 'out'],
  hidden: 2,
  units: 4,
  ...more,
});

test('parameters are weights and biases of every gap', () => {
  expect(gapsOf(layers()).map(({ parameters }) => parameters)).toEqual([16, 20, 10]);
  expect(parametersOf(layers({ hidden: 0 }))).toBe(8);
  expect(parametersOf(layers({ hidden: 6, units: 1 }))).toBe(4 + 5 * 2 + 4);
});

test('the words count what is drawn', () => {
  expect(summarise(layers())).toBe('From 3 inputs (x, y, z) to 2 outputs (in, out).');
  expect(reading(layers())).toBe('2 hidden layers of 4 units: deep. Parameters: 16 + 20 + 10 = 46.');
  expect(reading(layers({ hidden: 0 }))).toBe('No hidden layer: as shallow as can be. Parameters: 8.');
  expect(reading(layers({ hidden: 1, units: 1 }))).toContain(
    '1 hidden layer of 1 unit: still called shallow.',
  );
  expect(layersTable(layers({ hidden: 1 })).rows).toEqual([
    ['input', 'hidden 1', '12', '4', '16'],
    ['hidden 1', 'output', '8', '2', '10'],
  ]);
  expect(asNetwork(layers()).layers.map(({ units }) => units)).toEqual([3, 4, 4, 2]);
});

test('data out of range are told', () => {
  expect(z.safeParse(schema, layers()).success).toBe(true);
  for (const more of [{ hidden: 7 }, { units: 0 }, { inputs: [] }])
    expect(z.safeParse(schema, layers(more)).success).toBe(false);
});
