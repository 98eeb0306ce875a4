import { findWebgpu } from './adapter.ts';
import { order, type Probes } from './choose.ts';
import type { BackendName } from './backend-names.ts';

export interface ChoiceOptions {
  /** The reader's own choice. */
  chosen: BackendName | null;
  /** Milliseconds that probes measured. */
  probes: Probes;
}

/** Back ends in the order to try. Never rejects. */
export async function chooseBackends({ chosen, probes }: ChoiceOptions): Promise<BackendName[]> {
  // Asking for the adapter takes a while, and who chose waits for none.
  const webgpu = chosen === null ? await findWebgpu() : 'none';
  return order({ webgpu, probes, chosen });
}
