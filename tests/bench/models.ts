/**
 * The three models by which back ends are compared, on whatever tfjs is given: a worker that holds nothing but tfjs and a cell
 * must be able to run the same step.
 */
import type * as core from '@tensorflow/tfjs-core';
import type * as layers from '@tensorflow/tfjs-layers';

type Tf = typeof core & typeof layers;

export interface BenchModel {
  name: 'mlp' | 'cnn' | 'lstm';
  /** One step of Adam on one batch; resolves to the loss, read back. */
  step(): Promise<number>;
  dispose(): void;
}

/** Numbers between -1 and 1 without a generator, the same each time. */
function numbers(tf: Tf, shape: number[], seed: number): core.Tensor {
  const values = Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => {
    const x = Math.sin((i + 1) * 12.9898 + seed * 78.233) * 43758.5453;
    return (x - Math.floor(x)) * 2 - 1;
  });
  return tf.tensor(values, shape);
}

function classes(tf: Tf, count: number): core.Tensor {
  const labels = Int32Array.from({ length: count }, (_, i) => (i * 7) % 10);
  return tf.tidy(() => tf.cast(tf.oneHot(tf.tensor1d(labels, 'int32'), 10), 'float32'));
}

function create(
  tf: Tf,
  name: BenchModel['name'],
  model: layers.Sequential,
  x: core.Tensor,
  y: core.Tensor,
): BenchModel {
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  return {
    name,
    step: async () => (await model.trainOnBatch(x, y)) as number,
    dispose() {
      model.dispose();
      tf.dispose([x, y]);
    },
  };
}

/** 784-128-10, batch 64. */
export function createMlp(tf: Tf): BenchModel {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [784], units: 128, activation: 'relu' }),
      tf.layers.dense({ units: 10, activation: 'softmax' }),
    ],
  });
  return create(tf, 'mlp', model, numbers(tf, [64, 784], 1), classes(tf, 64));
}

/** Two convolutions of 8 and 16 filters on 28×28 pixels, batch 64. */
export function createCnn(tf: Tf): BenchModel {
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 3, activation: 'relu' }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.conv2d({ filters: 16, kernelSize: 3, activation: 'relu' }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 10, activation: 'softmax' }),
    ],
  });
  return create(tf, 'cnn', model, numbers(tf, [64, 28, 28, 1], 1), classes(tf, 64));
}

/** 20 steps of 16 numbers into 32 units, batch 32. */
export function createLstm(tf: Tf): BenchModel {
  const model = tf.sequential({
    layers: [
      tf.layers.lstm({ inputShape: [20, 16], units: 32 }),
      tf.layers.dense({ units: 10, activation: 'softmax' }),
    ],
  });
  return create(tf, 'lstm', model, numbers(tf, [32, 20, 16], 1), classes(tf, 32));
}

export const benchModels = [createMlp, createCnn, createLstm];
