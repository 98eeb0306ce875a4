/** What a student hands in, put together from what the browser keeps: progress and texts. */
import { own, type LessonProgress } from '../learning/progress.ts';
import { id, keyOf, type Assignment, type Item } from './assignment.ts';
import type { Handed, HandedExercise, HandedQuiz, Handover } from './submission.ts';

/** Of one lesson, as far as an assignment asks for it. */
export interface LessonWork {
  progress: LessonProgress;
  /** Texts that the student changed, by cell. */
  texts: ReadonlyMap<string, string>;
  /** The cells of its exercises: where the student works, and where the numbers stand. */
  exercises: readonly { id: string; cell: string; given: string | null }[];
}

export interface HandoverOptions {
  assignment: Assignment;
  student: string;
  /** Milliseconds since 1970, UTC. */
  now: number;
  /** As `courseVersion` names it. */
  course: string;
  /** `undefined` where nothing was done in the lesson. */
  work(lesson: string): LessonWork | undefined;
  /** The hash of a part as the student saw it; the assignment's own where the course has it no longer. */
  hash(item: Item): string | undefined;
}

/** Parts that were not begun are left out: nothing stands for them. */
export function toHandover({ assignment, student, now, course, work, hash }: HandoverOptions): Handover {
  const handed = assignment.items.flatMap((item) => {
    const found = work(item.lesson);
    const head = { lesson: item.lesson, part: item.part, hash: hash(item) ?? item.hash };
    return found ? (toHanded({ ...item, ...head }, found) ?? []) : [];
  });
  const lessons = [...new Set(assignment.items.map(({ lesson }) => lesson))].flatMap((lesson) => {
    const found = work(lesson);
    return found ? [{ lesson, ...timesOf(found.progress) }] : [];
  });
  return {
    assignment: { id: assignment.id, title: assignment.title },
    ...{ student: student.trim(), made: now, course, items: handed, lessons },
  };
}

const timesOf = ({ ms, first, last }: LessonProgress) => ({ ms: Math.round(ms), first, last });

const toHanded = (item: Item, work: LessonWork): Handed | null =>
  item.kind === 'exercise' ? toExercise(item, work) : toQuiz(item, work.progress);

function toExercise({ lesson, part, hash }: Item, work: LessonWork): HandedExercise | null {
  const found = own(work.progress.exercises, part);
  const place = work.exercises.find(({ id }) => id === part);
  const source = place ? (work.texts.get(place.cell) ?? null) : null;
  if (!found && source === null) return null;
  const { tries = 0, hints = 0, solution = false, state, best, said = '' } = found ?? {};
  return {
    ...{ kind: 'exercise', lesson, part, hash, source, others: othersOf(work) },
    numbers: (place?.given && work.texts.get(place.given)) ?? null,
    ...{ tries, hints, solution, passed: state === 'passed', score: best?.value ?? null },
    output: said,
  };
}

/** Texts of the lesson's own cells: an exercise may build upon them. */
function othersOf({ texts, exercises }: LessonWork): HandedExercise['others'] {
  const answers = new Set(exercises.flatMap(({ cell, given }) => (given === null ? [cell] : [cell, given])));
  return [...texts]
    .flatMap(([cell, source]) => (answers.has(cell) || !isId(cell) ? [] : [{ cell, source }]))
    .slice(0, 50);
}

/** What a browser keeps may have any name; a file with one that no lesson can have would be refused. */
const isId = (name: string): boolean => id.safeParse(name).success;

function toQuiz({ lesson, part, hash }: Item, { quizzes }: LessonProgress): HandedQuiz | null {
  const answers = Object.entries(own(quizzes, part) ?? {})
    .filter(([question]) => isId(question))
    .slice(0, 100);
  if (answers.length === 0) return null;
  const questions = answers.map(([question, { first, firstRight, last, right, tries }]) => ({
    ...{ question, tries, first, firstRight, last, right },
  }));
  return { kind: 'quiz', lesson, part, hash, questions };
}

export type Standing = 'todo' | 'begun' | 'done';

/** Where the student stands with each item, by `keyOf`: by the browser's own account. */
export function standingOf(
  { items }: Assignment,
  work: (lesson: string) => LessonWork | undefined,
  /** How many questions a quiz has. */
  questionsOf: (item: Item) => number,
): Map<string, Standing> {
  return new Map(
    items.map((item) => {
      const found = work(item.lesson);
      const handed = found && toHanded(item, found);
      return [keyOf(item), handed ? standing(handed, questionsOf(item)) : 'todo'];
    }),
  );
}

function standing(handed: Handed, questions: number): Standing {
  if (handed.kind === 'exercise') return handed.passed ? 'done' : 'begun';
  return handed.questions.length >= questions ? 'done' : 'begun';
}
