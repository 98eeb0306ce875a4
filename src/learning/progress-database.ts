/** Progress in the reader's database. */
import type { IDBPDatabase } from 'idb';
import { asideKey, openDescent, type DescentDatabase } from './database.ts';
import type { ProgressStore } from './progress-store.ts';
import { toProgress, type LessonProgress } from './progress.ts';

type Database = IDBPDatabase<DescentDatabase>;

/** Rejects where the browser has no database or will not open it. */
export async function openProgress(): Promise<ProgressStore> {
  const database = await openDescent();
  return {
    read: (lesson) => database.get('progress', lesson),
    readAll: () => readAll(database),
    write: (lesson, change) => write(database, lesson, change),
    setAside: (lesson) => setAside(database, lesson),
    erase: (lessons) => erase(database, lessons),
  };
}

async function readAll(database: Database): Promise<Map<string, unknown>> {
  const { store } = database.transaction('progress');
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return new Map(keys.map((key, i) => [key, values[i]]));
}

async function write(
  database: Database,
  lesson: string,
  change: (found: LessonProgress | null) => LessonProgress,
): Promise<LessonProgress> {
  const transaction = database.transaction(['progress', 'aside'], 'readwrite');
  // A failing request rejects its own promise and `done`; the caller hears of it through the one awaited below.
  transaction.done.catch(() => undefined);
  const store = transaction.objectStore('progress');
  const raw = await store.get(lesson);
  const found = toProgress(raw);
  if (raw !== undefined && !found) await transaction.objectStore('aside').put(raw, asideOf(lesson));
  const written = change(found);
  await store.put(written, lesson);
  await transaction.done;
  return written;
}

async function setAside(database: Database, lesson: string): Promise<void> {
  const transaction = database.transaction(['progress', 'aside'], 'readwrite');
  transaction.done.catch(() => undefined);
  const store = transaction.objectStore('progress');
  const raw = await store.get(lesson);
  // Another page may have put a sound one there meanwhile.
  if (raw !== undefined && !toProgress(raw)) {
    await transaction.objectStore('aside').put(raw, asideOf(lesson));
    await store.delete(lesson);
  }
  await transaction.done;
}

async function erase(database: Database, lessons: readonly string[]): Promise<void> {
  const transaction = database.transaction('progress', 'readwrite');
  transaction.done.catch(() => undefined);
  for (const lesson of lessons) await transaction.store.delete(lesson);
  await transaction.done;
}

const asideOf = (lesson: string): string => asideKey(`progress/${lesson}`);
