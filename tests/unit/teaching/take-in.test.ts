/** Names from learning platforms, files told apart, two states made one, feedback's names. */
import { gzipSync, strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import type { Assignment } from '../../../src/teaching/assignment.ts';
import { belongsTo, readBrought, sortOf } from '../../../src/teaching/brought.ts';
import { nameOf, rowsOf, takeIn, type Collection, type Entry } from '../../../src/teaching/collection.ts';
import { writeCsv } from '../../../src/teaching/csv.ts';
import { fileName, nameFeedback } from '../../../src/teaching/feedback-files.ts';
import { writeAssignment, writeCollection } from '../../../src/teaching/files.ts';
import { mergeCollections } from '../../../src/teaching/merge.ts';
import { ownerOf } from '../../../src/teaching/owner.ts';
import { writeSubmission, type Submission } from '../../../src/teaching/submission.ts';

const assignment: Assignment = {
  ...{ id: 'k3v9x2m1q8', title: 'Week 3', note: '', opens: null, due: null, zone: 'UTC', asks: 'nothing' },
  policy: { tries: null, hints: true, solutions: 'always', exercises: 'whole', answers: 'last' },
  items: [{ kind: 'exercise', lesson: 'cost', part: 'one-step', hash: 'qk2z7a', points: 4 }],
  extensions: [],
};
const submissionOf = (student: string, made = 1): Submission => ({
  ...{ format: 'descent-submission', version: 1, says: '', course: '', checksum: null, student, made },
  ...{ assignment: { id: assignment.id, title: 'Week 3' }, lessons: [], items: [] },
});
const entryOf = (file: string, student = '', made = 1): Entry => ({
  ...{ file, submission: submissionOf(student, made), intact: null },
  ...{ found: new Map(), points: new Map(), comments: new Map() },
});

test('of a file that is taken in elsewhere, what it is', async () => {
  const collection = { assignment, entries: [entryOf('ada.gz')] };
  const of = async (bytes: Promise<Uint8Array<ArrayBuffer>>) => belongsTo(new Blob([await bytes]));
  expect(await of(writeSubmission(submissionOf('Ada')))).toBe('This is what a student handed in.');
  expect(await of(writeCollection(collection))).toBe('This is the work of a class that you saved.');
  expect(await of(writeAssignment(assignment))).toBeNull();
  for (const other of ['{"format":"x"}', '', 'rubbish', gzipSync(strToU8('{'))])
    expect(await belongsTo(new Blob([other as BlobPart]))).toBeNull();
});

test('a file without anything in it is called empty', async () => {
  const file = new Blob([]);
  const sort = await sortOf(file);
  expect(sort === 'zip' ? sort : await readBrought(sort, file)).toEqual({
    kind: 'fault',
    fault: 'The file is empty.',
  });
});

test('learning platforms say in the path whose a file is', () => {
  expect(ownerOf('Week/Ada Lovelace_12345_assignsubmission_file_/work.gz')).toEqual({
    ...{ name: 'Ada Lovelace', id: '12345', from: 'moodle' },
  });
  expect(ownerOf('Zoë Ünal_7_assignsubmission_file/work.gz')?.name).toBe('Zoë Ünal');
  expect(ownerOf('Ada Lovelace_12345_assignsubmission_file_work.gz')?.id).toBe('12345');
  expect(ownerOf('lovelaceada_LATE_123_456_work-week-3.descent.gz')).toEqual({
    ...{ name: 'lovelaceada', id: '123', from: 'canvas' },
  });
  expect(ownerOf('lovelaceada_123_456_work-1.gz')?.name).toBe('lovelaceada');
  for (const path of [
    'work-week-3.descent.gz',
    'a_b_c.gz',
    'lovelace_12.gz',
    '',
    '/',
    '_1_assignsubmission_file_/x',
  ])
    expect(ownerOf(path)).toBeNull();
});

test('a student who typed no name has that of the platform, or of the file', () => {
  const name = (file: string, student = '') => nameOf(entryOf(file, student));
  expect(name('Ada Lovelace_1_assignsubmission_file_/work.descent.gz')).toBe('Ada Lovelace');
  expect(name('Ada Lovelace_1_assignsubmission_file_/work.descent.gz', 'ada-7')).toBe('ada-7');
  expect(name('folder/bo-week-3.descent.gz')).toBe('bo-week-3');
  expect(name('bo.descent.json')).toBe('bo');
});

test('a copy that another one handed in without a name is that one’s', () => {
  const read = { submission: submissionOf(''), intact: true };
  const one = takeIn({ assignment, entries: [] }, 'Ada_1_assignsubmission_file_/x.gz', read) as Collection;
  expect(takeIn(one, 'Bo_2_assignsubmission_file_/x.gz', read)).toHaveProperty('entries.length', 2);
  expect(takeIn(one, 'Ada_1_assignsubmission_file_/y.gz', read)).toHaveProperty('fault');
  expect(takeIn(one, 'x (1).gz', read)).toHaveProperty('fault');
});

test('a file is what is in it, whatever it is called', async () => {
  const sort = (bytes: Uint8Array) => sortOf(new Blob([Uint8Array.from(bytes)]));
  const submission = await writeSubmission({ ...submissionOf('Ada'), items: [] });
  expect(await sort(submission)).toBe('submission');
  expect(await sort(await writeAssignment(assignment))).toBe('assignment');
  expect(await sort(await writeCollection({ assignment, entries: [] }))).toBe('collection');
  expect(await sort(strToU8('PK\u0003\u0004…'))).toBe('zip');
  expect(await sort(strToU8(JSON.stringify(submissionOf('Ada'))))).toBe('submission');
  expect(await sort(strToU8('Dear teacher'))).toBe('unknown');
  expect(await sort(new Uint8Array())).toBe('unknown');
  // In the form of a submission, so that the reader of submissions says what is wrong.
  expect(await sort(submission.slice(0, 60))).toBe('submission');
  expect(await sort(gzipSync(new Uint8Array(1_000_000)))).toBe('submission');
});

test('what is too large is refused before it is in memory', async () => {
  const zeros = new Uint8Array(3_000_000);
  const brought = await readBrought('submission', new Blob([zeros]));
  expect(brought).toMatchObject({ kind: 'fault', fault: expect.stringContaining('2 MB') as string });
  const bomb = await readBrought(
    'submission',
    new Blob([Uint8Array.from(gzipSync(new Uint8Array(100_000_000)))]),
  );
  expect(bomb).toMatchObject({ kind: 'fault', fault: expect.stringContaining('not read further') as string });
});

test('two states become one: no word is lost, and the first one’s points stay', () => {
  const shared = entryOf('ada.gz', 'Ada');
  const key = 'exercise:cost/one-step';
  const first = {
    ...shared,
    points: new Map([[key, 3]]),
    comments: new Map([
      ['', 'Well done.'],
      ['x', 'same'],
    ]),
  };
  const other = {
    ...{ ...shared, file: 'old.gz', points: new Map([[key, 1]]) },
    comments: new Map([
      ['', 'Look again.'],
      ['x', 'same'],
      [key, 'old'],
    ]),
    found: new Map([[key, { kind: 'gone' } as const]]),
  };
  const { collection, added, lost } = mergeCollections(
    { assignment, entries: [first] },
    { assignment, entries: [other, entryOf('bo.gz', 'Bo')] },
  );
  expect([added, lost, collection.entries.length]).toEqual([1, 0, 2]);
  const [ada] = collection.entries;
  expect(ada?.file).toBe('ada.gz');
  expect(ada?.points.get(key)).toBe(3);
  expect(ada?.found.get(key)).toEqual({ kind: 'gone' });
  expect([...(ada?.comments ?? [])]).toEqual([
    ['', 'Look again.\nWell done.'],
    ['x', 'same'],
    [key, 'old'],
  ]);
});

test('a file of feedback has a name that every system takes, and no other has', () => {
  expect(fileName('Ada Lovelace')).toBe('Ada Lovelace');
  expect(fileName('../../etc/passwd')).toBe('etc-passwd');
  expect(fileName('a\u0000b\u202ec:d*?"<>|')).toBe('abc-d-');
  for (const name of ['', '...', 'CON', 'nul.txt', '   ']) expect(fileName(name)).toMatch(/^student/);
  expect(Array.from(fileName('x'.repeat(500))).length).toBe(80);
  const rows = rowsOf(
    {
      assignment,
      entries: [
        entryOf('1', 'a-b'),
        entryOf('2', 'A/B'),
        entryOf('Zoë_9_assignsubmission_file_/x.gz', ''),
        entryOf('4', '__proto__'),
      ],
    },
    ({ hash }) => hash,
  );
  const paths = (moodle: boolean) => nameFeedback(rows, { moodle }).map(({ path }) => path);
  expect(paths(false)).toEqual(['a-b.txt', 'A-B (2).txt', 'Zoë.txt', '__proto__.txt']);
  expect(paths(true)[2]).toBe('Zoë_9_assignsubmission_file_/feedback.txt');
});

test('a table that ends its cells at a semicolon has commas in its numbers', () => {
  const rows = [['=1;2', 2.5, null, 'a,b']];
  expect(writeCsv(rows, { separator: ';' })).toBe(`"'=1;2";2,5;;"a,b"\r\n`);
  expect(writeCsv(rows)).toBe(`"'=1;2",2.5,,"a,b"\r\n`);
});
