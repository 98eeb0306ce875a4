import { removeBackend } from '@tensorflow/tfjs-core';
import type { BackendName } from '../protocol.ts';
import type { Backend, ReadAsset } from './backend.ts';
import { selfTest, type Expected } from './self-test.ts';

export interface Refusal {
  backend: BackendName;
  reason: string;
}
export interface Started {
  backend: Backend;
  /** What was tried before and why it was not taken. */
  refused: Refusal[];
}

interface Sources {
  /** Loads a back end's script. */
  load(name: BackendName): Promise<Backend>;
  read: ReadAsset;
  /** The self-test's values as cpu computed them when the site was built. */
  expected: Expected;
  onLost(backend: BackendName, reason: string): void;
}

/** Starts the first of `names` that loads, starts and counts right. Rejects, naming every reason, when none does. */
export async function startFirst(names: readonly BackendName[], sources: Sources): Promise<Started> {
  const refused: Refusal[] = [];
  for (const name of names) {
    try {
      return { backend: await startOne(name, sources), refused };
    } catch (error) {
      refused.push({ backend: name, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  throw new Error(`No back end could start: ${refused.map((r) => `${r.backend}: ${r.reason}`).join('; ')}`);
}

async function startOne(name: BackendName, { load, read, expected, onLost }: Sources): Promise<Backend> {
  const backend = await load(name);
  let taken = false;
  backend.onLost((reason) => {
    if (taken) onLost(name, reason);
  });
  await backend.start(read);
  const wrong = await selfTest(expected);
  if (wrong.length > 0) {
    removeBackend(name);
    throw new Error(`It gave wrong numbers in its self-test (${wrong.join(', ')}).`);
  }
  taken = true;
  return backend;
}
