import { describe, expect, test } from 'vitest';
import type { Assignment } from '../../../src/teaching/assignment.ts';
import {
  chooseEntry,
  nameOf,
  rowsOf,
  takeIn,
  toMarks,
  withEntry,
  type Collection,
} from '../../../src/teaching/collection.ts';
import type { Found } from '../../../src/teaching/marks.ts';
import type { Submission } from '../../../src/teaching/submission.ts';

const due = Date.UTC(2026, 11, 4);
const assignment: Assignment = {
  ...{ id: 'k3v9x2m1q8', title: 'Week 3', note: '', opens: null, due, zone: 'UTC', asks: 'name' },
  policy: { tries: null, hints: true, solutions: 'always', exercises: 'whole', answers: 'last' },
  items: [
    { kind: 'exercise', lesson: 'cost', part: 'one-step', hash: 'qk2z7a', points: 4 },
    { kind: 'exercise', lesson: 'cost', part: 'batches', hash: 'qk2z7b', points: 2 },
  ],
  extensions: [{ student: 'Bo', due: due + 1_000 }],
};
const submissionOf = (student: string, made: number, parts: string[] = ['one-step']): Submission => ({
  ...{ format: 'descent-submission', version: 1, says: '', course: '', checksum: null, student, made },
  assignment: { id: assignment.id, title: 'Week 3' },
  lessons: [],
  items: parts.map((part) => ({
    ...{ kind: 'exercise', lesson: 'cost', part, hash: part === 'batches' ? 'qk2z7b' : 'qk2z7a' },
    ...{ source: student, others: [], numbers: null, tries: 1, hints: 0, solution: false },
    ...{ passed: true, score: null, output: '' },
  })),
});
const now = ({ hash }: { hash: string }) => hash;
const collect = (...files: [string, Submission][]): Collection =>
  files.reduce<Collection>(
    (all, [file, submission]) => {
      const next = takeIn(all, file, { submission, intact: true });
      if ('fault' in next) throw new Error(next.fault);
      return next;
    },
    { assignment, entries: [] },
  );
const ran = (passed: number): Found => ({
  ...{ kind: 'exercise', passed, tests: 2, score: null, problem: passed === 2 ? null : 'no' },
});

describe('taking in', () => {
  test('refuses another assignment and the same file again, by name', () => {
    const one = collect(['ada.gz', submissionOf('Ada', 1)]);
    const other = { ...submissionOf('Bo', 1), assignment: { id: 'zzzzzzzz', title: 'Week 2' } };
    expect(takeIn(one, 'bo.gz', { submission: other, intact: true })).toEqual({
      fault: 'It answers another assignment: “Week 2”.',
    });
    expect(takeIn(one, 'ada (1).gz', { submission: submissionOf('Ada', 1), intact: true })).toEqual({
      fault: 'It is here already, as “ada.gz”.',
      again: true,
    });
  });

  test('ends at its bound', () => {
    const entry = collect(['ada.gz', submissionOf('Ada', 1)]).entries[0]!;
    const full = { assignment, entries: Array.from({ length: 1_000 }, () => entry) };
    expect(takeIn(full, 'bo.gz', { submission: submissionOf('Bo', 1), intact: true })).toHaveProperty(
      'fault',
    );
  });
});

describe('rows', () => {
  test('have one for each student, however the name was typed, and the newest file counts', () => {
    const rows = rowsOf(
      collect(
        ['a1', submissionOf('Ada Lovelace', due - 9)],
        ['b', submissionOf('Bo', due - 5)],
        ['a2', submissionOf(' ada  lovelace', due - 3)],
      ),
      now,
    );
    expect(
      rows.map(({ student, entry, others }) => [student, entry.file, others.map(({ file }) => file)]),
    ).toEqual([
      ['ada  lovelace', 'a2', ['a1']],
      ['Bo', 'b', []],
    ]);
  });

  test('count the file that the teacher chose, and say so only where it is not the newest', () => {
    const all = collect(
      ['a1', submissionOf('Ada', 1)],
      ['a2', submissionOf('ada', 2)],
      ['b', submissionOf('Bo', 3)],
      ['a3', submissionOf('Ada', 9)],
    );
    const files = (entries: Collection['entries']) =>
      rowsOf({ assignment, entries }, now).map(({ entry, others }) =>
        [entry, ...others].map(({ file }) => file).join(' '),
      );
    expect(files(all.entries)).toEqual(['a3 a2 a1', 'b']);
    const first = chooseEntry(all.entries, all.entries[0]!);
    expect(files(first)).toEqual(['a1 a3 a2', 'b']);
    const second = chooseEntry(first, first[1]!);
    expect(files(second)).toEqual(['a2 a3 a1', 'b']);
    expect(second.map(({ chosen }) => chosen)).toEqual([undefined, true, undefined, undefined]);
    // The newest needs no choice: one that comes later counts then.
    expect(chooseEntry(second, second[3]!)).toEqual(all.entries);
  });

  test('are late by the teacher’s dates, extensions included', () => {
    const late = (student: string, made: number) =>
      rowsOf(collect(['x', submissionOf(student, made)]), now)[0]!.late;
    expect([
      late('Ada', due),
      late('Ada', due + 1),
      late('Bo', due + 1_000),
      late('Bo', due + 1_001),
    ]).toEqual([...[false, true, false, true]]);
  });

  test('add up what was found, and what the teacher has by hand counts before it', () => {
    let all = collect(['a', submissionOf('Ada', 1, ['one-step', 'batches'])]);
    const entry = () => all.entries[0]!;
    expect(rowsOf(all, now)[0]).toMatchObject({ points: [null, null], total: 0 });
    all = withEntry(all, entry(), {
      found: new Map([
        ['exercise:cost/one-step', ran(2)],
        ['exercise:cost/batches', ran(1)],
      ]),
    });
    expect(rowsOf(all, now)[0]).toMatchObject({ points: [4, 0], total: 4 });
    all = withEntry(all, entry(), { points: new Map([['exercise:cost/batches', 1.25]]) });
    expect(rowsOf(all, now)[0]).toMatchObject({ points: [4, 1.25], total: 5.25 });
    all = withEntry(all, entry(), { points: new Map([['exercise:cost/one-step', 0]]) });
    expect(rowsOf(all, now)[0]).toMatchObject({ points: [0, 0], total: 0 });
  });

  test('go to a gradebook with what the teacher wrote', () => {
    let all = collect(['a', submissionOf(' s123 ', due + 1)]);
    all = withEntry(all, all.entries[0]!, {
      comments: new Map([
        ['', 'Well done.'],
        ['exercise:cost/batches', '=1+1 is no answer.'],
        ['exercise:cost/one-step', 'See the sign. '],
        ['exercise:cost/third', ' '],
      ]),
    });
    const titles = new Map(
      ['one-step', 'batches', 'third'].map((part) => [`exercise:cost/${part}`, `4.2 ${part}`]),
    );
    expect(toMarks(rowsOf(all, now)[0]!, titles)).toEqual({
      ...{ student: 's123', key: 's123', points: [null, null], total: 0, late: true },
      comment: 'Well done.\n4.2 one-step: See the sign.\n4.2 batches: =1+1 is no answer.',
    });
  });

  test('are called as the file is where nobody typed a name', () => {
    const [entry] = collect(['Ada Lovelace_12_week-3.descent.json.gz', submissionOf('', 1)]).entries;
    expect(nameOf(entry!)).toBe('Ada Lovelace_12_week-3');
  });
});
