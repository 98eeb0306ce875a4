/** Shows what a check found: a sentence, the reader's own error, each test, and a score. */
import { make } from '../../figures/make.ts';
import { formatNumber } from '../../figures/numbers.ts';
import type { CheckReport, CheckResult } from '../../kernel/check/check.ts';
import type { Place } from '../../kernel/protocol.ts';
import { isPassed, summary } from '../../learning/exercise.ts';
import { drawError } from '../outputs/error.ts';

export interface ReportHost {
  /** The cell in which the reader works. */
  cell: string;
  go(place: Place): void;
  /** The reader's best score, where there is one. */
  best: number | undefined;
}

const signs = { passed: '✓', failed: '✗', 'not reached': '–' } as const;

/** Replaces what the place, a live region, showed. */
export function drawReport(place: HTMLElement, report: CheckReport, host: ReportHost): void {
  const { results, score, error } = report;
  place.replaceChildren(
    make('p', { class: 'exercise-summary', 'data-passed': isPassed(report) }, summary(report)),
    ...(error ? [drawError(error, host.go, host.cell)] : []),
    ...(score ? [drawScore(score, host.best)] : []),
    ...(results.length > 0 ? [make('ul', { class: 'exercise-tests' }, ...results.map(drawResult))] : []),
  );
}

function drawResult(result: CheckResult): HTMLElement {
  const { name, status, message } = result;
  return make(
    'li',
    { 'data-status': status },
    make('span', { class: 'exercise-sign', 'aria-hidden': 'true' }, signs[status]),
    make(
      'div',
      { class: 'exercise-test' },
      make(
        'p',
        {},
        make('span', { class: 'exercise-name' }, name),
        ' ',
        make('span', { class: 'exercise-word' }, status),
      ),
      ...(message === undefined ? [] : [make('p', { class: 'exercise-message' }, message)]),
      ...drawValues(result),
    ),
  );
}

function drawValues({ status, expected, got, input }: CheckResult): HTMLElement[] {
  if (status !== 'failed') return [];
  const rows = [
    ['for', input],
    ['expected', expected],
    ['got', got],
  ].flatMap(([name = '', value]) =>
    value === undefined ? [] : [make('dt', {}, name), make('dd', {}, make('code', {}, value))],
  );
  return rows.length > 0 ? [make('dl', { class: 'exercise-values' }, ...rows)] : [];
}

function drawScore(
  { name, value, goal, better }: NonNullable<CheckReport['score']>,
  best: number | undefined,
): HTMLElement {
  const rows: [string, string][] = [
    [name, formatNumber(value)],
    ['goal', `${formatNumber(goal)} or ${better === 'higher' ? 'more' : 'less'}`],
    ...(best === undefined ? [] : [['your best', formatNumber(best)] as [string, string]]),
  ];
  return make(
    'dl',
    { class: 'exercise-score' },
    ...rows.map(([term, text]) => make('div', {}, make('dt', {}, term), make('dd', {}, text))),
  );
}
