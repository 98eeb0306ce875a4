import type { Plain } from './plain.ts';
import type { Reply, Request } from './protocol.ts';

/** Values that the page asked the worker for and waits for. */
export interface Reads {
  /** Rejects with a sentence where the path leads to nothing that can be read. */
  ask(path: string): Promise<Plain>;
  settle(answer: Extract<Reply, { type: 'answered' }>): void;
  /** The worker is gone: nobody will answer. */
  drop(): void;
}

interface Waiting {
  resolve(value: Plain): void;
  reject(reason: Error): void;
}

export const noKernel = 'There is nothing to read yet: no cell of this page has run.';

export function createReads(post: (request: Request) => void): Reads {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  return {
    ask: (path) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, { resolve, reject });
        post({ type: 'read', read: asked, path });
      }),
    settle({ read, value, problem }) {
      const found = waiting.get(read);
      waiting.delete(read);
      if (value === undefined) found?.reject(new Error(problem ?? 'The value could not be read.'));
      else found?.resolve(value);
    },
    drop() {
      const all = [...waiting.values()];
      waiting.clear();
      for (const { reject } of all)
        reject(new Error('The kernel ended before the value was read. Run the cell again.'));
    },
  };
}
