import * as z from 'zod/mini';
import { numbers } from './plane-data.ts';

/** A small fully connected network, computed in the page as plain numbers. */
export const activation = z.enum(['linear', 'relu', 'tanh', 'sigmoid', 'softmax']);
export type Activation = z.infer<typeof activation>;

/** Numbers from each unit before (rows) to each unit of this layer (columns), as the kernel of a dense layer. */
export const matrix = z.array(numbers).check(z.minLength(1), z.maxLength(4096));

export interface DenseLayer {
  /** Shape [inputs, units]. */
  weights: readonly (readonly number[])[];
  /** Shape [units]; zeros where it is missing. */
  biases?: readonly number[] | undefined;
  activation?: Activation | undefined;
}

export function activate(name: Activation, sums: readonly number[]): number[] {
  if (name === 'softmax') {
    const most = Math.max(...sums);
    const powers = sums.map((sum) => Math.exp(sum - most));
    const total = powers.reduce((a, b) => a + b, 0);
    return powers.map((power) => power / total);
  }
  return sums.map((sum) => one(name, sum));
}

function one(name: Exclude<Activation, 'softmax'>, sum: number): number {
  switch (name) {
    case 'relu':
      return Math.max(0, sum);
    case 'tanh':
      return Math.tanh(sum);
    case 'sigmoid':
      return 1 / (1 + Math.exp(-sum));
    case 'linear':
      return sum;
  }
}

/** activation(input · weights + biases), shape [units]. */
export function dense(input: readonly number[], layer: DenseLayer): number[] {
  const { weights, biases = [], activation: name = 'linear' } = layer;
  const units = weights[0]?.length ?? 0;
  const sums = Array.from({ length: units }, (_, unit) =>
    weights.reduce((sum, row, i) => sum + (row[unit] ?? NaN) * (input[i] ?? NaN), biases[unit] ?? 0),
  );
  return activate(name, sums);
}

/** What goes through each layer, the input first. */
export function forward(input: readonly number[], layers: readonly DenseLayer[]): number[][] {
  const through = [[...input]];
  for (const layer of layers) through.push(dense(through.at(-1) ?? [], layer));
  return through;
}

/** Whether each layer takes what the one before gives. */
export function fitsTogether(inputs: number, layers: readonly DenseLayer[]): boolean {
  let width = inputs;
  return layers.every(({ weights, biases }) => {
    const units = weights[0]?.length ?? 0;
    const fits = weights.length === width && units > 0 && weights.every((row) => row.length === units);
    width = units;
    return fits && (biases === undefined || biases.length === units);
  });
}
