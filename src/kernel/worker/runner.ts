import { showValue } from '../../library/display.ts';
import type { CellError, Reply } from '../protocol.ts';
import { createCellRun, type CellRun } from './cell-run.ts';
import type { Context } from './context.ts';
import { faultError } from './errors.ts';
import type { Evaluator } from './evaluate.ts';
import { hushPrototypes } from './hush.ts';
import type { Ledger } from './ledger.ts';
import type { Lesson, LessonCell } from './lesson.ts';
import { importModule } from './modules.ts';
import type { Memory } from './memory.ts';
import type { Outbox } from './outbox.ts';
import { plan } from './plan.ts';
import { seedRandom } from './random.ts';
import { natives } from './realm.ts';
import type { Scope } from './scope.ts';
import { isStopped, type StopFlag } from './stop.ts';
import type { Timers } from './timers.ts';

export interface Runner {
  /** Runs the cell after whatever it needs and posts everything about it. One at a time. */
  run(run: number, cell: string): Promise<void>;
  /** What the cell defined and made is gone. */
  forget(cell: string): void;
}

export interface RunnerParts {
  post(reply: Reply): void;
  /** Tells which cells are stale, where that changed. */
  postStale(): void;
  lesson: Lesson;
  ledger: Ledger;
  scope: Scope;
  evaluator: Evaluator;
  memory: Memory;
  outbox: Outbox;
  context: Context;
  timers: Timers;
  stop: StopFlag;
  seed(): number;
  toError(thrown: unknown): CellError;
}

type State = 'done' | 'failed' | 'stopped';

export function createRunner(parts: RunnerParts): Runner {
  const { post, postStale, lesson, ledger, scope, memory, outbox, context, timers, stop } = parts;
  const runs = new Map<string, CellRun>();

  /** Variables of all other cells: what they reach must live. */
  function keptBy(others: string): unknown[] {
    const own = new Set(lesson.find(others)?.defines);
    return scope.values().flatMap(([name, value]) => (own.has(name) ? [] : [value]));
  }

  function clear(cell: LessonCell): void {
    const last = runs.get(cell.id);
    if (last !== undefined) timers.end(last);
    memory.release(cell.id, keptBy(cell.id));
    scope.open(cell.defines);
  }

  async function execute(run: number, cell: LessonCell): Promise<{ state: State; error?: CellError }> {
    ledger.begin(cell.id);
    const made = createCellRun(outbox.open(run, cell.id), {
      stop,
      entered: lesson.entered,
      tensors: memory.count,
    });
    clear(cell);
    runs.set(cell.id, made);
    context.enter(made);
    memory.own(cell.id);
    seedRandom(parts.seed(), cell.id);
    const outcome = await evaluate(parts, cell, made);
    hushPrototypes();
    const usable = outcome.state !== 'failed' && scope.defined(cell.defines);
    ledger.end(cell.id, { usable, inputs: made.asked });
    return outcome;
  }

  return {
    async run(run, target) {
      const order = plan(target, lesson.cells(), ledger.isFresh);
      post({ type: 'plan', run, cells: order });
      let state: State = 'done';
      for (const id of order) {
        const cell = lesson.find(id);
        if (cell === undefined) continue;
        if (stop.requested) state = 'stopped';
        if (state !== 'done') break;
        post({ type: 'started', run, cell: id });
        const start = natives.now();
        const outcome = await execute(run, cell);
        outbox.flush();
        post({
          type: 'ended',
          run,
          cell: id,
          ms: natives.now() - start,
          tensors: memory.count(),
          ...outcome,
        });
        state = outcome.state;
        if (state === 'failed') {
          postStale();
          return post({ type: 'failed', run, cell: id });
        }
      }
      postStale();
      post(state === 'stopped' ? { type: 'stopped', run } : { type: 'done', run });
    },
    forget(cell) {
      const found = lesson.find(cell);
      if (found === undefined) return;
      const last = runs.get(cell);
      if (last !== undefined) timers.end(last);
      memory.release(cell, keptBy(cell));
      scope.remove(found.defines);
      ledger.forget(cell);
    },
  };
}

async function evaluate(
  { evaluator, scope, stop, toError }: RunnerParts,
  cell: LessonCell,
  run: CellRun,
): Promise<{ state: State; error?: CellError }> {
  if (cell.compiled === null)
    return { state: 'failed', ...(cell.fault && { error: faultError(cell.id, cell.fault) }) };
  try {
    const body = await evaluator.load(cell.id, cell.compiled);
    const [value] = (await body(scope.$, importModule)) ?? [];
    const shown: unknown = isPromise(value) ? await value : value;
    if (shown !== undefined) showValue(run.host, shown);
    await run.settle();
  } catch (thrown) {
    if (!isStopped(thrown)) return { state: 'failed', error: toError(thrown) };
    return { state: stop.requested ? 'stopped' : 'done' };
  }
  return { state: stop.requested ? 'stopped' : 'done' };
}

/** Nothing else is waited for: `then` may be a getter, or a Proxy's trap. */
function isPromise(value: unknown): value is Promise<unknown> {
  try {
    return value instanceof natives.Promise;
  } catch {
    return false;
  }
}
