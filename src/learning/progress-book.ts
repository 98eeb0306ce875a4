/**
 * The reader's progress in all lessons. Holds what this page knows, writes facts a moment after they happened, and goes
 * on in memory when the browser keeps nothing. Knows no page.
 */
import { createMemoryProgress, type ProgressStore } from './progress-store.ts';
import { noProgress, toProgress, withFact, type Fact, type LessonProgress } from './progress.ts';
import { describeFault, full, isFull } from './storage-faults.ts';
import { within } from './timeout.ts';

export interface ProgressBookOptions {
  /** Opens the place where progress is kept; may reject, and may never answer. */
  open(): Promise<ProgressStore>;
  /** Whether the reader wants nothing kept. Asked at every fact. */
  isOff?(): boolean;
  now?(): number;
  /** Milliseconds after a fact until it is written. */
  delay?: number;
  /** Milliseconds after which a store counts as dead. */
  patience?: number;
}

export type ProgressListener = (lesson: string, progress: LessonProgress) => void;

export interface ProgressBook {
  /** What is known of a lesson; nothing done where nothing is kept. Never rejects. */
  load(lesson: string): Promise<LessonProgress>;
  /** Everything that is kept, by lesson. Never rejects; records that cannot be read are set aside and left out. */
  loadAll(): Promise<Map<string, LessonProgress>>;
  /** Notes a fact. Never fails: where nothing can be kept it holds for this page. */
  record(lesson: string, fact: Fact): void;
  subscribe(listener: ProgressListener): () => void;
  /** Writes now what has happened. Never rejects. */
  flush(): Promise<void>;
  /** Puts in place of what is kept what `join` makes of it. Rejects where it cannot be written. */
  change(lesson: string, join: (found: LessonProgress | null) => LessonProgress): Promise<void>;
  /** Forgets these lessons. Rejects where they cannot be erased. */
  erase(lessons: readonly string[]): Promise<void>;
  /** Why nothing is kept beyond this page; `null` while it is. */
  problem(): string | null;
}

interface Happened {
  fact: Fact;
  at: number;
}

export function createProgressBook(options: ProgressBookOptions): ProgressBook {
  const { isOff = () => false, now = Date.now, delay = 20, patience = 2_000 } = options;
  /** As last read or written. */
  const stored = new Map<string, LessonProgress>();
  /** The same with what has happened since. */
  const known = new Map<string, LessonProgress>();
  const pending = new Map<string, Happened[]>();
  const loaded = new Map<string, Promise<LessonProgress>>();
  const listeners = new Set<ProgressListener>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let opened: Promise<ProgressStore> | undefined;
  let trouble: string | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  /** One access after another, so that what is known and what is stored never cross. */
  function inTurn<T>(act: (place: ProgressStore) => Promise<T>): Promise<T> {
    const turn = queue.then(async () => act(await store()));
    queue = turn.catch(() => undefined);
    return turn;
  }

  function store(): Promise<ProgressStore> {
    opened ??= within(patience, 'Storage', Promise.resolve().then(options.open)).catch((error: unknown) => {
      trouble = describeFault(error);
      return createMemoryProgress(stored);
    });
    return opened;
  }

  function failed(error: unknown): void {
    trouble = describeFault(error);
    // A full store may have room later; a dead one stays dead.
    if (!isFull(error)) opened = Promise.resolve(createMemoryProgress(stored));
  }

  const of = (lesson: string): LessonProgress => known.get(lesson) ?? noProgress(now());

  /** What the store has, with what has happened since it was written. */
  function take(lesson: string, found: LessonProgress | null): LessonProgress {
    if (found) stored.set(lesson, found);
    else stored.delete(lesson);
    const next = (pending.get(lesson) ?? []).reduce(after, found ?? noProgress(now()));
    known.set(lesson, next);
    return next;
  }

  function tell(lesson: string): void {
    for (const listener of [...listeners]) listener(lesson, of(lesson));
  }

  async function read(place: ProgressStore, lesson: string): Promise<LessonProgress> {
    try {
      const raw = await within(patience, 'Storage', place.read(lesson));
      const found = toProgress(raw);
      if (raw !== undefined && !found) await place.setAside(lesson).catch(failed);
      return take(lesson, found);
    } catch (error) {
      failed(error);
      return of(lesson);
    }
  }

  async function readAll(place: ProgressStore): Promise<Map<string, LessonProgress>> {
    try {
      const records = await within(patience, 'Storage', place.readAll());
      for (const lesson of [...known.keys()]) if (!records.has(lesson)) take(lesson, null);
      for (const [lesson, raw] of records) {
        const found = toProgress(raw);
        if (!found) await place.setAside(lesson).catch(failed);
        take(lesson, found);
      }
    } catch (error) {
      failed(error);
    }
    return new Map([...known].filter(([lesson]) => stored.has(lesson) || pending.has(lesson)));
  }

  async function writeAll(place: ProgressStore): Promise<void> {
    for (const [lesson, facts] of [...pending]) {
      pending.delete(lesson);
      if (isOff()) continue;
      try {
        const join = (found: LessonProgress | null): LessonProgress =>
          facts.reduce(after, found ?? noProgress(facts[0]?.at ?? now()));
        take(lesson, await within(patience, 'Storage', place.write(lesson, join)));
        if (trouble === full) trouble = null;
        tell(lesson);
      } catch (error) {
        pending.set(lesson, [...facts, ...(pending.get(lesson) ?? [])]);
        failed(error);
        return;
      }
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    return pending.size === 0 ? queue.then(() => undefined) : inTurn(writeAll);
  }

  return {
    load(lesson) {
      if (isOff()) return Promise.resolve(of(lesson));
      let found = loaded.get(lesson);
      if (!found) {
        found = inTurn((place) => read(place, lesson));
        loaded.set(lesson, found);
      }
      return found.then(() => of(lesson));
    },
    loadAll: () => (isOff() ? Promise.resolve(new Map()) : flush().then(() => inTurn(readAll))),
    record(lesson, fact) {
      const happened = { fact, at: now() };
      known.set(lesson, after(of(lesson), happened));
      if (!isOff()) {
        pending.set(lesson, [...(pending.get(lesson) ?? []), happened]);
        clearTimeout(timer);
        timer = setTimeout(() => void flush(), delay);
      }
      tell(lesson);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush,
    change: (lesson, join) =>
      inTurn(async (place) => {
        take(lesson, await within(patience, 'Storage', place.write(lesson, join)));
        tell(lesson);
      }),
    erase: (lessons) =>
      inTurn(async (place) => {
        await within(patience, 'Storage', place.erase(lessons));
        for (const lesson of lessons) {
          pending.delete(lesson);
          loaded.delete(lesson);
          stored.delete(lesson);
          known.delete(lesson);
          tell(lesson);
        }
      }),
    problem: () => trouble,
  };
}

/** A fact that would make the record unreadable leaves it as it is. */
function after(progress: LessonProgress, { fact, at }: Happened): LessonProgress {
  const next = withFact(progress, fact, at);
  return toProgress(next) ? next : progress;
}
