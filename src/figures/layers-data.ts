import * as z from 'zod/mini';
import { label } from './plane-data.ts';
import type { NetworkData } from './network-data.ts';

/** So far the sliders go. */
export const most = { hidden: 6, units: 8 } as const;

const names = z.array(label).check(z.minLength(1), z.maxLength(6));

/** A network whose depth and width the reader chooses. */
export const schema = z.strictObject({
  /** What goes in, by name. */
  inputs: names,
  /** What comes out, by name. */
  outputs: names,
  /** Hidden layers at first. */
  hidden: z.int().check(z.minimum(0), z.maximum(most.hidden)),
  /** Units in each of them at first. */
  units: z.int().check(z.minimum(1), z.maximum(most.units)),
});
export type LayersData = z.infer<typeof schema>;

/** From one layer to the next. */
export interface Gap {
  from: number;
  to: number;
  /** A weight for each pair of units, and a bias for each unit behind. */
  parameters: number;
}

export function gapsOf({ inputs, outputs, hidden, units }: LayersData): Gap[] {
  const sizes = [inputs.length, ...Array.from({ length: hidden }, () => units), outputs.length];
  return sizes.slice(1).map((to, i) => {
    const from = sizes[i] ?? 0;
    return { from, to, parameters: from * to + to };
  });
}

export const parametersOf = (data: LayersData): number =>
  gapsOf(data).reduce((sum, { parameters }) => sum + parameters, 0);

/** The same as the figure `network` draws it. */
export function asNetwork({ inputs, outputs, hidden, units }: LayersData): NetworkData {
  const between = Array.from({ length: hidden }, (_, i) => ({ units, label: `hidden ${i + 1}` }));
  return {
    layers: [{ units: inputs.length, names: inputs }, ...between, { units: outputs.length, names: outputs }],
  };
}
