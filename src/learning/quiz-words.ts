/** Says in words how an answer was, and how a quiz stands. */
import type { QuestionProgress } from './progress.ts';
import type { QuestionKey } from './quiz-key.ts';
import type { Mark } from './quiz-mark.ts';

/** One short sentence for the outcome; partial success is said in full. */
export function outcome(kind: QuestionKey['kind'], { right, found, of, parts }: Mark): string {
  if (right) return 'Right.';
  switch (kind) {
    case 'several':
      return `Not right yet: ${found} of ${of} right answers chosen${wrongOnes(parts)}.`;
    case 'order':
      return `Not right yet: ${found} of ${of} in the right place.`;
    case 'pairs':
      return `Not right yet: ${found} of ${of} pairs are right.`;
    case 'groups':
      return `Not right yet: ${found} of ${of} in the right group.`;
    default:
      return 'Not right yet.';
  }
}

function wrongOnes(parts: Mark['parts']): string {
  const wrong = Object.values(parts).filter((right) => !right).length;
  return wrong === 0 ? '' : `, and ${wrong} that ${wrong === 1 ? 'is' : 'are'} wrong`;
}

export interface Standing {
  /** `todo` until every question has been answered; `right` when all are right now. */
  state: 'todo' | 'wrong' | 'right';
  /** One calm sentence. */
  line: string;
}

/**
 * @param questions the ids of all questions of a quiz
 * @param answers what is known of them; those of questions that are no longer asked do not count
 */
export function standing(
  questions: readonly string[],
  answers: Readonly<Record<string, QuestionProgress>>,
): Standing {
  const known = questions.flatMap((id) => (Object.hasOwn(answers, id) ? [answers[id]] : []));
  const total = questions.length;
  if (known.length < total) {
    const line = known.length === 0 ? asked(total) : `${known.length} of ${total} answered.`;
    return { state: 'todo', line };
  }
  const first = known.filter((each) => each?.firstRight).length;
  const now = known.filter((each) => each?.right).length;
  const state = now === total ? 'right' : 'wrong';
  return { state, line: `${firstWords(first, total)}${nowWords(first, now, total)}` };
}

const asked = (total: number): string => `${total} ${total === 1 ? 'question' : 'questions'}.`;

const firstWords = (first: number, total: number): string =>
  total === 1
    ? `${first === 1 ? 'Right' : 'Not right'} at the first answer`
    : `${first} of ${total} right at the first answer`;

function nowWords(first: number, now: number, total: number): string {
  if (now === first) return '.';
  if (now === total) return total === 1 ? '; right now.' : '; all right now.';
  return `; ${now} right now.`;
}
