/** Joins what a reader's file says with what this browser knows. Nothing is lost, and joining twice changes nothing. */
import {
  betterScore,
  type ExerciseProgress,
  type LessonProgress,
  type QuestionProgress,
} from './progress.ts';
import { join, type Version, type Work } from './work.ts';

/** What is known stays, except where the other was written later. */
export function mergeProgress(known: LessonProgress, given: LessonProgress): LessonProgress {
  const newer = given.last > known.last;
  return {
    cells: [...new Set([...known.cells, ...given.cells])].slice(0, 500),
    exercises: mergeLists(known.exercises, given.exercises, (a, b) => mergeExercise(a, b, newer)),
    quizzes: mergeLists(known.quizzes, given.quizzes, (mine, theirs) =>
      mergeLists(mine, theirs, (a, b) => mergeQuestion(a, b, newer, given.first < known.first)),
    ),
    predictions: mergeLists(known.predictions, given.predictions, (a, b) => (newer ? b : a)),
    ms: Math.max(known.ms, given.ms),
    first: Math.min(known.first, given.first),
    last: Math.max(known.last, given.last),
  };
}

function mergeLists<T>(
  known: Record<string, T>,
  given: Record<string, T>,
  merge: (a: T, b: T) => T,
): Record<string, T> {
  const merged = new Map(Object.entries(known));
  for (const [id, theirs] of Object.entries(given)) {
    const mine = merged.get(id);
    if (mine !== undefined) merged.set(id, merge(mine, theirs));
    else if (merged.size < 500) merged.set(id, theirs);
  }
  return Object.fromEntries(merged);
}

function mergeExercise(known: ExerciseProgress, given: ExerciseProgress, newer: boolean): ExerciseProgress {
  const [last, other] = newer ? [given, known] : [known, given];
  const best = last.best ? betterScore(other.best, last.best) : other.best;
  const numbers = last.numbers ?? other.numbers;
  const said = last.said ?? other.said;
  return {
    state: known.state === 'passed' || given.state === 'passed' ? 'passed' : 'tried',
    tries: Math.max(known.tries, given.tries),
    hints: Math.max(known.hints, given.hints),
    solution: known.solution || given.solution,
    ...(best && { best }),
    ...(numbers !== undefined && { numbers }),
    ...(said !== undefined && { said }),
  };
}

function mergeQuestion(
  known: QuestionProgress,
  given: QuestionProgress,
  newer: boolean,
  earlier: boolean,
): QuestionProgress {
  const { last, right, review } = newer ? given : known;
  const { first, firstRight } = earlier ? given : known;
  const tries = Math.max(known.tries, given.tries);
  return { first, firstRight, last, right, tries, ...(review && { review }) };
}

/** The newer text stands, and the other is kept beside it as a version to choose from. */
export function mergeWork(known: Work | null, given: Work): Work {
  if (!known) return given;
  const [stays, other] = given.at > known.at ? [given, known] : [known, given];
  const versions = [...known.others, ...given.others, ...asVersion(other)];
  return join({ ...stays, typed: true, seen: known.revision, others: versions }, known);
}

const asVersion = ({ source, writer, at }: Work): Version[] =>
  source === null ? [] : [{ writer: writer.slice(0, 50) + '-file', source, at }];
