/** What goes back to a student: points, what was found, and what the teacher wrote. Plain text, for any system. */
import { keyOf, totalPoints, type Assignment, type Item, type Policy } from './assignment.ts';
import type { Row } from './collection.ts';
import type { Flag, Found } from './marks.ts';

/** Facts as a sentence. None of them is a verdict. */
export const flagWords: Readonly<Record<Flag, string>> = {
  'claimed more': 'The file says more than was found when it was run again.',
  'claimed less': 'The file says less than was found when it was run again.',
  'lesson changed': 'The lesson has changed since; it was marked as the lesson is now.',
  tries: 'More checks were made than count, by the file’s own account.',
  hints: 'Hints were opened, by the file’s own account.',
  'solution seen': 'The solution was opened, by the file’s own account.',
  'not comparable': 'The course has this part no longer, so it could not be marked.',
};

export interface FeedbackWords {
  /** An item, as a reader knows it: `4.2 One step`. */
  titleOf(item: Item): string;
  /** What a quiz asks; the question's id where nobody knows. */
  askedIn(item: Item, question: string): string;
}

export function feedbackFor(row: Row, assignment: Assignment, { titleOf, askedIn }: FeedbackWords): string {
  const { student, entry, late, total } = row;
  const whole = entry.comments.get('')?.trim() ?? '';
  const head = [
    assignment.title,
    `${student}: ${total} of ${pointsInWords(totalPoints(assignment))}${late ? ', handed in late' : ''}`,
    ...(whole === '' ? [] : [whole]),
  ];
  const parts = assignment.items.map((item, i) => {
    const points = row.points[i] ?? null;
    const comment = entry.comments.get(keyOf(item))?.trim() ?? '';
    const { flags = [], claimed = null } = row.marks[i] ?? {};
    const none = claimed === null ? 'nothing handed in' : 'not marked';
    const hand = points !== null && entry.points.has(keyOf(item)) ? ', set by your teacher' : '';
    return [
      `${titleOf(item)}: ${points === null ? none : `${points} of ${pointsInWords(item.points)}`}${hand}`,
      ...foundInWords(entry.found.get(keyOf(item)), assignment.policy.answers, (question) =>
        askedIn(item, question),
      ),
      ...flags.map((flag) => flagWords[flag]),
      ...(comment === '' ? [] : [comment]),
    ].join('\n  ');
  });
  return `${[head.join('\n'), ...parts].join('\n\n')}\n`;
}

const pointsInWords = (points: number): string => `${points} ${points === 1 ? 'point' : 'points'}`;

function foundInWords(
  found: Found | undefined,
  answers: Policy['answers'],
  asked: (question: string) => string,
): string[] {
  if (found?.kind === 'quiz') {
    const right = found.questions.filter((each) => each[answers] === true).length;
    const others = found.questions.filter((each) => each[answers] !== true);
    return [
      `${right} of ${found.questions.length} questions right, by the ${answers} answer.`,
      ...others.map(
        (each) => `${each[answers] === null ? 'Not answered' : 'Not right'}: ${asked(each.question)}`,
      ),
    ];
  }
  if (found?.kind !== 'exercise') return [];
  const tests = `${found.passed} of ${found.tests} tests passed when it was run again.`;
  return found.problem === null ? [tests] : [tests, found.problem];
}
