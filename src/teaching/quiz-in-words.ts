/** How a quiz stands, in words. */
import type { Policy } from './assignment.ts';
import type { HandedQuiz } from './submission.ts';

type Answered = Pick<HandedQuiz['questions'][number], 'firstRight' | 'right'>;

/**
 * `4 of 6 right by first answers (these count); 5 right now`
 *
 * @param all how many questions it has; `undefined` where that is not known
 */
export function quizInWords(
  answered: readonly Answered[],
  all: number | undefined,
  counts: Policy['answers'],
): string {
  const whole = answered.length === all;
  const [first, now] = [
    answered.filter(({ firstRight }) => firstRight).length,
    answered.filter(({ right }) => right).length,
  ];
  const right = (number: number): string => (whole ? `${number} of ${all} right` : `${number} right`);
  const of = all !== undefined && all > answered.length ? ` of ${all}` : '';
  return [
    ...(whole ? [] : [`${answered.length}${of} answered`]),
    ...(counts === 'first'
      ? [`${right(first)} by first answers (these count)`, `${now} right now`]
      : [`${right(now)} now`]),
  ].join('; ');
}
