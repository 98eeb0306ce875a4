import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { openDatabase, openDescent } from '../../../src/learning/database.ts';
import { createProgressBook, type ProgressBookOptions } from '../../../src/learning/progress-book.ts';
import { openProgress } from '../../../src/learning/progress-database.ts';
import type { ProgressStore } from '../../../src/learning/progress-store.ts';
import { createWorkbook } from '../../../src/learning/workbook.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const open = (options: Partial<ProgressBookOptions> = {}) =>
  createProgressBook({ open: openProgress, delay: 10, patience: 50, ...options });

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('what was done comes back', async () => {
  const before = open();
  before.record('cost', { type: 'ran', cell: 'train' });
  before.record('cost', { type: 'spent', ms: 500 });
  await before.flush();
  const after = open();
  expect(await after.load('cost')).toMatchObject({ cells: ['train'], ms: 500 });
  expect((await after.load('costly')).cells).toEqual([]);
});

test('it is written by itself a moment after the fact', async () => {
  open().record('cost', { type: 'ran', cell: 'train' });
  await pause(60);
  expect((await open().load('cost')).cells).toEqual(['train']);
});

test('two pages that have the same lesson open add to each other', async () => {
  const [one, other] = [open(), open()];
  await Promise.all([one.load('cost'), other.load('cost')]);
  one.record('cost', { type: 'ran', cell: 'first' });
  other.record('cost', { type: 'ran', cell: 'second' });
  one.record('cost', { type: 'spent', ms: 100 });
  other.record('cost', { type: 'spent', ms: 200 });
  await Promise.all([one.flush(), other.flush()]);
  const progress = await open().load('cost');
  expect(new Set(progress.cells)).toEqual(new Set(['first', 'second']));
  expect(progress.ms).toBe(300);
});

test('a fact from before the lesson was read is not lost, and does not hide what was kept', async () => {
  const before = open();
  before.record('cost', { type: 'ran', cell: 'old' });
  await before.flush();
  const after = open({ delay: 10_000 });
  after.record('cost', { type: 'ran', cell: 'new' });
  expect((await after.load('cost')).cells).toEqual(['old', 'new']);
});

test('listeners hear of every fact, and of none after they left', async () => {
  const book = open();
  const heard: string[][] = [];
  const leave = book.subscribe((_, progress) => heard.push(progress.cells));
  book.record('cost', { type: 'ran', cell: 'train' });
  expect(heard).toEqual([['train']]);
  await book.flush();
  const count = heard.length;
  leave();
  book.record('cost', { type: 'ran', cell: 'again' });
  expect(heard).toHaveLength(count);
});

test('a record that cannot be read is set aside as it is, and the others come back', async () => {
  const before = open();
  before.record('cost', { type: 'ran', cell: 'train' });
  await before.flush();
  const database = await openDescent();
  await database.put('progress', { cells: 'all of them' }, 'foggy-mountain');
  await database.put('progress', 7, 'tensors');
  const after = open();
  expect([...(await after.loadAll()).keys()]).toEqual(['cost']);
  expect((await after.load('foggy-mountain')).cells).toEqual([]);
  expect(await database.getAll('aside')).toEqual(
    expect.arrayContaining([{ cells: 'all of them' }, 7]) as unknown,
  );
  expect(await database.getAllKeys('progress')).toEqual(['cost']);
});

test('a fact put on top of an unreadable record keeps both', async () => {
  const database = await openDescent();
  await database.put('progress', 'rubbish', 'cost');
  const book = open();
  book.record('cost', { type: 'ran', cell: 'train' });
  await book.flush();
  expect(await database.getAll('aside')).toEqual(['rubbish']);
  expect((await open().load('cost')).cells).toEqual(['train']);
});

test('a fact that would make the record unreadable is not taken in', async () => {
  const book = open();
  book.record('cost', { type: 'ran', cell: 'x'.repeat(500) });
  book.record('cost', { type: 'ran', cell: 'train' });
  await book.flush();
  expect((await open().load('cost')).cells).toEqual(['train']);
});

