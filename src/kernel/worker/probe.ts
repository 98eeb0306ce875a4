import * as tf from '@tensorflow/tfjs-core';

/** Milliseconds of a step of a small network, forward and back, numbers read: the median of five after a warm-up. */
export async function measureStep(): Promise<number> {
  const times: number[] = [];
  const x = tf.ones([64, 256]);
  const w = tf.fill([256, 256], 0.01);
  const step = tf.grad((weights) => tf.mean(tf.relu(tf.matMul(x, weights))));
  for (let round = 0; round < 6; round++) {
    const start = performance.now();
    const gradient = step(w);
    await gradient.data();
    times.push(performance.now() - start);
    gradient.dispose();
  }
  tf.dispose([x, w]);
  return times.slice(1).sort((a, b) => a - b)[2] ?? Infinity;
}
