import { expect, test } from 'vitest';
import { listAssignable } from '../../../src/course/assignable.ts';
import { toRecord } from '../../../src/course/lesson-record.ts';
import { openWorld } from '../../../src/course/world.ts';
import { lessonRecord } from '../../../src/learning/lesson-record.ts';
import { assignable, findPart, toItem } from '../../../src/teaching/assignable.ts';
import { keyOf, type Assignment, type Item } from '../../../src/teaching/assignment.ts';
import { takeIn, withEntry, type Collection } from '../../../src/teaching/collection.ts';
import type { Handed, Submission } from '../../../src/teaching/submission.ts';
import { tasksOf } from '../../../src/teaching/tasks.ts';

const world = openWorld(process.cwd());
const course = assignable.parse({
  chapters: listAssignable(world.curriculum().chapters, world.lessons()),
});
const written = new Map(world.lessons().map((lesson) => [lesson.id, lesson]));
const record = (id: string) => {
  const lesson = written.get(id);
  return lesson && lessonRecord.parse(JSON.parse(JSON.stringify(toRecord(lesson))));
};
const cost = course.chapters.flatMap(({ lessons }) => lessons).find(({ id }) => id === 'cost')!;
const [first, second] = cost.parts
  .filter(({ kind }) => kind === 'exercise')
  .map((part) => toItem({ lesson: cost, part }));
const quiz = toItem({ lesson: cost, part: cost.parts.find(({ kind }) => kind === 'quiz')! });
const gone: Item = { ...first!, part: 'no-longer' };
const assignment: Assignment = {
  ...{ id: 'k3v9x2m1q8', title: 'Week 3', note: '', opens: null, due: null, zone: 'UTC', asks: 'name' },
  policy: { tries: null, hints: true, solutions: 'always', exercises: 'whole', answers: 'last' },
  items: [first!, second!, quiz, gone],
  extensions: [],
};
const exerciseOf = ({ lesson, part, hash }: Item, source: string | null): Handed => ({
  ...{ kind: 'exercise', lesson, part, hash, source, others: [], numbers: null },
  ...{ tries: 1, hints: 0, solution: false, passed: true, score: null, output: '' },
});
const collect = (students: Record<string, Handed[]>): Collection =>
  Object.entries(students).reduce<Collection>(
    (all, [student, items]) => {
      const submission: Submission = {
        ...{ format: 'descent-submission', version: 1, says: '', course: '', checksum: null, lessons: [] },
        ...{ assignment: { id: assignment.id, title: '' }, student, made: 1, items },
      };
      return takeIn(all, student, { submission, intact: true }) as Collection;
    },
    { assignment, entries: [] },
  );

test('are exercise by exercise, with the student’s text in the lesson as it is now', () => {
  const all = collect({
    ada: [exerciseOf(second!, 'const a = 1;'), exerciseOf(first!, 'const a = 2;')],
    bo: [exerciseOf(first!, null)],
  });
  const { tasks, settled } = tasksOf(all, course, record);
  expect(tasks.map(({ entry, item }) => [item.part, entry.file])).toEqual([
    [first!.part, 'ada'],
    [first!.part, 'bo'],
    [second!.part, 'ada'],
  ]);
  expect(new Set(tasks.map(({ id }) => id)).size).toBe(3);
  expect(settled).toEqual([]);
  const own = record('cost')!;
  const jobs = tasks.map((task) => task.job());
  const textIn = (i: number) => jobs[i]!.cells.find(({ id }) => id === jobs[i]!.cell)!;
  expect(textIn(0)).toMatchObject({ source: 'const a = 2;', compiled: null });
  expect(textIn(1).source).toBe(own.cells.find(({ id }) => id === jobs[1]!.cell)!.source);
  expect(jobs.map(({ seed }) => seed)).toEqual([own.seed, own.seed, own.seed]);
});

test('what was run is left out, and so is what nobody handed in', () => {
  const all = collect({ ada: [exerciseOf(first!, '')], bo: [] });
  const found = new Map([[keyOf(first!), { kind: 'gone' } as const]]);
  expect(tasksOf(withEntry(all, all.entries[0]!, { found }), course, record).tasks).toEqual([]);
});

test('a quiz is marked at once by the course’s keys, and what is gone is said to be', () => {
  const [question] = findPart(course, quiz)!.part.keys;
  const answered: Handed = {
    ...{ kind: 'quiz', lesson: quiz.lesson, part: quiz.part, hash: quiz.hash },
    questions: [
      {
        question: question!.question,
        tries: 1,
        first: 'nonsense',
        firstRight: true,
        last: 'nonsense',
        right: true,
      },
    ],
  };
  const { settled } = tasksOf(collect({ ada: [answered, exerciseOf(gone, 'x')] }), course, record);
  expect(settled.map(({ item, found }) => [item.part, found.kind])).toEqual([
    [quiz.part, 'quiz'],
    ['no-longer', 'gone'],
  ]);
  expect(settled[0]!.found).toMatchObject({
    questions: findPart(course, quiz)!.part.keys.map((each) => ({
      ...{ question: each.question, first: null, last: null },
    })),
  });
});

test('a text among the others cannot stand for another student’s answer or the numbers', () => {
  const sly = exerciseOf(first!, 'const a = 3;') as Extract<Handed, { kind: 'exercise' }>;
  const cell = record('cost')!.exercises.find(({ id }) => id === first!.part)!.cell;
  const all = collect({ ada: [{ ...sly, others: [{ cell, source: 'const a = 4;' }] }] });
  const job = tasksOf(all, course, record).tasks[0]!.job();
  expect(job.cells.find(({ id }) => id === cell)?.source).toBe('const a = 3;');
});
