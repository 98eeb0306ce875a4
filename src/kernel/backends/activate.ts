import { ready, removeBackend, setBackend } from '@tensorflow/tfjs-core';
import type { BackendName } from '../protocol.ts';

/** Makes a registered back end the one in use; rejects when it cannot start, and then forgets it. */
export async function activate(name: BackendName): Promise<void> {
  const started = await setBackend(name);
  if (!started) {
    removeBackend(name);
    throw new Error(`The browser could not start ${name}.`);
  }
  await ready();
}
