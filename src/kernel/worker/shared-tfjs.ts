import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import * as core from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';

/** Where scripts that are bundled apart find TensorFlow.js while they load, and only then. */
const key = Symbol.for('descent.tfjs');

/** Lets scripts that load from now on find TensorFlow.js. Returns the function that ends it and leaves no trace. */
export function shareTfjs(): () => void {
  Object.defineProperty(globalThis, key, { value: { core, layers }, configurable: true });
  return () => {
    Reflect.deleteProperty(globalThis, key);
  };
}
