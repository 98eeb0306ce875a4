/** The worker's end of the protocol: takes requests one by one, in order, and answers them. */
import { createDisplay } from '../../library/display.ts';
import { toTable } from '../../library/display-table.ts';
import { showTensor } from '../../library/display-tensor.ts';
import { probe } from '../backends/probe.ts';
import type { Refusal } from '../backends/start-first.ts';
import {
  request as requestSchema,
  type BackendName,
  type CellText,
  type Reply,
  type Request,
} from '../protocol.ts';
import { createAssets } from './assets.ts';
import { createConsole } from './console.ts';
import { createContext } from './context.ts';
import { toCellError } from './errors.ts';
import { createEvaluator } from './evaluate.ts';
import { hushPrototypes } from './hush.ts';
import { createLedger } from './ledger.ts';
import { createLesson } from './lesson.ts';
import { arrivals, loadScript } from './load-script.ts';
import { listenForLateErrors } from './late.ts';
import { createMemory } from './memory.ts';
import { createOutbox } from './outbox.ts';
import { readPath } from './read-path.ts';
import { natives } from './realm.ts';
import { createRunner } from './runner.ts';
import { createScope } from './scope.ts';
import { startBackend } from './start-backend.ts';
import { createStopFlag } from './stop.ts';
import { stripRealm } from './strip.ts';
import { tensorReader } from './tensor-reader.ts';
import { createTf } from './tf.ts';
import { installTimers } from './timers.ts';

type Boot = Extract<Request, { type: 'boot' }>;

/** Serves one page through this port for as long as the worker lives. */
export function serve(port: MessagePort): void {
  const send = port.postMessage.bind(port);
  const post = (reply: Reply): void => send(reply);
  const assets = createAssets((name) => post({ type: 'need', name }));
  const lesson = createLesson();
  const ledger = createLedger(lesson);
  const scope = createScope();
  const context = createContext();
  const stop = createStopFlag(natives.now);
  const evaluator = createEvaluator();
  const toError = (thrown: unknown) => toCellError(thrown, evaluator.find);
  const memory = createMemory();
  const outbox = createOutbox({
    post: (run, updates, dropped) => post({ type: 'outputs', run, updates, dropped }),
    now: natives.now,
    later: natives.setTimeout,
  });
  let seed = 0;
  let backend: BackendName | undefined;
  let refused: Refusal[] = [];
  let stale = '';
  let queue: Promise<unknown> = Promise.resolve();
  let underWay: number | undefined;
  const skipped = new Set<number>();

  const host = () => {
    const run = context.current();
    if (run === undefined) throw new Error('No cell is running.');
    return run.host;
  };
  const tf = createTf({
    stop,
    backend: () => backend,
    print: (tensor) => host().hold(showTensor(host(), tensor)),
  });
  const runner = createRunner({
    ...{ post, postStale, lesson, ledger, scope, evaluator, memory, outbox, context, stop, toError },
    timers: installTimers(context),
    seed: () => seed,
  });

  function furnish(): void {
    const globals = {
      tf: tf.tf,
      ...createDisplay(host, tf.epochsOf),
      console: createConsole({
        put: (output) => void context.current()?.host.put(output),
        table: (rows, columns) => host().put(toTable(host(), rows, columns ? { columns } : {})),
        now: natives.now,
      }),
    };
    for (const [name, value] of Object.entries(globals))
      Object.defineProperty(globalThis, name, { value, enumerable: true });
  }

  /** Takes over texts; loads the compiler first where the reader changed one. */
  async function takeTexts(texts: readonly CellText[]): Promise<void> {
    if (texts.some(({ compiled }) => compiled === null) && arrivals.compile === undefined)
      loadScript(await assets.read('language.js'));
    lesson.edit(texts, (source) => {
      if (arrivals.compile === undefined) throw new Error('The compiler did not load.');
      return arrivals.compile(source);
    });
  }

  async function start(backends: readonly BackendName[]): Promise<void> {
    const started = await startBackend(backends, assets, (name, reason) =>
      post({ type: 'lost', backend: name, reason: reason.slice(0, 1_000) }),
    );
    backend = started.backend.name;
    refused = started.refused;
  }

  async function boot({ cells, seed: first }: Boot): Promise<void> {
    if (backend === undefined) throw new Error('No back end was started.');
    seed = first;
    furnish();
    listenForLateErrors({
      running: () => context.current()?.cell ?? null,
      report: (cell, error) => post({ type: 'late', cell, error }),
      toError,
    });
    stripRealm();
    await takeTexts(cells);
    post({
      type: 'ready',
      backend,
      refused: refused.map((each) => ({ ...each, reason: each.reason.slice(0, 1_000) })),
    });
  }

  function postStale(): void {
    const cells = ledger.stale();
    if (cells.join() === stale) return;
    stale = cells.join();
    post({ type: 'stale', cells });
  }

  async function run({ run: id, cell, inputs }: Extract<Request, { type: 'run' }>): Promise<void> {
    if (skipped.delete(id)) return post({ type: 'stopped', run: id });
    for (const input of inputs) lesson.enter(input.cell, input.name, input.value);
    stop.reset();
    underWay = id;
    await runner.run(id, cell);
    underWay = undefined;
  }

  async function read({ read: id, path }: Extract<Request, { type: 'read' }>): Promise<void> {
    try {
      const value = await readPath(path, { scope, cells: lesson.cells, tensors: tensorReader });
      post({ type: 'answered', read: id, value });
    } catch (error) {
      post({ type: 'answered', read: id, problem: toError(error).message });
    }
  }

  /** What is done in turn; Stop and assets are not, they must get in at any time. */
  async function handle(request: Request): Promise<void> {
    switch (request.type) {
      case 'start':
        return start(request.backends);
      case 'boot':
        return boot(request);
      case 'edit':
        await takeTexts(request.cells);
        return postStale();
      case 'enter':
        lesson.enter(request.cell, request.name, request.value);
        return postStale();
      case 'run':
        return run(request);
      case 'forget':
        lesson.clear(request.cell);
        runner.forget(request.cell);
        return postStale();
      case 'seed':
        seed = request.seed;
        ledger.spoil();
        return postStale();
      case 'probe':
        if (backend !== undefined) post({ type: 'probed', backend, ms: await probe() });
        return;
      case 'read':
        return read(request);
      case 'stop':
      case 'asset':
        return;
    }
  }

  function receive(data: unknown): void {
    hushPrototypes();
    const parsed = requestSchema.safeParse(data);
    if (!parsed.success) return;
    const request = parsed.data;
    if (request.type === 'asset') return assets.receive(request.name, request.bytes);
    if (request.type === 'stop') {
      if (underWay !== request.run) return void skipped.add(request.run);
      if (tf.isFitting()) post({ type: 'stopping', run: request.run });
      return stop.request();
    }
    queue = queue.then(() => handle(request)).catch(fail);
  }

  function fail(error: unknown): void {
    post({ type: 'broken', message: toError(error).message || 'The kernel could not start.' });
  }

  port.onmessage = ({ data }: MessageEvent<unknown>) => receive(data);
}
