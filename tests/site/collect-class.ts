/** A class as it hands in: files for the page that takes them in, made from the course as it was built. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lessonRecord, type LessonRecord } from '../../src/learning/lesson-record.ts';
import { rightAnswer } from '../../src/learning/quiz-mark.ts';
import { assignable, findPart, toItem, type Assignable } from '../../src/teaching/assignable.ts';
import { assignment, type Assignment, type Item } from '../../src/teaching/assignment.ts';
import { writeSubmission, type Handed } from '../../src/teaching/submission.ts';

export interface Course {
  course: Assignable;
  record(lesson: string): LessonRecord;
}

export function readCourse(dir: string): Course {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(dir, 'data', `${name}.json`), 'utf8'));
  const records = new Map<string, LessonRecord>();
  return {
    course: assignable.parse(read('assignable')),
    record(lesson) {
      const known = records.get(lesson) ?? lessonRecord.parse(read(`lesson/${lesson}`));
      records.set(lesson, known);
      return known;
    },
  };
}

/** @param parts `exercise:laboratory/weighted-sum` and the points for it */
export function makeAssignment(
  { course }: Course,
  parts: Record<string, number>,
  more: Partial<Assignment> = {},
): Assignment {
  const items = Object.entries(parts).map(([key, points]): Item => {
    const [, kind = '', lesson = '', part = ''] = /^(\w+):([\w-]+)\/([\w-]+)$/.exec(key) ?? [];
    const found = findPart(course, { kind: kind as Item['kind'], lesson, part, hash: '', points });
    if (!found) throw new Error(`the course has no ${key}`);
    return { ...toItem(found), points };
  });
  return assignment.parse({
    ...{ id: 'k3v9x2m1q8', title: 'Week 3: slopes', note: '', opens: null, due: due, zone: 'Europe/Zurich' },
    asks: 'name',
    policy: { tries: null, hints: true, solutions: 'always', exercises: 'whole', answers: 'last' },
    ...{ items, extensions: [], ...more },
  });
}

export const due = Date.UTC(2026, 11, 4, 17);

/** What a student answers: `right`, or a text of the exercise; of a quiz how many of its questions are right. */
export type Answer = 'right' | { code: string; passed?: boolean } | { quiz: number; claims?: number };

export function handedFor(from: Course, item: Item, answer: Answer): Handed {
  const { lesson, part, hash } = item;
  if (item.kind === 'exercise') {
    const exercise = from.record(lesson).exercises.find(({ id }) => id === part);
    const code = answer === 'right' ? (exercise?.solution ?? '') : 'code' in answer ? answer.code : '';
    const passed = answer === 'right' || ('code' in answer && (answer.passed ?? true));
    return {
      ...{ kind: 'exercise', lesson, part, hash, source: code, others: [], numbers: null },
      ...{ tries: 2, hints: 0, solution: false, passed, score: null, output: '' },
    };
  }
  const keys = findPart(from.course, item)?.part.keys ?? [];
  const right = answer === 'right' ? keys.length : 'quiz' in answer ? answer.quiz : 0;
  const claims = typeof answer === 'object' && 'quiz' in answer ? (answer.claims ?? right) : right;
  const questions = keys.map(({ question, key }, i) => {
    const given = i < right ? rightAnswer(key) : null;
    const says = { firstRight: i < claims, right: i < claims };
    return { question, tries: 1, first: given, last: given, ...says };
  });
  return { kind: 'quiz', lesson, part, hash, questions };
}

export interface Student {
  name: string;
  /** By `keyOf`-like names, as in `makeAssignment`; what is missing was not begun. */
  answers: Record<string, Answer>;
  made?: number;
  of?: { id: string; title: string };
}

export async function handIn(
  from: Course,
  assignment: Assignment,
  { name, answers, made = due - 3_600_000, of }: Student,
): Promise<Buffer> {
  const items = assignment.items.flatMap((item) => {
    const answer = answers[`${item.kind}:${item.lesson}/${item.part}`];
    return answer === undefined ? [] : [handedFor(from, item, answer)];
  });
  const lessons = [{ lesson: 'laboratory', ms: 1_500_000, first: made - 9e6, last: made }];
  return Buffer.from(
    await writeSubmission({
      assignment: of ?? { id: assignment.id, title: assignment.title },
      ...{ student: name, made, course: '1', items, lessons },
    }),
  );
}
