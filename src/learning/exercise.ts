/** What the report of a check means for the reader, and what an exercise remembers. Logic alone. */
import type { CheckReport } from '../kernel/check/check.ts';
import type { ExerciseProgress } from './progress.ts';

export type ExerciseState = 'todo' | 'tried' | 'passed';

/**
 * Where an exercise stands.
 * @param numbers name of the numbers that it shows; `null` where it has no others
 */
export function exerciseState(progress: ExerciseProgress | undefined, numbers: string | null): ExerciseState {
  if (!progress) return 'todo';
  if (progress.state === 'passed') return passedOtherNumbers(progress, numbers) ? 'todo' : 'passed';
  return progress.tries > 0 ? 'tried' : 'todo';
}

/** It was passed, with numbers that it does not show now. */
export const passedOtherNumbers = (progress: ExerciseProgress | undefined, numbers: string | null): boolean =>
  progress?.state === 'passed' &&
  numbers !== null &&
  progress.numbers !== undefined &&
  progress.numbers !== numbers;

/** Everything that was tested passed, a score among it, and something was tested. */
export const isPassed = ({ results, error, stoppedAfter }: CheckReport): boolean =>
  !error &&
  stoppedAfter === undefined &&
  results.length > 0 &&
  results.every(({ status }) => status === 'passed');

/** The whole report in a sentence or two. */
export function summary(report: CheckReport): string {
  const { results, score, error, stoppedAfter } = report;
  const passed = results.filter(({ status }) => status === 'passed').length;
  const tests = results.length > 0 ? [count(passed, results.length)] : [];
  if (stoppedAfter !== undefined)
    return [
      `Your code was still running after ${seconds(stoppedAfter)} and was stopped. Is there a loop that never ends?`,
      ...tests,
    ].join(' ');
  if (error) return ['Your code stopped with an error.', ...tests].join(' ');
  const reached = results.at(-1)?.status === 'passed';
  if (score) return [reached ? 'The goal is reached.' : 'The goal is not reached yet.', ...tests].join(' ');
  return tests[0] ?? 'No test was reached.';
}

function count(passed: number, all: number): string {
  if (all === 1) return passed === 1 ? 'The test passes.' : 'The test does not pass yet.';
  return passed === all ? `All ${all} tests pass.` : `${passed} of ${all} tests pass.`;
}

function seconds(ms: number): string {
  const number = Math.max(1, Math.round(ms / 1000));
  return number === 1 ? 'one second' : `${number} seconds`;
}

/** Characters of one line in `inBrief`: a printed value may be long. */
const longestLine = 200;

/** The report as it is remembered: a line for each test, or why there is none. */
export function inBrief(report: CheckReport): string {
  const { results, score, error, stoppedAfter } = report;
  return [
    ...(stoppedAfter === undefined ? [] : [`stopped after ${seconds(stoppedAfter)}`]),
    ...(error ? [`error: ${error.name}: ${error.message}`] : []),
    ...results.map(testInBrief),
    ...(score
      ? [
          `${score.name}: ${score.value} (goal: ${score.goal} or ${score.better === 'higher' ? 'more' : 'less'})`,
        ]
      : []),
  ]
    .map((line) => line.replace(/\s+/gu, ' ').slice(0, longestLine))
    .join('\n');
}

function testInBrief({ status, name, message, expected, got }: CheckReport['results'][number]): string {
  if (status !== 'failed') return `${status}: ${name}`;
  const values =
    expected === undefined && got === undefined
      ? ''
      : `expected ${expected ?? 'something else'}, got ${got ?? 'nothing'}`;
  return [`failed: ${name}`, message ?? values].filter(Boolean).join(': ');
}
