/** Every model that trains on cpu trains on wasm, to the same losses. */
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential, type LayersModel, type Sequential } from '@tensorflow/tfjs-layers';
import { expect, test } from 'vitest';
import type { BackendName } from '../../../src/kernel/protocol.ts';
import { numbers, use } from './harness.ts';

type Layer = Parameters<Sequential['add']>[0];

const image = [8, 8, 2];
const sequence = [5, 3];
const images = { inputShape: image };
const sequences = { inputShape: sequence };

/** Everything up to the flattening and the dense layer that all models end with. */
const models: Record<string, () => Layer[]> = {
  dense: () => [layers.dense({ ...sequences, units: 6, activation: 'tanh' })],
  'dense with relu': () => [layers.flatten(sequences), layers.dense({ units: 8, activation: 'relu' })],
  'dense with softplus, elu, selu': () => [
    layers.dense({ ...sequences, units: 4, activation: 'softplus' }),
    layers.dense({ units: 4, activation: 'elu' }),
    layers.dense({ units: 4, activation: 'selu' }),
  ],
  conv1d: () => [layers.conv1d({ ...sequences, filters: 4, kernelSize: 3, padding: 'same' })],
  'conv1d with strides': () => [layers.conv1d({ ...sequences, filters: 4, kernelSize: 2, strides: 2 })],
  conv2d: () => [layers.conv2d({ ...images, filters: 4, kernelSize: 3, activation: 'relu' })],
  'conv2d with strides': () => [
    layers.conv2d({ ...images, filters: 4, kernelSize: 3, strides: 2, padding: 'same' }),
    layers.conv2d({ filters: 3, kernelSize: 1, strides: 2 }),
  ],
  conv2dTranspose: () => [
    layers.conv2dTranspose({ ...images, filters: 3, kernelSize: 3, strides: 2, padding: 'same' }),
  ],
  depthwiseConv2d: () => [layers.depthwiseConv2d({ ...images, kernelSize: 3, depthMultiplier: 2 })],
  separableConv2d: () => [layers.separableConv2d({ ...images, filters: 4, kernelSize: 3, padding: 'same' })],
  conv3d: () => [
    layers.reshape({ ...images, targetShape: [4, 4, 4, 2] }),
    layers.conv3d({ filters: 2, kernelSize: 2 }),
  ],
  maxPooling2d: () => [
    layers.maxPooling2d({ ...images, poolSize: 2 }),
    layers.conv2d({ filters: 2, kernelSize: 2 }),
  ],
  averagePooling2d: () => [
    layers.conv2d({ ...images, filters: 3, kernelSize: 3 }),
    layers.averagePooling2d({ poolSize: 2 }),
  ],
  'max pooling after a convolution': () => [
    layers.conv2d({ ...images, filters: 3, kernelSize: 3 }),
    layers.maxPooling2d({ poolSize: 3, strides: 2, padding: 'same' }),
  ],
  maxPooling1d: () => [
    layers.conv1d({ ...sequences, filters: 4, kernelSize: 2 }),
    layers.maxPooling1d({ poolSize: 2 }),
  ],
  globalAveragePooling2d: () => [
    layers.conv2d({ ...images, filters: 3, kernelSize: 3 }),
    layers.globalAveragePooling2d({}),
  ],
  globalMaxPooling1d: () => [
    layers.conv1d({ ...sequences, filters: 4, kernelSize: 2 }),
    layers.globalMaxPooling1d({}),
  ],
  upSampling2d: () => [
    layers.conv2d({ ...images, filters: 2, kernelSize: 3 }),
    layers.upSampling2d({ size: [2, 2] }),
  ],
  zeroPadding2d: () => [
    layers.conv2d({ ...images, filters: 2, kernelSize: 3 }),
    layers.zeroPadding2d({ padding: 1 }),
  ],
  batchNormalization: () => [
    layers.conv2d({ ...images, filters: 3, kernelSize: 3 }),
    layers.batchNormalization(),
    layers.activation({ activation: 'relu' }),
  ],
  layerNormalization: () => [layers.dense({ ...sequences, units: 6 }), layers.layerNormalization()],
  dropout: () => [layers.dense({ ...sequences, units: 6 }), layers.dropout({ rate: 0 })],
  gaussianNoise: () => [layers.dense({ ...sequences, units: 6 }), layers.gaussianNoise({ stddev: 0 })],
  simpleRNN: () => [layers.simpleRNN({ ...sequences, units: 4, recurrentInitializer: 'glorotNormal' })],
  lstm: () => [layers.lstm({ ...sequences, units: 4, recurrentInitializer: 'glorotNormal' })],
  'lstm that returns sequences': () => [
    layers.lstm({ ...sequences, units: 4, recurrentInitializer: 'glorotNormal', returnSequences: true }),
  ],
  gru: () => [layers.gru({ ...sequences, units: 4, recurrentInitializer: 'glorotNormal' })],
  bidirectional: () => [
    layers.bidirectional({
      ...sequences,
      layer: layers.lstm({ units: 3, recurrentInitializer: 'glorotNormal' }),
      mergeMode: 'concat',
    }),
  ],
  timeDistributed: () => [layers.timeDistributed({ ...sequences, layer: layers.dense({ units: 3 }) })],
  embedding: () => [layers.flatten(sequences), layers.embedding({ inputDim: 7, outputDim: 4 })],
  'embedding into lstm': () => [
    layers.flatten(sequences),
    layers.embedding({ inputDim: 7, outputDim: 4 }),
    layers.lstm({ units: 3, recurrentInitializer: 'glorotNormal' }),
  ],
  convLstm2d: () => [
    layers.reshape({ ...images, targetShape: [2, 4, 8, 2] }),
    layers.convLstm2d({ filters: 2, kernelSize: 2, recurrentInitializer: 'glorotNormal' }),
  ],
  'prelu and leakyReLU': () => [
    layers.dense({ ...sequences, units: 4 }),
    layers.prelu(),
    layers.leakyReLU({}),
  ],
};

/** The same weights on every back end, whatever drew the first ones. */
function setWeights(model: LayersModel): void {
  const weights = model.getWeights();
  const fresh = weights.map((weight, i) => tf.mul(numbers(weight.shape, i + 1), 0.2));
  model.setWeights(fresh.map((weight) => tf.abs(weight)));
  tf.dispose(fresh);
}

async function train(backend: BackendName, build: () => Layer[]): Promise<number[]> {
  await use(backend);
  const model = sequential();
  for (const layer of build()) model.add(layer);
  if (model.outputs[0]!.shape.length > 2) model.add(layers.flatten());
  model.add(layers.dense({ units: 2 }));
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  setWeights(model);
  const words = model.layers.some((layer) => layer.getClassName() === 'Embedding');
  const shape = [4, ...(model.inputs[0]!.shape.slice(1) as number[])];
  const x = words ? tf.floor(tf.mul(tf.abs(numbers(shape, 9)), 7)) : numbers(shape, 9);
  const y = numbers([4, 2], 10);
  const losses: number[] = [];
  for (let i = 0; i < 4; i++) losses.push((await model.trainOnBatch(x, y)) as number);
  model.dispose();
  tf.dispose([x, y]);
  return losses;
}

test.each(Object.entries(models))('%s', async (_, build) => {
  const cpu = await train('cpu', build);
  const wasm = await train('wasm', build);
  expect(cpu.every(Number.isFinite)).toBe(true);
  expect(cpu[0]).not.toBe(cpu[3]);
  for (const [i, loss] of cpu.entries())
    expect(Math.abs(wasm[i]! - loss)).toBeLessThanOrEqual(1e-3 * Math.abs(loss));
});
