import * as z from 'zod/mini';
import { limits } from '../kernel/protocol.ts';
import { label, numbers } from './plane-data.ts';
import { activation, forward, matrix } from './small-net.ts';

const parameters = {
  /** One matrix for each gap between layers, shape [units before, units behind]. */
  weights: z.array(matrix).check(z.maxLength(11)),
  /** One list for each layer behind the input. */
  biases: z.optional(z.array(numbers).check(z.maxLength(11))),
};
const frame = z.strictObject(parameters);
export type Parameters = z.infer<typeof frame>;

const layer = z.strictObject({
  label: z.optional(label),
  units: z.int().check(z.minimum(1), z.maximum(4096)),
  names: z.optional(z.array(label).check(z.maxLength(64))),
  activation: z.optional(activation),
  /** What comes out of each unit; computed from `input` and the weights where it is missing. */
  values: z.optional(numbers),
});
export type NetworkLayer = z.infer<typeof layer>;

/** Layers of units with the weights between them. */
export const schema = z
  .strictObject({
    layers: z.array(layer).check(z.minLength(1), z.maxLength(12)),
    weights: z.optional(parameters.weights),
    biases: parameters.biases,
    /** What goes in: one number for each unit of the first layer. */
    input: z.optional(numbers),
    /** Weights after each step of a training, for the player. */
    frames: z.optional(z.array(frame).check(z.minLength(1), z.maxLength(500))),
    /** What ought to come out: with `input` and `frames`, forward pass and update can be gone through in turn. */
    target: z.optional(numbers),
  })
  .check(
    z.refine(
      (data) => data.layers.every(({ units, values }) => values === undefined || values.length === units),
      {
        path: ['layers'],
        error: 'must have as many values as units',
      },
    ),
    z.refine((data) => data.input === undefined || data.input.length === data.layers[0]?.units, {
      path: ['input'],
      error: 'must be one number for each unit of the first layer',
    }),
    z.refine((data) => data.target === undefined || data.target.length === data.layers.at(-1)?.units, {
      path: ['target'],
      error: 'must be one number for each unit of the last layer',
    }),
    z.refine((data) => everyFrame(data).every((each) => fits(data.layers, each)), {
      path: ['weights'],
      error:
        'must be one matrix for each gap, [units before, units behind], and biases one for each unit behind',
    }),
    z.refine((data) => everyFrame(data).reduce((sum, each) => sum + size(each), 0) <= limits.numbers, {
      path: ['weights'],
      error: `must be at most ${limits.numbers} numbers in all`,
    }),
  );
export type NetworkData = z.infer<typeof schema>;

type Loose = Pick<NetworkData, 'weights' | 'biases' | 'frames'>;

/** The weights at each step; one step where there is no training, none where there are no weights. */
export function everyFrame({ weights, biases, frames }: Loose): Parameters[] {
  if (frames !== undefined) return frames;
  return weights === undefined ? [] : [{ weights, biases }];
}

const size = ({ weights }: Parameters) =>
  weights.reduce((sum, rows) => sum + rows.reduce((count, row) => count + row.length, 0), 0);

function fits(layers: readonly NetworkLayer[], { weights, biases }: Parameters): boolean {
  if (weights.length !== layers.length - 1) return false;
  if (biases !== undefined && biases.length !== weights.length) return false;
  return weights.every((rows, gap) => {
    const behind = layers[gap + 1]?.units ?? 0;
    return (
      rows.length === layers[gap]?.units &&
      rows.every((row) => row.length === behind) &&
      (biases === undefined || biases[gap]?.length === behind)
    );
  });
}

/** What comes out of each unit with the weights of a step; `null` for layers of which that is not known. */
export function valuesAt(data: NetworkData, step: number): (readonly number[] | null)[] {
  const now = everyFrame(data)[step];
  const { layers, input } = data;
  const through =
    input === undefined || now === undefined
      ? []
      : forward(
          input,
          now.weights.map((weights, gap) => ({
            weights,
            biases: now.biases?.[gap],
            activation: layers[gap + 1]?.activation,
          })),
        );
  return layers.map(({ values }, i) => values ?? through[i] ?? (i === 0 ? (input ?? null) : null));
}

/** "hidden", "input", "layer 2". */
export function nameOfLayer({ layers }: Pick<NetworkData, 'layers'>, index: number): string {
  return (
    layers[index]?.label ??
    (index === 0 ? 'input' : index === layers.length - 1 ? 'output' : `layer ${index}`)
  );
}

export function nameOfUnit(data: Pick<NetworkData, 'layers'>, index: number, unit: number): string {
  return data.layers[index]?.names?.[unit] ?? `${nameOfLayer(data, index)} ${unit + 1}`;
}
