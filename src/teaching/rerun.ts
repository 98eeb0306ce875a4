/** Runs handed-in exercises again, several at a time, each with workers that have seen no other. */
import type { Checker, CheckJob, CheckReport } from '../kernel/check/check.ts';
import { isPassed } from '../learning/exercise.ts';
import type { Rerun } from './marks.ts';

export interface RerunTask {
  id: string;
  /** Made when its turn comes, so that a thousand do not lie in memory at once. Throws a sentence for the teacher. */
  job(): CheckJob;
}

export interface Reruns {
  /**
   * Runs them in the order given; what fails only after a while and has lost its frames, once more at the end. Resolves
   * when all have a result or `stop` was called; what has none then can be given to `run` again.
   */
  run(tasks: readonly RerunTask[]): Promise<void>;
  /** Ends what is under way, without results. */
  stop(): void;
  dispose(): void;
}

export interface RerunOptions {
  /** A checker for foreign code. */
  makeChecker(): Checker;
  /** How many at a time. */
  lanes: number;
  onResult(id: string, rerun: Rerun): void;
  /** Whether the frames of a checker still answer, once it has ended an answer; without it nobody can tell. */
  isThere?(checker: Checker): Promise<boolean>;
  /** Milliseconds. */
  now?(): number;
}

/**
 * Milliseconds after which a failure may be a neighbour's fault: a text that takes all memory ends the process in which
 * the workers of others are too, which looks like a loop without end. A frame whose process has ended never answers again,
 * so where the frames still do, the answer itself was slow. Any other is run once more when all the rest is done, by itself.
 */
const suspect = 4_000;

interface Lane {
  checker: Checker;
}

export function createReruns(options: RerunOptions): Reruns {
  const { makeChecker, lanes, onResult, now = () => performance.now() } = options;
  const isThere = options.isThere ?? (() => Promise.resolve(false));
  const all: Lane[] = [];
  let turn = 0;

  /** @param later where what is suspect waits; without it, every result counts */
  async function work(lane: Lane, queue: RerunTask[], mine: number, later?: RerunTask[]): Promise<void> {
    for (let task = queue.shift(); task && turn === mine; task = queue.shift()) {
      const began = now();
      const rerun = await runTask(lane, task, () => turn === mine);
      if (!rerun || turn !== mine) continue;
      const isSlow = rerun.problem !== null && now() - began >= suspect;
      // The frame may be gone with its process, and would not say so.
      const isLost = isSlow && !(await isThere(lane.checker));
      if (turn !== mine) return;
      if (isLost) renew(lane);
      if (isLost && later) later.push(task);
      else onResult(task.id, rerun);
    }
  }

  function renew(lane: Lane): void {
    lane.checker.dispose();
    lane.checker = makeChecker();
  }

  async function runTask(lane: Lane, task: RerunTask, goesOn: () => boolean): Promise<Rerun | null> {
    let job: CheckJob;
    try {
      job = task.job();
    } catch (error) {
      return failed(error);
    }
    // Workers that went away are made anew once: the fault may have been the answer's before.
    for (let tries = 1; ; tries += 1)
      try {
        return toRerun(await lane.checker.check(job));
      } catch (error) {
        if (!goesOn()) return null;
        renew(lane);
        if (tries === 2) return failed(error);
      }
  }

  return {
    async run(tasks) {
      const mine = ++turn;
      const queue = [...tasks];
      while (all.length < Math.min(lanes, tasks.length)) all.push({ checker: makeChecker() });
      const later: RerunTask[] | undefined = all.length > 1 ? [] : undefined;
      await Promise.all(all.map((lane) => work(lane, queue, mine, later)));
      const [lane] = all;
      if (lane && later && turn === mine) await work(lane, later, mine);
    },
    stop() {
      turn += 1;
      for (const { checker } of all) checker.stop();
    },
    dispose() {
      turn += 1;
      for (const { checker } of all.splice(0)) checker.dispose();
    },
  };
}

/** What a check's report comes to. */
export function toRerun(report: CheckReport): Rerun {
  const { results, score, error, stoppedAfter } = report;
  const passed = results.filter(({ status }) => status === 'passed').length;
  const whole = { kind: 'exercise', passed, tests: results.length, score: score?.value ?? null } as const;
  if (isPassed(report)) return { ...whole, problem: null };
  return { ...whole, problem: problemOf(error?.message, stoppedAfter, results) };
}

function problemOf(
  message: string | undefined,
  stoppedAfter: number | undefined,
  results: CheckReport['results'],
): string | null {
  if (stoppedAfter !== undefined)
    return `It was still running after ${Math.round(stoppedAfter / 1000)} s and was ended.`;
  if (message !== undefined) return `It stopped with an error: ${message.slice(0, 500)}`;
  const first = results.find(({ status }) => status !== 'passed');
  return first ? `${first.name}: ${(first.message ?? first.status).slice(0, 500)}` : 'No test was reached.';
}

const failed = (error: unknown): Rerun => ({
  ...({ kind: 'exercise', passed: 0, tests: 0, score: null } as const),
  problem: `It could not be run again: ${error instanceof Error ? error.message : String(error)}`.slice(
    0,
    500,
  ),
});
