import type { BackendName, Request } from './protocol.ts';

/** How long a step of training takes on a back end, in milliseconds. */
export interface Probe {
  backend: BackendName;
  ms: number;
}

/** Measurements that the page asked the worker for and waits for. */
export interface Probes {
  /** `null` when the worker ended before. */
  ask(): Promise<Probe | null>;
  settle(result: Probe | null): void;
}

export function createProbes(post: (request: Request) => void): Probes {
  const waiting: ((result: Probe | null) => void)[] = [];
  return {
    ask() {
      post({ type: 'probe' });
      return new Promise((resolve) => waiting.push(resolve));
    },
    settle(result) {
      for (const resolve of waiting.splice(0)) resolve(result);
    },
  };
}
