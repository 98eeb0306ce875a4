/**
 * A few operations and one gradient, small enough to cost nothing at the start. Their values are computed on cpu when
 * the site is built; a back end that disagrees is not used.
 */
import * as tf from '@tensorflow/tfjs-core';

/** The values of each case by its name. */
export type Expected = Record<string, number[]>;

const ramp = (shape: number[], scale: number): tf.Tensor => {
  const size = tf.util.sizeFromShape(shape);
  return tf.tensor(
    Array.from({ length: size }, (_, i) => Math.sin(i * 1.7 + 0.3) * scale),
    shape,
  );
};

/** Name → tensor of a few numbers. Pure: the same on every back end, within rounding. */
const cases: Record<string, () => tf.Tensor> = {
  'a product of matrices': () => tf.matMul(ramp([5, 7], 1), ramp([6, 7], 2), false, true),
  'a sum along an axis': () => tf.sum(ramp([3, 9], 4), 0),
  'a softmax': () => tf.softmax(ramp([2, 5], 3)),
  'a convolution': () =>
    tf.conv2d(ramp([1, 4, 4, 2], 1) as tf.Tensor4D, ramp([3, 3, 2, 2], 1) as tf.Tensor4D, 1, 'same'),
  'a gradient': () =>
    tf.grad((w) => tf.sum(tf.square(tf.tanh(tf.matMul(ramp([4, 3], 1), w)))))(ramp([3, 2], 1)),
};

/** What the cases give on the back end in use. One read. */
export async function compute(): Promise<Expected> {
  const names = Object.keys(cases);
  const sizes: number[] = [];
  const joined = tf.tidy(() => {
    const results = Object.values(cases).map((run) => tf.reshape(run(), [-1]));
    sizes.push(...results.map((result) => result.size));
    return tf.concat(results);
  });
  const values = Array.from(await joined.data<'float32'>());
  joined.dispose();
  return Object.fromEntries(names.map((name, i) => [name, values.splice(0, sizes[i] ?? 0)]));
}

/** The names of the cases that differ from what was expected by more than 0.1 % of the largest value. */
export async function selfTest(expected: Expected): Promise<string[]> {
  const found = await compute();
  return Object.keys(cases).filter((name) => !agree(found[name] ?? [], expected[name] ?? []));
}

function agree(found: readonly number[], expected: readonly number[]): boolean {
  const scale = Math.max(...expected.map(Math.abs));
  return (
    found.length === expected.length &&
    found.every((value, i) => Math.abs(value - (expected[i] ?? NaN)) <= 1e-3 * scale)
  );
}
