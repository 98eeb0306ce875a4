/** Where saved work lies: a database, or memory where there is none. */
import { join, toWork, type Draft, type Work } from './work.ts';

export interface WorkStore {
  /** Everything kept for a lesson, as found: the caller parses it. Keys are cell ids. */
  read(lesson: string): Promise<Map<string, unknown>>;
  /** Joins the draft with what is there and writes it, in one transaction. Resolves to what was written. */
  write(lesson: string, cell: string, draft: Draft): Promise<Work>;
  /** Moves a record that cannot be read out of the way, as it is. Nothing is deleted. */
  setAside(lesson: string, cell: string): Promise<void>;
}

export function createMemoryStore(): WorkStore {
  const kept = new Map<string, Work>();
  return {
    read: (lesson) =>
      Promise.resolve(
        new Map(
          [...kept]
            .filter(([key]) => key.startsWith(`${lesson}/`))
            .map(([key, work]) => [key.slice(lesson.length + 1), work]),
        ),
      ),
    write: (lesson, cell, draft) => {
      const key = `${lesson}/${cell}`;
      const written = join(draft, toWork(kept.get(key)));
      kept.set(key, written);
      return Promise.resolve(written);
    },
    setAside: (lesson, cell) => {
      kept.delete(`${lesson}/${cell}`);
      return Promise.resolve();
    },
  };
}
