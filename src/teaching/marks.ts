/** What a handed-in part is worth, by the teacher's rules and by what running it again showed. */
import type { Item, Policy } from './assignment.ts';
import { sameContent } from './assignment.ts';
import type { Handed, HandedExercise } from './submission.ts';

/** What running an exercise again came to. */
export interface Rerun {
  kind: 'exercise';
  /** Tests that passed, of so many; both 0 where the code did not run. */
  passed: number;
  tests: number;
  /** Of an exercise that reaches for a score. */
  score: number | null;
  /** Why it did not pass, in a sentence; `null` where it did. */
  problem: string | null;
}

/** A quiz, marked again: all its questions. `null`: nobody answered, or not with an answer to this question. */
export interface Remark {
  kind: 'quiz';
  questions: { question: string; first: boolean | null; last: boolean | null }[];
}

/** `gone`: the course has no such part any more. */
export type Found = Rerun | Remark | { kind: 'gone' };

/** Something that a teacher should look at. A fact and no verdict. */
export type Flag =
  'claimed more' | 'claimed less' | 'lesson changed' | 'tries' | 'hints' | 'solution seen' | 'not comparable';

export interface Mark {
  /** `null` where nothing was handed in, or it has not been run again. */
  points: number | null;
  /** From 0 to 1, as the file says it, and as it was found; `null` where there is nothing to say. */
  claimed: number | null;
  found: number | null;
  flags: Flag[];
}

/**
 * @param handed what the student's file holds of the item
 * @param found what running it again showed; absent while that has not been done
 * @param now the hash of the part as the course has it now; absent where it has it no longer
 */
export function markItem(
  item: Item,
  policy: Policy,
  {
    handed,
    found,
    now,
  }: { handed?: Handed | undefined; found?: Found | undefined; now?: string | undefined },
): Mark {
  if (!handed) return { points: null, claimed: null, found: null, flags: [] };
  const claimed = claimOf(handed, policy, found);
  const right = found ? rightOf(found, policy) : null;
  const flags: Flag[] = [];
  if (found && right === null) flags.push('not comparable');
  if (right !== null && claimed > right) flags.push('claimed more');
  if (right !== null && claimed < right) flags.push('claimed less');
  if (now === undefined || !sameContent(now, item.hash) || !sameContent(now, handed.hash))
    flags.push('lesson changed');
  if (handed.kind === 'exercise') flags.push(...rulesBroken(handed, policy));
  const share = found ? shareOf(found, policy) : null;
  return { points: share === null ? null : roundPoints(share * item.points), claimed, found: right, flags };
}

/** Shares are thirds and sevenths: two decimals are shown and added up. */
export const roundPoints = (points: number): number => Math.round(points * 100) / 100;

function rulesBroken({ tries, hints, solution }: HandedExercise, policy: Policy): Flag[] {
  const flags: Flag[] = [];
  if (policy.tries !== null && tries > policy.tries) flags.push('tries');
  if (!policy.hints && hints > 0) flags.push('hints');
  if (policy.solutions !== 'always' && solution) flags.push('solution seen');
  return flags;
}

/** Exercises passed, or the share of a quiz's questions that are right, as the file says it: from 0 to 1. */
function claimOf(handed: Handed, { answers }: Policy, found: Found | undefined): number {
  if (handed.kind === 'exercise') return Number(handed.passed);
  const right = handed.questions.filter((each) =>
    answers === 'first' ? each.firstRight : each.right,
  ).length;
  const all = found?.kind === 'quiz' ? found.questions.length : handed.questions.length;
  return all === 0 ? 0 : Math.min(1, right / all);
}

/** The same as it was found; `null` where the course has nothing to compare with. */
function rightOf(found: Found, policy: Policy): number | null {
  if (found.kind === 'exercise') return Number(hasPassed(found));
  return shareOf(found, policy);
}

/** What part of its points it earns. */
function shareOf(found: Found, { exercises, answers }: Policy): number | null {
  switch (found.kind) {
    case 'gone':
      return null;
    case 'exercise':
      if (exercises === 'whole') return Number(hasPassed(found));
      return found.tests === 0 ? 0 : found.passed / found.tests;
    case 'quiz':
      if (found.questions.length === 0) return null;
      return found.questions.filter((each) => each[answers] === true).length / found.questions.length;
  }
}

const hasPassed = ({ passed, tests, problem }: Rerun): boolean =>
  tests > 0 && passed === tests && problem === null;
