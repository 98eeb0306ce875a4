import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { openDB } from 'idb';
import { openDatabase } from '../../../src/learning/database.ts';
import { hash } from '../../../src/learning/hash.ts';
import { createMemoryStore, type WorkStore } from '../../../src/learning/store.ts';
import { createWorkbook, type Workbook, type WorkbookEvent } from '../../../src/learning/workbook.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

function open(writer: string, place: () => Promise<WorkStore> = openDatabase): [Workbook, WorkbookEvent[]] {
  const events: WorkbookEvent[] = [];
  const onEvent = (event: WorkbookEvent): void => void events.push(event);
  return [createWorkbook({ lesson: 'cost', open: place, writer, onEvent, delay: 10, patience: 50 }), events];
}

test('what was typed and entered comes back, with the hash of the text it began from', async () => {
  const [before] = open('a');
  before.keep('train', 'let w = 2', 'let w = 1');
  before.enter('train', 'learning rate', 0.3);
  await before.flush();
  const [after, events] = open('b');
  expect(await after.restore()).toEqual(
    new Map([
      [
        'train',
        {
          source: 'let w = 2',
          inputs: [{ name: 'learning rate', value: 0.3 }],
          base: hash('let w = 1'),
          others: [],
        },
      ],
    ]),
  );
  expect(events).toEqual([]);
});

test('it is written by itself a moment after the last change', async () => {
  const [before] = open('a');
  before.keep('train', 'x', '');
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect((await open('b')[0].restore()).get('train')?.source).toBe('x');
});

test('lessons do not see each other, even where one name begins with the other', async () => {
  const events: WorkbookEvent[] = [];
  const other = createWorkbook({
    lesson: 'costly',
    open: openDatabase,
    writer: 'a',
    onEvent: (event) => events.push(event),
  });
  other.keep('train', 'theirs', '');
  await other.flush();
  expect((await open('b')[0].restore()).size).toBe(0);
});

test('two tabs: neither text is lost, and the second writer is told', async () => {
  const [one] = open('one');
  const [two, told] = open('two');
  await Promise.all([one.restore(), two.restore()]);
  one.keep('train', 'from one', '');
  await one.flush();
  two.keep('train', 'from two', '');
  await two.flush();
  expect(told).toMatchObject([{ type: 'conflict', cell: 'train', others: [{ source: 'from one' }] }]);
  const kept = (await open('three')[0].restore()).get('train');
  expect(kept?.source).toBe('from two');
  expect(kept?.others.map((version) => version.source)).toEqual(['from one']);
});

test('a choice between versions is kept', async () => {
  const [one] = open('one');
  one.keep('train', 'from one', '');
  await one.flush();
  const [two] = open('two');
  two.keep('train', 'from two', '');
  await two.flush();
  two.settle('train');
  await two.flush();
  expect((await open('three')[0].restore()).get('train')?.others).toEqual([]);
});

test('a damaged record is set aside and the rest comes back', async () => {
  const [first] = open('a');
  first.keep('good', 'fine', '');
  await first.flush();
  const database = await openDB('descent');
  await database.put('work', { format: 99, source: ['?'] }, 'cost/bad');
  const [second, events] = open('b');
  expect([...(await second.restore()).keys()]).toEqual(['good']);
  expect(events).toEqual([]);
  expect(await database.getAll('aside')).toEqual([{ format: 99, source: ['?'] }]);
  expect(await database.get('work', 'cost/bad')).toBeUndefined();
});

test('writing over a damaged record sets it aside first', async () => {
  await open('a')[0].restore();
  const database = await openDB('descent');
  await database.put('work', 'rubbish', 'cost/train');
  const [workbook] = open('b');
  workbook.keep('train', 'x', '');
  await workbook.flush();
  expect(await database.getAll('aside')).toEqual(['rubbish']);
});

const throwing = (): Promise<WorkStore> => Promise.reject(new Error('SecurityError'));
const silent = (): Promise<WorkStore> => new Promise(() => undefined);
const missing = (): Promise<WorkStore> => {
  Reflect.deleteProperty(globalThis, 'indexedDB');
  return openDatabase();
};
const deaf = (): Promise<WorkStore> =>
  Promise.resolve({ ...createMemoryStore(), write: () => new Promise<never>(() => undefined) });

test.each([
  ['throws', throwing],
  ['never answers', silent],
  ['is missing', missing],
  ['opens and then never answers', deaf],
])('storage that %s: work goes on in memory, and the reader is told once', async (_, place) => {
  const [workbook, events] = open('a', place);
  workbook.keep('train', 'x', '');
  await workbook.flush();
  workbook.keep('train', 'xy', '');
  await workbook.flush();
  expect(events.map((event) => event.type)).toEqual(['unsaved']);
  expect(workbook.contents()).toEqual([{ cell: 'train', source: 'xy', inputs: [] }]);
});

test('a store that did not answer is not waited for again', async () => {
  let asked = 0;
  const [workbook] = open('a', async () => ({
    ...(await deaf()),
    write: () => {
      asked += 1;
      return new Promise<never>(() => undefined);
    },
  }));
  workbook.keep('train', 'x', '');
  await workbook.flush();
  workbook.keep('train', 'xy', '');
  await workbook.flush();
  expect(asked).toBe(1);
});

test('a full disk is said, tried again, and the warning is taken back when there is room', async () => {
  const memory = createMemoryStore();
  let room = false;
  const [workbook, events] = open('a', () =>
    Promise.resolve({
      ...memory,
      write: (...parts: Parameters<WorkStore['write']>) =>
        room ? memory.write(...parts) : Promise.reject(new DOMException('full', 'QuotaExceededError')),
    }),
  );
  workbook.keep('train', 'x', '');
  await workbook.flush();
  room = true;
  workbook.keep('train', 'xy', '');
  await workbook.flush();
  expect(events.map((event) => event.type)).toEqual(['unsaved', 'saved']);
  expect((await memory.read('cost')).get('train')).toMatchObject({ source: 'xy' });
});
