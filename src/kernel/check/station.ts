/** A place for one worker at a time, of one role. What it needs is fetched once, and the next is made ready ahead. */
import type * as z from 'zod/mini';
import type { AssetCache } from '../asset-cache.ts';
import type { Trust } from '../frame.ts';
import type { AssetName, BackendName } from '../protocol.ts';
import type { LearnerRequest } from './check-protocol.ts';
import type { CheckCollaborators } from './collaborators.ts';
import { createWire, type Common, type Line, type Wire } from './line.ts';

type Prepare = Extract<LearnerRequest, { type: 'prepare' }>;

export interface Station<Ask, Reply> {
  /** A fresh worker; the one before is gone. Rejects with a sentence when none can be had. */
  open(tensors: boolean): Promise<Line<Ask, Reply>>;
  /** Makes a fresh one ready for the next time. */
  renew(tensors: boolean): void;
  end(): void;
  dispose(): void;
}

export interface StationOptions<Reply> extends Pick<CheckCollaborators, 'host' | 'clock'> {
  role: Prepare['role'];
  reply: z.ZodMiniType<Reply | Common>;
  trust: Trust;
  assets: AssetCache;
  backends: readonly BackendName[];
}

/** Milliseconds until a worker must be ready. */
const patience = 60_000;

export function createStation<Ask, Reply extends { type: string }>(
  options: StationOptions<Reply>,
): Station<Ask | Prepare, Reply> {
  const { role, trust, assets, backends, clock } = options;
  let wire: Wire<Ask | Prepare, Reply> | undefined;
  /** Of a worker that nobody has opened yet. */
  let waiting: { tensors: boolean; line: Promise<Line<Ask | Prepare, Reply>> } | undefined;
  /** What the frame has the scripts for. */
  let loaded: boolean | undefined;
  const host = options.host({
    trust,
    onFailure(message) {
      loaded = undefined;
      wire?.fail(message);
    },
  });

  function scriptsFor(tensors: boolean): Promise<ArrayBuffer[]> {
    const [first = 'cpu'] = backends;
    const names: AssetName[] = tensors ? ['kernel.js', `backend-${first}.js`] : ['check.js'];
    if (role === 'learner') names.push('language.js');
    if (tensors && first === 'wasm') assets.get('tfjs-backend-wasm-simd.wasm').catch(() => undefined);
    return Promise.all(names.map((name) => assets.get(name)));
  }

  async function give(name: AssetName, port: MessagePort): Promise<void> {
    const bytes = await assets.get(name).catch(() => null);
    port.postMessage({ type: 'asset', name, bytes });
  }

  async function start(made: Wire<Ask | Prepare, Reply>, tensors: boolean): Promise<void> {
    host.prepare();
    const scripts = loaded === tensors ? null : await scriptsFor(tensors);
    if (wire !== made) return;
    const spawned = host.spawn(scripts);
    loaded = tensors;
    made.attach(await spawned);
    made.post({ type: 'prepare', role, backends: tensors ? [...backends] : [] });
  }

  async function make(tensors: boolean): Promise<Line<Ask | Prepare, Reply>> {
    const made = createWire<Ask | Prepare, Reply>(options.reply, (name, port) => void give(name, port));
    wire = made;
    const timer = clock.setTimeout(
      () => made.fail('The workers of the check did not load in time.'),
      patience,
    );
    start(made, tensors).catch((error: unknown) =>
      made.fail(error instanceof Error ? error.message : String(error)),
    );
    try {
      await made.prepared;
      return made;
    } finally {
      clock.clearTimeout(timer as never);
    }
  }

  function end(): void {
    wire?.fail('It was ended.');
    wire = waiting = undefined;
    host.end();
  }

  function renew(tensors: boolean): void {
    if (waiting?.tensors === tensors) return;
    end();
    const line = make(tensors);
    const made = { tensors, line };
    waiting = made;
    line.catch(() => {
      if (waiting === made) waiting = undefined;
    });
  }

  return {
    async open(tensors) {
      renew(tensors);
      const line = waiting?.line;
      waiting = undefined;
      if (line === undefined) throw new Error('The check was ended.');
      return line;
    },
    renew,
    end,
    dispose() {
      end();
      host.dispose();
    },
  };
}
