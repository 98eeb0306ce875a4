/** The part of TensorFlow.js that a cell's vocabulary speaks of; types only. */
export type { Tensor } from '@tensorflow/tfjs-core';
export type { LayersModel, CustomCallbackArgs } from '@tensorflow/tfjs-layers';
