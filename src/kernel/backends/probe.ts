import * as tf from '@tensorflow/tfjs-core';

/** Rounds after the warm-up, which compiles shaders and packs weights. */
const rounds = 5;
/** Milliseconds after which a slow back end has been measured well enough. */
const budget = 600;

/**
 * Milliseconds of one training step of a small dense and a small convolutional network together, numbers read: the median
 * of a few. Steps of this size are what lessons are made of.
 */
export async function probe(): Promise<number> {
  const step = createStep();
  try {
    await step.run();
    const begun = performance.now();
    const times: number[] = [];
    while (times.length < rounds && performance.now() - begun < budget) {
      const start = performance.now();
      await step.run();
      times.push(performance.now() - start);
    }
    return median(times);
  } finally {
    step.dispose();
  }
}

function createStep() {
  const rows = tf.fill([64, 128], 0.1);
  const images = tf.fill<tf.Rank.R4>([16, 14, 14, 4], 0.1);
  const dense = tf.fill([128, 64], 0.01);
  const filters = tf.fill([3, 3, 4, 8], 0.01);
  const gradients = tf.grads((w: tf.Tensor, f: tf.Tensor) => {
    const convolved = tf.conv2d(images, f as tf.Tensor4D, 1, 'same');
    return tf.add(tf.mean(tf.relu(tf.matMul(rows, w))), tf.mean(tf.relu(convolved)));
  });
  return {
    async run(): Promise<void> {
      const [w, f] = gradients([dense, filters]);
      await Promise.all([w?.data(), f?.data()]);
      tf.dispose([w, f]);
    },
    dispose: () => tf.dispose([rows, images, dense, filters]),
  };
}

const median = (times: number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Infinity;
