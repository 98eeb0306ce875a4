/** What a stopped cell is ended with. Cells can catch it, as any error; then only the hard stop is left. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  constructor() {
    super('Stopped.');
  }
}

/** For whatever was thrown, also a Proxy that does not let itself be asked. */
export function isStopped(thrown: unknown): thrown is Stopped {
  try {
    return thrown instanceof Stopped;
  } catch {
    return false;
  }
}

/** The reader's wish that the run under way should end, and whoever wants to hear of it. */
export interface StopFlag {
  readonly requested: boolean;
  request(): void;
  /** A new run begins. */
  reset(): void;
  /** Throws `Stopped` once the reader pressed Stop. */
  check(): void;
  /** Throws `Stopped` a moment after: what stands behind a loop that ended early may still show its results. */
  checkLate(): void;
  /** Returns the function that stops listening. Calls at once when the wish is there already. */
  onRequest(listener: () => void): () => void;
}

/** Milliseconds that a cell has for what stands behind its loop, less than the page waits before it removes the worker. */
const grace = 500;

export function createStopFlag(now: () => number): StopFlag {
  const listeners = new Set<() => void>();
  let at: number | undefined;
  const check = (): void => {
    if (at !== undefined) throw new Stopped();
  };
  return {
    get requested() {
      return at !== undefined;
    },
    request() {
      at ??= now();
      for (const listener of [...listeners]) listener();
    },
    reset() {
      at = undefined;
    },
    check,
    checkLate() {
      if (at !== undefined && now() - at > grace) throw new Stopped();
    },
    onRequest(listener) {
      listeners.add(listener);
      if (at !== undefined) listener();
      return () => listeners.delete(listener);
    },
  };
}
