/** The page's end of the kernel: starts workers, asks them to run, and tells the page what they answer. */
import { createAssetCache } from './asset-cache.ts';
import { createBackendOrder } from './backend-order.ts';
import { createCellStates } from './cell-states.ts';
import { createEdits } from './edits.ts';
import type { Collaborators } from './kernel-collaborators.ts';
import { gather } from './gather.ts';
import { launch } from './launch.ts';
import type { Life } from './life.ts';
import { createProbes } from './probes.ts';
import { createReads, noKernel } from './reads.ts';
import {
  clearedWords,
  createRun,
  endedOf,
  leftOut,
  patience,
  type Ending,
  type Run,
  wait,
} from './client-run.ts';
import type { Kernel, KernelEvent, KernelOptions } from './kernel.ts';
import {
  reply as replySchema,
  type AssetName,
  type InputValue,
  type Reply,
  type Request,
} from './protocol.ts';

export function createKernelWith(options: KernelOptions, given: Collaborators): Kernel {
  const { trust, clock, ...collaborators } = given;
  const assets = createAssetCache(collaborators.fetchAsset);
  const order = createBackendOrder(options, given);
  const listeners = new Set<(event: KernelEvent) => void>();
  const inputs = new Map<string, { cell: string; name: string; value: InputValue }>();
  const latest = new Map<string, number>();
  let { seed } = options;
  let outdated = false;
  let life: Life | undefined;
  let run: Run | undefined;
  let runs = 0;
  let tickets = 0;

  const emit = (event: KernelEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  const states = createCellStates((cell, state) => emit({ type: 'cell', cell, state }));
  const host = collaborators.host({ trust, onFailure: (message) => fail(message) });
  const post = (request: Request): void => life?.port?.postMessage(request);
  const reads = createReads(post);
  const probes = createProbes(post);
  const edits = createEdits(options.cells, clock, (cells) => {
    if (life?.port === undefined) return false;
    post({ type: 'edit', cells });
    return true;
  });

  /* ------------------------------------------------------------------------------ life of a worker */

  async function begin(born: Life): Promise<void> {
    const port = await (collaborators.take?.(order.chosen) ?? launch(host, assets, order.names));
    if (life !== born) return port.close();
    born.port = port;
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (life === born) receive(data);
    };
    post({ type: 'boot', lesson: options.lesson, seed, cells: edits.all() });
  }

  async function answer(asker: Life, name: AssetName): Promise<void> {
    if (asker.sent.has(name)) return;
    asker.sent.add(name);
    const bytes = await assets.get(name).catch(() => null);
    if (bytes === null) asker.sent.delete(name);
    if (life === asker) post({ type: 'asset', name, bytes });
  }

  /** Removes the worker. The cell named keeps its state, all others are as if they had never run. */
  function kill(reason: string | null, except?: string): void {
    if (life === undefined) return;
    life.port?.close();
    life = undefined;
    host.end();
    probes.settle(null);
    reads.drop();
    latest.clear();
    states.reset(except);
    emit({ type: 'backend', backend: null, refused: [] });
    if (reason !== null) emit({ type: 'gone', reason });
  }

  /** The worker cannot go on. */
  function fail(message: string, remedy = 'Press Run again. If it fails again, reload the page.'): void {
    const at = run?.running ?? run?.cell;
    if (at !== undefined) {
      states.set(at, 'failed');
      const error = { name: 'Kernel', message, places: [], remedy };
      emit({ type: 'cell', cell: at, state: 'failed', error });
    }
    kill(message, at);
    finish('failed');
  }

  /* ------------------------------------------------------------------------------------------- runs */

  function finish(ending: Ending): void {
    if (run === undefined) return;
    const { end, timer, dropped, running, cell } = run;
    if (timer !== undefined) clock.clearTimeout(timer as never);
    run = undefined;
    states.restore();
    if (dropped > 0) emit({ type: 'notice', cell: running ?? cell, text: leftOut(dropped) });
    end(ending);
  }

  async function start(made: Run): Promise<void> {
    if (outdated) kill('The back end was changed.');
    outdated = false;
    states.set(made.cell, life === undefined ? 'starting' : 'queued');
    if (life === undefined) {
      const born: Life = { begun: Promise.resolve(), informed: false, sent: new Set() };
      life = born;
      born.begun = begin(born);
    }
    const current = life;
    try {
      await current.begun;
    } catch (error) {
      if (life === current)
        fail(
          `The kernel could not be loaded: ${error instanceof Error ? error.message : String(error)}`,
          'Check the connection and press Run again.',
        );
      return;
    }
    if (life !== current || run !== made) return;
    edits.flush();
    post({
      type: 'run',
      run: made.id,
      cell: made.cell,
      inputs: current.informed ? [] : [...inputs.values()],
    });
    current.informed = true;
  }

  /** Stop was not heard: the worker goes, and the reader is told what went with it. */
  function stopHard(): void {
    if (run === undefined) return;
    const at = run.running ?? run.cell;
    const wasRunning = run.running !== undefined;
    states.set(at, 'stopped');
    kill(wasRunning ? 'The cell did not stop by itself.' : null, at);
    if (wasRunning) emit({ type: 'notice', cell: at, text: clearedWords });
    finish('stopped');
  }

  async function stop(ms = patience.loop): Promise<void> {
    const current = run;
    if (current === undefined) return;
    if (life?.port === undefined) stopHard();
    else {
      if (current.timer === undefined) post({ type: 'stop', run: current.id });
      if (ms < (current.patience ?? Infinity)) wait(current, ms, clock, stopHard);
    }
    await current.ended;
  }

  /* ---------------------------------------------------------------------------------------- replies */

  function receive(data: unknown): void {
    const parsed = replySchema.safeParse(data);
    if (parsed.success) handle(parsed.data);
  }

  function handle(reply: Reply): void {
    if ('run' in reply && reply.type !== 'outputs' && reply.run !== run?.id) return;
    switch (reply.type) {
      case 'ready':
        if (life !== undefined) life.backend = reply.backend;
        return emit({ type: 'backend', backend: reply.backend, refused: reply.refused });
      case 'need':
        return void (life && answer(life, reply.name));
      case 'broken':
        return fail(reply.message);
      case 'plan':
        for (const cell of reply.cells) states.set(cell, 'queued');
        return;
      case 'started':
        return begun(reply.run, reply.cell);
      case 'ended':
        states.set(reply.cell, reply.state);
        return emit({ type: 'cell', cell: reply.cell, state: reply.state, ...endedOf(reply) });
      case 'outputs':
        return show(reply);
      case 'stopping':
        return waitLonger();
      case 'done':
      case 'failed':
      case 'stopped':
        return finish(reply.type);
      case 'stale':
        return states.setStale(reply.cells);
      case 'late':
        return emit({ type: 'late', cell: reply.cell, error: reply.error });
      case 'lost':
        order.lose(reply.backend);
        return fail(
          `The graphics device went away, and with it all tensors: ${reply.reason}`,
          'Press Run again.',
        );
      case 'probed':
        return probes.settle({ backend: reply.backend, ms: reply.ms });
      case 'answered':
        return reads.settle(reply);
    }
  }

  function begun(id: number, cell: string): void {
    if (run !== undefined) run.running = cell;
    latest.set(cell, id);
    emit({ type: 'clear', cell });
    states.set(cell, 'running');
  }

  /** Also what a cell puts out after it ended, as long as it has not run again. */
  function show({ run: id, updates, dropped }: Extract<Reply, { type: 'outputs' }>): void {
    if (run?.id === id) run.dropped = dropped;
    for (const update of updates) {
      const { cell, slot } = update;
      if (latest.get(cell) !== id) continue;
      if ('output' in update) emit({ type: 'output', cell, slot, output: update.output });
      else emit({ type: 'append', cell, slot, points: update.append });
    }
  }

  function waitLonger(): void {
    if (run?.timer === undefined) return;
    wait(run, patience.batch, clock, stopHard);
    // It has heard, so a second Stop does not shorten that.
    run.patience = patience.loop;
  }

  return {
    async run(cell, patient = false) {
      const ticket = ++tickets;
      while (run !== undefined) await stop(patient ? patience.batch : patience.loop);
      if (ticket !== tickets) return 'stopped';
      const made = (run = createRun(++runs, cell));
      void start(made);
      return made.ended;
    },
    stop: () => stop(),
    edit: edits.edit,
    enter(cell, name, value) {
      inputs.set(`${cell}\n${name}`, { cell, name, value });
      if (life?.informed === true) post({ type: 'enter', cell, name, value });
    },
    forget(cell) {
      states.set(cell, 'idle');
      latest.delete(cell);
      for (const [key, input] of inputs) if (input.cell === cell) inputs.delete(key);
      post({ type: 'forget', cell });
    },
    reseed(next) {
      seed = next;
      post({ type: 'seed', seed });
    },
    choose(backend) {
      if (backend === order.chosen) return;
      order.choose(backend);
      outdated = life !== undefined;
    },
    warm() {
      gather(assets, order.names).catch(() => undefined);
    },
    state: states.get,
    async probe() {
      if (run !== undefined || life?.backend === undefined) return null;
      return probes.ask();
    },
    async read(path) {
      while (run !== undefined) await run.ended;
      if (life?.port === undefined) throw new Error(noKernel);
      edits.flush();
      return reads.ask(path);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      kill(null);
      finish('stopped');
      host.dispose();
      listeners.clear();
    },
  };
}
