import type { LearnersError } from './check-host.ts';

/** A test that the learner's code does not pass. */
export class CheckFailure extends Error {
  override readonly name = 'CheckFailure';
  /** Printed. */
  readonly expected: string | undefined;
  readonly got: string | undefined;
  /** What was asked, where it is not the last question. */
  readonly input: string | undefined;

  constructor(message: string, told: { expected?: string; got?: string; input?: string | undefined } = {}) {
    super(message);
    this.expected = told.expected;
    this.got = told.got;
    this.input = told.input;
  }
}

/** A call or a reading that came to nothing. */
export class WorkFailed extends Error {
  override readonly name = 'WorkFailed';
  /** What the learner's code threw. */
  readonly error: LearnersError | undefined;

  constructor(message: string, error: LearnersError | undefined) {
    super(message);
    this.error = error;
  }
}
