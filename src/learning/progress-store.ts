/** Where progress lies: a database, or memory where there is none. */
import { toProgress, type LessonProgress } from './progress.ts';

export interface ProgressStore {
  /** What is kept of a lesson, as found: the caller parses it. `undefined` where nothing is. */
  read(lesson: string): Promise<unknown>;
  /** Everything that is kept, as found, by lesson. */
  readAll(): Promise<Map<string, unknown>>;
  /**
   * Puts in place of what is kept what `change` makes of it, in one transaction, so that pages that write at once lose
   * nothing of each other. `change` is given `null` where nothing is kept or what is kept cannot be read; a record that
   * cannot be read is set aside first. Resolves to what was written.
   */
  write(lesson: string, change: (found: LessonProgress | null) => LessonProgress): Promise<LessonProgress>;
  /** Moves a record that cannot be read out of the way, as it is. Nothing is deleted. */
  setAside(lesson: string): Promise<void>;
  erase(lessons: readonly string[]): Promise<void>;
}

/** @param known what it begins with */
export function createMemoryProgress(known: Iterable<[string, LessonProgress]> = []): ProgressStore {
  const kept = new Map<string, unknown>(known);
  return {
    read: (lesson) => Promise.resolve(kept.get(lesson)),
    readAll: () => Promise.resolve(new Map(kept)),
    write(lesson, change) {
      const written = change(toProgress(kept.get(lesson)));
      kept.set(lesson, written);
      return Promise.resolve(written);
    },
    setAside(lesson) {
      kept.delete(lesson);
      return Promise.resolve();
    },
    erase(lessons) {
      for (const lesson of lessons) kept.delete(lesson);
      return Promise.resolve();
    },
  };
}
