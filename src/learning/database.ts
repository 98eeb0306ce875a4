/**
 * The reader's database, `descent`, in IndexedDB. Store `work` has saved work by `lesson/cell`, store `progress` what was
 * done by lesson; what cannot be read goes to `aside`.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { WorkStore } from './store.ts';
import { join, toWork, type Work } from './work.ts';

export interface DescentDatabase extends DBSchema {
  work: { key: string; value: unknown };
  progress: { key: string; value: unknown };
  aside: { key: string; value: unknown };
}

/** Rejects where the browser has no database or will not open it. */
export const openDescent = (): Promise<IDBPDatabase<DescentDatabase>> =>
  openDB<DescentDatabase>('descent', 2, {
    upgrade(database, version) {
      if (version < 1) {
        database.createObjectStore('work');
        database.createObjectStore('aside');
      }
      if (version < 2) database.createObjectStore('progress');
    },
    // A newer page wants to change the database: let it.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });

/** Rejects where the browser has no database or will not open it. */
export async function openDatabase(): Promise<WorkStore> {
  const database = await openDescent();
  return {
    read: (lesson) => read(database, lesson),
    write: (lesson, cell, draft) => change(database, `${lesson}/${cell}`, (found) => join(draft, found)),
    setAside: (lesson, cell) => setAside(database, `${lesson}/${cell}`),
  };
}

async function read(database: IDBPDatabase<DescentDatabase>, lesson: string): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  // "0" follows "/" in the order of keys, so this is every key that begins with `lesson/`.
  const range = IDBKeyRange.bound(`${lesson}/`, `${lesson}0`, false, true);
  const store = database.transaction('work').store;
  const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  keys.forEach((key, i) => found.set(key.slice(lesson.length + 1), values[i]));
  return found;
}

/** Puts in place of what is kept what `next` makes of it; what cannot be read is set aside. Resolves to what was written. */
async function change(
  database: IDBPDatabase<DescentDatabase>,
  key: string,
  next: (found: Work | null) => Work,
): Promise<Work> {
  const transaction = database.transaction(['work', 'aside'], 'readwrite');
  // A failing request rejects its own promise and `done`; the caller hears of it through the one awaited below.
  transaction.done.catch(() => undefined);
  const store = transaction.objectStore('work');
  const raw = await store.get(key);
  const found = toWork(raw);
  if (raw !== undefined && !found) await transaction.objectStore('aside').put(raw, asideKey(key));
  const written = next(found);
  await store.put(written, key);
  await transaction.done;
  return written;
}

async function setAside(database: IDBPDatabase<DescentDatabase>, key: string): Promise<void> {
  const transaction = database.transaction(['work', 'aside'], 'readwrite');
  transaction.done.catch(() => undefined);
  const raw = await transaction.objectStore('work').get(key);
  if (raw !== undefined) await transaction.objectStore('aside').put(raw, asideKey(key));
  await transaction.objectStore('work').delete(key);
  await transaction.done;
}

export const asideKey = (key: string): string => `${key}/${Date.now()}`;

/** All saved work at once, for a reader who takes it along or wants it gone. */
export interface WorkArchive {
  /** By `lesson/cell`; records that cannot be read are left out. */
  readAll(): Promise<Map<string, Work>>;
  /** Puts in place of what is kept what `join` makes of it, in one transaction. */
  change(key: string, join: (found: Work | null) => Work): Promise<void>;
  erase(keys: readonly string[]): Promise<void>;
}

/** Rejects where the browser has no database or will not open it. */
export async function openWorkArchive(): Promise<WorkArchive> {
  const database = await openDescent();
  return {
    async readAll() {
      const { store } = database.transaction('work');
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      return new Map(
        keys.flatMap((key, i): [string, Work][] => {
          const work = toWork(values[i]);
          return work ? [[key, work]] : [];
        }),
      );
    },
    async change(key, next) {
      await change(database, key, next);
    },
    async erase(keys) {
      const transaction = database.transaction('work', 'readwrite');
      transaction.done.catch(() => undefined);
      for (const key of keys) await transaction.store.delete(key);
      await transaction.done;
    },
  };
}
