import type { FromChecker, Gives, Takes, ToChecker, Topic } from './protocol.ts';

export interface Checker {
  /** Asks; `null` when there is no checker, or no types, to answer. */
  ask<T extends Topic>(topic: T, takes: Takes<T>): Promise<Gives<T> | null>;
}

/** The part of a worker that the checker needs. */
export interface CheckerPort {
  postMessage(message: ToChecker): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FromChecker>) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
}

/** The page's end of the checker. A worker that does not load leaves an editor without hints, and nothing else. */
export function createChecker(port: CheckerPort, typesUrl: string): Checker {
  const waiting = new Map<number, (answer: unknown) => void>();
  let next = 0;
  let dead = false;
  const settle = (id: number, answer: unknown) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  };
  const give = () => {
    dead = true;
    for (const id of [...waiting.keys()]) settle(id, null);
  };
  port.addEventListener('error', give);
  port.addEventListener('message', ({ data }) => {
    if (data.type === 'answer') settle(data.id, data.answer);
    else if (data.type === 'failed') settle(data.id, null);
    else if (!data.loaded) give();
  });
  port.postMessage({ type: 'types', url: typesUrl });
  return {
    ask: (topic, takes) => {
      if (dead) return Promise.resolve(null);
      const id = next++;
      const answered = new Promise<unknown>((resolve) => waiting.set(id, resolve));
      port.postMessage({ type: 'ask', id, topic, takes } as ToChecker);
      return answered as Promise<Gives<typeof topic> | null>;
    },
  };
}

/** Starts the checker's worker. It asks for the types itself, so that parsing them does not hold up the page. */
export function startChecker(typesUrl: string): Checker {
  const worker = new Worker(new URL('./checker.worker.ts', import.meta.url), {
    type: 'module',
    name: 'type checker',
  });
  return createChecker(worker, typesUrl);
}
