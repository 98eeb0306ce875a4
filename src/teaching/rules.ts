/** What the assignments that a reader has adopted allow in an exercise or a quiz. */
import { dueOf, phaseOf, type Adopted } from './adopted.ts';
import type { Assignment, Item } from './assignment.ts';
import { dateInWords } from './dates.ts';

/** Sentences for the reader; `null` where there is nothing to say. */
export interface Rules {
  /** Why no hints are to be had. */
  hints: string | null;
  /** Why the solution is not, and when it is. */
  solution: string | null;
  /** How many of the checks that count are used. */
  tries: string | null;
  /** Of a quiz: which answer counts. */
  answers: string | null;
}

/** Where the reader stands with the part. */
export interface Stand {
  passed: boolean;
  /** Checks so far. */
  tries: number;
}

/**
 * Of several assignments the strictest rule holds. After its date an assignment holds nothing back, except solutions
 * that it never shows.
 *
 * @param now milliseconds since 1970, UTC
 */
export function rulesFor(
  adopted: readonly Adopted[],
  lesson: string,
  part: string,
  now: number,
  stand: Stand,
): Rules {
  const isHere = (item: Item): boolean => item.lesson === lesson && item.part === part;
  const all = adopted.map(({ assignment }) => assignment).filter(({ items }) => items.some(isHere));
  const kind = all.flatMap(({ items }) => items).find(isHere)?.kind ?? 'exercise';
  const open = all.filter((each) => phaseOf(each, now) !== 'late');
  return {
    hints: hintsOf(open),
    solution: solutionOf(all, open, stand, words[kind]),
    tries: triesOf(open, stand),
    answers: answersOf(open),
  };
}

function hintsOf(open: readonly Assignment[]): string | null {
  const strict = latest(open.filter(({ policy }) => !policy.hints));
  if (!strict) return null;
  return `${named(strict)} allows no hints${dueOf(strict) === null ? '' : ` until ${dueInWords(strict)}`}.`;
}

function solutionOf(
  all: readonly Assignment[],
  open: readonly Assignment[],
  { passed }: Stand,
  words: Words,
): string | null {
  const asking = (rule: Assignment['policy']['solutions'], among: readonly Assignment[]) =>
    latest(among.filter(({ policy }) => policy.solutions === rule));
  const never = asking('never', all);
  if (never) return `${named(never)} shows ${words.none}.`;
  const due = asking('due', open);
  if (due) return `${named(due)} shows ${words.some} once it is due: ${dueInWords(due)}.`;
  const first = passed ? undefined : asking('passed', open);
  return first ? `${named(first)} shows ${words.passed}.` : null;
}

/** The lesson itself forbids nothing. */
const named = ({ title }: Assignment, your = 'Your'): string => `${your} assignment “${title}”`;

interface Words {
  none: string;
  some: string;
  passed: string;
}
const words: Record<Item['kind'], Words> = {
  exercise: {
    ...{ none: 'no solution', some: 'the solution' },
    passed: 'the solution once your own has passed',
  },
  quiz: { none: 'no answers', some: 'the answers', passed: 'an answer once your own is right' },
};

function dueInWords(of: Assignment): string {
  const due = dueOf(of);
  return due === null ? 'it has no date yet' : dateInWords(due, of.zone);
}

function triesOf(open: readonly Assignment[], { tries }: Stand): string | null {
  const limits = open.flatMap(({ policy }) => policy.tries ?? []);
  if (limits.length === 0) return null;
  const most = Math.min(...limits);
  const counted = most === 1 ? 'The one try that counts' : `All ${most} tries that count`;
  if (tries >= most)
    return `${counted} ${most === 1 ? 'is' : 'are'} used: you can check on, and your file says how often.`;
  return most === 1 ? 'One try counts.' : `${tries} of ${most} tries that count are used.`;
}

function answersOf(open: readonly Assignment[]): string | null {
  const strict = latest(open.filter(({ policy }) => policy.answers === 'first'));
  return strict ? `In ${named(strict, 'your')} your first answer to each question counts.` : null;
}

/** The one that holds longest; one without a date holds for ever. */
function latest(among: readonly Assignment[]): Assignment | undefined {
  const until = (of: Assignment): number => dueOf(of) ?? Infinity;
  return among.reduce<Assignment | undefined>(
    (found, each) => (found && until(found) >= until(each) ? found : each),
    undefined,
  );
}
