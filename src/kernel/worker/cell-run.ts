import type { DisplayHost } from '../../library/display-host.ts';
import type { InputValue } from '../protocol.ts';
import { inspect } from './inspect.ts';
import type { Sink } from './outbox.ts';
import { natives } from './realm.ts';
import { Stopped, type StopFlag } from './stop.ts';

/** One run of one cell: where it shows, what it asked, what it still waits for. */
export interface CellRun {
  readonly cell: string;
  readonly host: DisplayHost;
  readonly sink: Sink;
  /** Inputs it asked for and what the reader had entered there. */
  readonly asked: Map<string, InputValue | undefined>;
  /** Waits for what it put out without waiting. Rejects with the first failure. */
  settle(): Promise<void>;
}

interface Surroundings {
  stop: StopFlag;
  entered(cell: string, name: string): InputValue | undefined;
  tensors(): number;
}

export function createCellRun(sink: Sink, { stop, entered, tensors }: Surroundings): CellRun {
  const asked = new Map<string, InputValue | undefined>();
  const held: Promise<unknown>[] = [];
  const host: DisplayHost = {
    put: (output, slot) => (slot === null ? null : sink.put(output, slot)),
    append(slot, points) {
      if (slot !== null) sink.append(slot, points);
    },
    hold(work) {
      work.catch(() => undefined);
      held.push(work);
    },
    inspect,
    entered(spec) {
      const value = entered(sink.cell, spec.name);
      asked.set(spec.name, value);
      return value;
    },
    get stopping() {
      return stop.requested;
    },
    checkStop: stop.check,
    breathe: () => new Promise((resolve) => natives.soon(resolve)),
    wait: (ms) => wait(ms, stop),
    now: natives.now,
    tensors,
  };
  return {
    cell: sink.cell,
    host,
    sink,
    asked,
    async settle() {
      await Promise.all(held);
    },
  };
}

function wait(ms: number, stop: StopFlag): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = natives.setTimeout(() => {
      quit();
      resolve();
    }, ms);
    let quit = (): void => undefined;
    quit = stop.onRequest(() => {
      natives.clearTimeout(timer);
      reject(new Stopped());
    });
  });
}
