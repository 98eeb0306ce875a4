/** Gathers what is known of a check while it goes on. */
import type { CellError } from '../protocol.ts';
import type { CheckReport, CheckResult } from './check.ts';
import type { ExaminerReply } from './check-protocol.ts';

type Tested = Extract<ExaminerReply, { type: 'tested' }>;
type Score = NonNullable<CheckReport['score']>;

export interface Results {
  /** The tests there are. */
  name(tests: readonly string[]): void;
  begin(test: number): void;
  end(tested: Tested): void;
  /** The test under way, or the whole where none is, comes to nothing for this reason. */
  breakOff(message: string, error?: CellError): void;
  score(score: Score): void;
  report(more?: Pick<CheckReport, 'error' | 'stoppedAfter'>): CheckReport;
}

/** What stands where the check itself failed before its tests. */
const before = 'Before the tests';

/** @param cell the learner's cell, whose lines are named */
export function createResults(cell: string): Results {
  let results: CheckResult[] = [];
  let current: number | undefined;
  let score: Score | undefined;

  function fail(index: number, told: Omit<CheckResult, 'name' | 'status'>): void {
    const found = results[index];
    if (found) results[index] = { name: found.name, status: 'failed', ...told };
  }

  return {
    name(tests) {
      results = tests.map((name) => ({ name, status: 'not reached' }));
    },
    begin(test) {
      current = test;
    },
    end({ test, status, message, expected, got, input, error }) {
      const found = results[test];
      if (found === undefined || test !== current) return;
      current = undefined;
      if (status === 'passed') results[test] = { name: found.name, status };
      else {
        const said = error ? sentence(error, cell) : message;
        fail(test, filled({ message: said, expected, got, input, error }));
      }
    },
    breakOff(message, error) {
      const told = filled({ message: error ? sentence(error, cell) : message, error });
      if (current === undefined) results = [{ name: before, status: 'failed', ...told }, ...results];
      else fail(current, told);
      current = undefined;
    },
    score(reached) {
      score = reached;
    },
    report: (more = {}) => ({
      results: score ? [...results, scoreResult(score)] : results,
      ...(score && { score }),
      ...more,
    }),
  };
}

/** `TypeError: w is not a function (line 3)`. */
function sentence({ name, message, places }: CellError, cell: string): string {
  const line = places.find((place) => place.cell === cell)?.line;
  const said =
    name === 'Error' || name === 'Thrown' || name === 'Unreadable' ? message : `${name}: ${message}`;
  return line === undefined ? said : `${said} (line ${line})`;
}

function scoreResult({ name, value, goal, better }: Score): CheckResult {
  const reached = better === 'higher' ? value >= goal : value <= goal;
  const title = `${name}: ${better === 'higher' ? 'at least' : 'at most'} ${goal}`;
  if (reached) return { name: title, status: 'passed' };
  const said = { expected: `${goal} or ${better}`, got: String(Number(value.toPrecision(6))) };
  return { name: title, status: 'failed', ...said };
}

type Told = Omit<CheckResult, 'name' | 'status'>;

/** Without what is not there. */
const filled = (told: { [Key in keyof Told]: Told[Key] | undefined }): Told =>
  Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
