/**
 * Checking an exercise: the learner's text runs afresh in one worker, the check in another, and only plain data
 * passes between them. The same for a reader who presses Check and for a teacher who runs the answers again.
 */
import type { BackendName, CellError, CellText, CompiledCell } from '../protocol.ts';
import type { Trust } from '../frame.ts';

export interface CheckJob {
  lesson: string;
  seed: number;
  /** All cells of the lesson, the learner's text among them (`compiled: null` where it is not the lesson's own). */
  cells: readonly CellText[];
  /** The exercise's cell. It and what it needs are run; what depends on it is not. */
  cell: string;
  check: CompiledCell;
  /** Cells that the check sees beside its own text: the numbers of an exercise's variant. */
  given: readonly CellText[];
}

export interface CheckResult {
  name: string;
  status: 'passed' | 'failed' | 'not reached';
  /** What went wrong, in words, where comparing two values does not say it. */
  message?: string;
  /** Printed values, one line each. */
  expected?: string;
  got?: string;
  /** The call or reading that gave it: `step(10, 20, 0.1)`. */
  input?: string;
  /** What the learner's code threw, with its places; `message` says it in words. */
  error?: CellError;
}

export interface CheckReport {
  /**
   * In the order of the check's text; a score is the last. Where the learner's text did not run, all are 'not reached'.
   * Empty where the check could not begin.
   */
  results: CheckResult[];
  /** Of an exercise that reaches for a score. */
  score?: { name: string; value: number; goal: number; better: 'higher' | 'lower' };
  /** Why the learner's text did not run: its own error, with places in it. */
  error?: CellError;
  /** The learner's text was still running after this many milliseconds and was ended. */
  stoppedAfter?: number;
}

export interface Checker {
  /** Never rejects for what a learner wrote; rejects with a sentence when the workers cannot be had. */
  check(job: CheckJob): Promise<CheckReport>;
  /** Ends what is under way; its promise resolves with what was known by then. */
  stop(): void;
  /**
   * Makes both workers ready, so that the next check begins at once; called on the first sign of intent. Without a job,
   * for a check without tensors.
   */
  warm(job?: CheckJob): void;
  dispose(): void;
}

/** Milliseconds until something is ended. */
export interface Patience {
  /** The learner's text; 10,000 where it is not given. */
  run: number;
  /** One call of it; 5,000. */
  call: number;
  /** What the check computes between two questions; 10,000. */
  check: number;
  /** All tests together; 120,000. */
  whole: number;
}

export interface CheckerOptions {
  trust: Trust;
  patience?: Partial<Patience>;
  /** Where tensors are needed, in the order to try; wasm and then cpu, so that all machines count alike. */
  backends?: readonly BackendName[];
}
