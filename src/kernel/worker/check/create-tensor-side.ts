import * as core from '@tensorflow/tfjs-core';
import type { BackendName } from '../../protocol.ts';
import { createMemory } from '../memory.ts';
import { natives } from '../realm.ts';
import { startBackend } from '../start-backend.ts';
import { createStopFlag } from '../stop.ts';
import { tensorReader } from '../tensor-reader.ts';
import { createTf } from '../tf.ts';
import type { TensorSide } from './tensor-side.ts';

const question = 'question';

/** The kernel's TensorFlow.js, completed and corrected as cells know it. */
export function createTensorSide(): TensorSide {
  let backend: BackendName | undefined;
  const { tf } = createTf({
    stop: createStopFlag(natives.now),
    print: () => undefined,
    backend: () => backend,
  });
  const memory = createMemory();
  return {
    tf,
    reader: tensorReader,
    async start(backends, assets) {
      const started = await startBackend(backends, assets, () => undefined);
      backend = started.backend.name;
    },
    make: (values, dtype) => core.tensor(values as core.TensorLike, undefined, dtype),
    own: (asked) => memory.own(asked ? question : null),
    release: (kept) => memory.release(question, kept),
  };
}
