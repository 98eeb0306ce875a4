/** What a reader has done in a lesson, and how one more fact changes it. Logic alone: no page, no database. */
import * as z from 'zod/mini';
import { plain } from '../kernel/plain.ts';

const id = z.string().check(z.maxLength(80));
/** A list by id, bounded: what is stored or imported may be anything. */
const byId = <T extends z.core.SomeType>(of: T) =>
  z.record(id, of).check(z.refine((list) => Object.keys(list).length <= 500));
const count = z.int().check(z.minimum(0));
/** Milliseconds since 1970, UTC, as far as dates go: what is later cannot be shown as one. */
const moment = z.number().check(z.minimum(0), z.maximum(8.64e15));

/** Days until a question comes back, at the most. */
const longestWait = 1_024;

/** Characters of what a check said that are kept. */
export const longestSaid = 2_000;

const exercise = z.strictObject({
  state: z.enum(['tried', 'passed']),
  tries: count,
  hints: count,
  /** The solution was looked at. */
  solution: z.boolean(),
  /** Of an exercise that reaches for a score: the best so far. */
  best: z.optional(z.strictObject({ value: z.number(), better: z.enum(['higher', 'lower']) })),
  /** Name of the numbers with which it was passed last, where there are others to try. */
  numbers: z.optional(z.string().check(z.maxLength(64))),
  /** What the last check said, in brief: one line for each test. */
  said: z.optional(z.string().check(z.maxLength(longestSaid))),
});

const question = z.strictObject({
  /** What was answered first, and whether it was right: kept for ever. */
  first: plain,
  firstRight: z.boolean(),
  last: plain,
  right: z.boolean(),
  tries: count,
  /** When it is worth asking again; absent where it never went wrong. */
  review: z.optional(
    z.strictObject({ due: moment, days: z.number().check(z.minimum(1), z.maximum(longestWait)) }),
  ),
});

export const lessonProgress = z.strictObject({
  cells: z.array(id).check(z.maxLength(500)),
  exercises: byId(exercise),
  /** By quiz, then by question. */
  quizzes: byId(byId(question)),
  predictions: byId(plain),
  /** Milliseconds spent with the page in view. */
  ms: z.number().check(z.minimum(0), z.maximum(8.64e15)),
  first: moment,
  last: moment,
});
export type LessonProgress = z.infer<typeof lessonProgress>;
export type ExerciseProgress = z.infer<typeof exercise>;
export type QuestionProgress = z.infer<typeof question>;
export type Score = NonNullable<ExerciseProgress['best']>;

/** Something that happened. */
export type Fact =
  | { type: 'ran'; cell: string }
  | {
      type: 'checked';
      exercise: string;
      passed: boolean;
      score?: Score;
      numbers?: string;
      /** Its results in brief; what is longer than is kept is cut. */
      said?: string;
    }
  | { type: 'hint'; exercise: string; /** How many are open now. */ hints: number }
  | { type: 'solution'; exercise: string }
  | { type: 'answered'; quiz: string; question: string; answer: z.infer<typeof plain>; right: boolean }
  | { type: 'predicted'; prediction: string; answer: z.infer<typeof plain> }
  | { type: 'spent'; ms: number };

export const noProgress = (now: number): LessonProgress => ({
  cells: [],
  exercises: {},
  quizzes: {},
  predictions: {},
  ms: 0,
  first: now,
  last: now,
});

/** A stored record made into a fresh object; `null` where it is not one. */
export function toProgress(raw: unknown): LessonProgress | null {
  const parsed = lessonProgress.safeParse(raw);
  return parsed.success ? parsed.data : null;
}

/** The progress after one more fact. */
export function withFact(progress: LessonProgress, fact: Fact, now: number): LessonProgress {
  const next = { ...progress, last: Math.max(progress.last, now) };
  switch (fact.type) {
    case 'ran':
      return progress.cells.includes(fact.cell) ? next : { ...next, cells: [...progress.cells, fact.cell] };
    case 'checked':
      return withExercise(next, fact.exercise, (before) => checked(before, fact));
    case 'hint':
      return withExercise(next, fact.exercise, (before) => ({
        ...before,
        hints: Math.max(before.hints, fact.hints),
      }));
    case 'solution':
      return withExercise(next, fact.exercise, (before) => ({ ...before, solution: true }));
    case 'answered':
      return withAnswer(next, fact, now);
    case 'predicted':
      return { ...next, predictions: { ...progress.predictions, [fact.prediction]: fact.answer } };
    case 'spent':
      return { ...next, ms: progress.ms + fact.ms };
  }
}

/** A lesson may call an exercise `constructor`. */
export const own = <T>(list: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(list, name) ? list[name] : undefined;

const untried: ExerciseProgress = { state: 'tried', tries: 0, hints: 0, solution: false };

function withExercise(
  progress: LessonProgress,
  name: string,
  change: (before: ExerciseProgress) => ExerciseProgress,
): LessonProgress {
  const before = own(progress.exercises, name) ?? untried;
  return { ...progress, exercises: { ...progress.exercises, [name]: change(before) } };
}

function checked(before: ExerciseProgress, fact: Extract<Fact, { type: 'checked' }>): ExerciseProgress {
  const after: ExerciseProgress = {
    ...before,
    tries: before.tries + 1,
    state: fact.passed ? 'passed' : before.state,
    ...(fact.passed && fact.numbers !== undefined && { numbers: fact.numbers }),
  };
  if (fact.said === undefined) delete after.said;
  else after.said = fact.said.slice(0, longestSaid);
  // A loss that went to infinity is a try, and no score to keep.
  if (!fact.score || !Number.isFinite(fact.score.value)) return after;
  return { ...after, best: betterScore(before.best, fact.score) };
}

/** Of two scores the better one, by what counts as better now. */
export function betterScore(before: Score | undefined, { value, better }: Score): Score {
  const choose = better === 'higher' ? Math.max : Math.min;
  return { better, value: choose(before?.value ?? value, value) };
}

const day = 86_400_000;

/** Counts the answer; the first one stays. */
function withAnswer(
  progress: LessonProgress,
  { quiz, question: name, answer, right }: Extract<Fact, { type: 'answered' }>,
  now: number,
): LessonProgress {
  const questions = own(progress.quizzes, quiz) ?? {};
  const before = own(questions, name);
  const review = nextReview(before?.review, right, now);
  const after: QuestionProgress = {
    first: before ? before.first : answer,
    firstRight: before ? before.firstRight : right,
    last: answer,
    right,
    tries: (before?.tries ?? 0) + 1,
    ...(review && { review }),
  };
  return { ...progress, quizzes: { ...progress.quizzes, [quiz]: { ...questions, [name]: after } } };
}

/**
 * A wrong answer comes back tomorrow. Each right one that was waited for doubles the wait; one given before its time
 * shows what is remembered from a minute ago, and changes nothing.
 */
function nextReview(
  before: QuestionProgress['review'],
  right: boolean,
  now: number,
): QuestionProgress['review'] {
  if (!right) return { due: now + day, days: 1 };
  if (!before || now < before.due) return before;
  const days = Math.min(before.days * 2, longestWait);
  return { due: now + days * day, days };
}
