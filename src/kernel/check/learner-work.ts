/** The learner's code, run afresh in a worker of its own, as the page deals with it: everything takes a bounded time. */
import type { CellError } from '../protocol.ts';
import type { CheckJob, Patience } from './check.ts';
import type { Answer, LearnerReply, LearnerRequest, Question } from './check-protocol.ts';
import type { Clock } from './collaborators.ts';
import { deferred } from './deferred.ts';
import type { Line } from './line.ts';
import type { Station } from './station.ts';

/** How running the learner's cells ended. */
export type Start = { ran: true } | { ran: false; error?: CellError; stoppedAfter?: number };

export interface LearnerWork {
  /** Runs the cells in a fresh worker. Rejects when none can be had. */
  start(): Promise<Start>;
  /** `late`: no answer came in time, and the worker is gone. One question at a time. */
  ask(ask: number, question: Question): Promise<Answer | 'late'>;
}

interface Given {
  job: CheckJob;
  station: Station<LearnerRequest, LearnerReply>;
  tensors: boolean;
  patience: Patience;
  clock: Clock;
}

export function createLearnerWork({ job, station, tensors, patience, clock }: Given): LearnerWork {
  let line: Line<LearnerRequest, LearnerReply> | undefined;
  let hear: (reply: LearnerReply) => void = () => undefined;
  let failed: (message: string) => void = () => undefined;
  /** The question that waits for an answer. */
  let open: number | undefined;

  /** What comes first: what `hear` settles, the worker's end, or the end of patience, which removes the worker. */
  function wait<T>(
    ms: number,
    on: (reply: LearnerReply, settle: (value: T) => void) => void,
    { late, broken }: { late: T; broken: (message: string) => T },
  ): { ended: Promise<T>; restart: (ms: number) => void } {
    const { promise, resolve } = deferred<T>();
    let timer: unknown;
    const settle = (value: T): void => {
      clock.clearTimeout(timer as never);
      hear = failed = () => undefined;
      resolve(value);
    };
    const restart = (more: number): void => {
      clock.clearTimeout(timer as never);
      timer = clock.setTimeout(() => {
        settle(late);
        end();
      }, more);
    };
    hear = (reply) => on(reply, settle);
    failed = (message) => {
      line = undefined;
      settle(broken(message));
    };
    restart(ms);
    return { ended: promise, restart };
  }

  function end(): void {
    line = undefined;
    station.end();
  }

  return {
    async start() {
      const opened = await station.open(tensors);
      line = opened;
      const { ended, restart } = wait<Start>(
        60_000,
        (reply, settle) => {
          if (reply.type === 'running') restart(patience.run);
          else if (reply.type === 'ran')
            settle(reply.error ? { ran: false, error: reply.error } : { ran: true });
        },
        {
          late: { ran: false, stoppedAfter: patience.run },
          broken: (message) => ({ ran: false, error: { name: 'Kernel', message, places: [] } }),
        },
      );
      opened.listen(
        (reply) => {
          if (reply.type !== 'answered' || reply.ask === open) return hear(reply);
          // Only code that has taken hold of the worker's port does this, and it may do so without end.
          failed('It answered what was not asked.');
          end();
        },
        (message) => failed(message),
      );
      opened.post({ type: 'run', seed: job.seed, cells: [...job.cells], cell: job.cell });
      return ended;
    },
    ask(ask, question) {
      if (line === undefined) return Promise.resolve({ problem: 'The code is no longer running.' });
      const { ended } = wait<Answer | 'late'>(
        patience.call,
        (reply, settle) => {
          if (reply.type !== 'answered') return;
          open = undefined;
          const { value, problem, error } = reply;
          settle({ value, problem, error });
        },
        { late: 'late', broken: (message) => ({ problem: `The code could not go on: ${message}` }) },
      );
      open = ask;
      line.post({ type: 'ask', ask, question });
      return ended;
    },
  };
}
