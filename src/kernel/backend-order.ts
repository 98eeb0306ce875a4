import type { BackendName } from './backend-names.ts';
import type { Collaborators } from './kernel-collaborators.ts';
import type { KernelOptions } from './kernel.ts';

/** A back end that lost its device this often is not tried again. */
const losses = 2;

/** Which back ends a worker tries, and in which order. */
export interface BackendOrder {
  /** The reader's own choice. */
  readonly chosen: BackendName | null;
  names(): Promise<BackendName[]>;
  choose(backend: BackendName | null): void;
  /** Its device went away. */
  lose(backend: BackendName): void;
}

export function createBackendOrder(
  { backend, probes }: KernelOptions,
  { chooseBackends, trust }: Pick<Collaborators, 'chooseBackends' | 'trust'>,
): BackendOrder {
  const lost = new Map<BackendName, number>();
  let chosen = backend;
  let choice: Promise<BackendName[]> | undefined;
  return {
    get chosen() {
      return chosen;
    },
    async names() {
      choice ??= chooseBackends({ chosen, probes });
      const names = (await choice).filter(
        (name) => (lost.get(name) ?? 0) < losses && (trust === 'own' || name !== 'webgpu'),
      );
      return names.length > 0 ? names : ['cpu'];
    },
    choose(next) {
      chosen = next;
      choice = undefined;
    },
    lose: (name) => void lost.set(name, (lost.get(name) ?? 0) + 1),
  };
}