test('names that objects have by themselves are names like others', async () => {
  const book = open();
  book.record('cost', { type: 'checked', exercise: 'constructor', passed: false });
  book.record('cost', { type: 'answered', quiz: 'valueOf', question: 'toString', answer: 1, right: true });
  await book.flush();
  const { exercises, quizzes } = await open().load('cost');
  expect(exercises['constructor']).toEqual({ state: 'tried', tries: 1, hints: 0, solution: false });
  expect(quizzes['valueOf']?.['toString']).toMatchObject({ first: 1, tries: 1 });
});

test('switched off, nothing is kept; the page itself goes on', async () => {
  let off = true;
  const book = open({ isOff: () => off });
  book.record('cost', { type: 'ran', cell: 'train' });
  await book.flush();
  expect((await book.load('cost')).cells).toEqual(['train']);
  expect(await book.loadAll()).toEqual(new Map());
  expect((await open().load('cost')).cells).toEqual([]);
  off = false;
  book.record('cost', { type: 'ran', cell: 'later' });
  await book.flush();
  expect((await open().load('cost')).cells).toEqual(['later']);
});

test('switched off by another page meanwhile, what was about to be written is dropped', async () => {
  let off = false;
  const book = open({ isOff: () => off, delay: 10_000 });
  book.record('cost', { type: 'ran', cell: 'train' });
  off = true;
  await book.flush();
  expect((await open().load('cost')).cells).toEqual([]);
});

test('erased is erased, and facts of a page that still shows it begin anew', async () => {
  const [one, other] = [open(), open()];
  one.record('cost', { type: 'ran', cell: 'train' });
  await one.flush();
  await other.load('cost');
  await one.erase(['cost']);
  expect((await one.load('cost')).cells).toEqual([]);
  other.record('cost', { type: 'ran', cell: 'more' });
  await other.flush();
  expect((await open().load('cost')).cells).toEqual(['more']);
});

test('without storage it says why and goes on in memory', async () => {
  for (const place of [
    () => Promise.reject(new Error('denied')),
    () => new Promise<never>(() => undefined),
  ]) {
    const book = open({ open: place });
    book.record('cost', { type: 'ran', cell: 'train' });
    await book.flush();
    expect((await book.load('cost')).cells).toEqual(['train']);
    expect(book.problem()).toMatch(/^This browser/);
  }
});

test('a store that dies leaves what was known of it', async () => {
  const before = open();
  before.record('cost', { type: 'ran', cell: 'train' });
  await before.flush();
  const dying = async (): Promise<ProgressStore> => ({
    ...(await openProgress()),
    write: () => Promise.reject(new Error('gone')),
  });
  const book = open({ open: dying });
  await book.load('cost');
  book.record('cost', { type: 'ran', cell: 'more' });
  await book.flush();
  await book.flush();
  expect((await book.load('cost')).cells).toEqual(['train', 'more']);
  expect(book.problem()).not.toBeNull();
});

test('a full store is tried again, and nothing is lost when there is room', async () => {
  let room = false;
  const filling = async (): Promise<ProgressStore> => {
    const place = await openProgress();
    const write: ProgressStore['write'] = (lesson, change) =>
      room ? place.write(lesson, change) : Promise.reject(new DOMException('', 'QuotaExceededError'));
    return { ...place, write };
  };
  const book = open({ open: filling, delay: 10_000 });
  book.record('cost', { type: 'ran', cell: 'train' });
  await book.flush();
  expect(book.problem()).toBe('This browser has no room left for saved work.');
  room = true;
  await book.flush();
  expect(book.problem()).toBeNull();
  expect((await open().load('cost')).cells).toEqual(['train']);
});

test('a database of the first version keeps its saved work', async () => {
  const old = await openDB('descent', 1, {
    upgrade(database) {
      database.createObjectStore('work');
      database.createObjectStore('aside');
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  await old.put('aside', 'kept', 'cost/x/1');
  old.close();
  const book = open();
  book.record('cost', { type: 'ran', cell: 'train' });
  await book.flush();
  expect(book.problem()).toBeNull();
  const database = await openDescent();
  expect([...database.objectStoreNames]).toEqual(['aside', 'progress', 'work']);
  expect(await database.getAll('aside')).toEqual(['kept']);
  const workbook = createWorkbook({
    lesson: 'cost',
    open: openDatabase,
    writer: 'a',
    onEvent: () => undefined,
  });
  expect(await workbook.restore()).toEqual(new Map());
});
