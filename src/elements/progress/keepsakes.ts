/** All that this browser keeps of its reader: progress and saved work, to be taken along, brought back or erased. */
import { openWorkArchive, type WorkArchive } from '../../learning/database.ts';
import type { ProgressBook } from '../../learning/progress-book.ts';
import type { ProgressFile } from '../../learning/progress-file.ts';
import { mergeProgress, mergeWork } from '../../learning/progress-merge.ts';
import { within } from '../../learning/timeout.ts';
import { changeNote, noteDone, progressNote } from './note.ts';

export interface Keepsakes {
  /** @param lesson all of them when missing */
  collect(lesson?: string): Promise<ProgressFile>;
  /** Joins with what is there. Rejects where the browser refuses. */
  add(file: ProgressFile): Promise<void>;
  /** Erases what `collect` gave. Rejects where the browser refuses. */
  erase(file: ProgressFile): Promise<void>;
}

const patience = 2_000;

export function createKeepsakes(book: ProgressBook): Keepsakes {
  const archive = (): Promise<WorkArchive> => within(patience, 'Storage', openWorkArchive());
  return {
    async collect(lesson) {
      const wanted = (id: string): boolean => lesson === undefined || id === lesson;
      const lessons = await book.loadAll();
      // Where nothing can be read there is no work to take along.
      const work = await archive().then(
        (place) => place.readAll(),
        () => new Map<string, never>(),
      );
      return {
        lessons: new Map([...lessons].filter(([id]) => wanted(id))),
        work: new Map([...work].filter(([key]) => wanted(lessonOf(key)))),
      };
    },
    async add({ lessons, work }) {
      for (const [lesson, given] of lessons)
        await book.change(lesson, (known) => (known ? mergeProgress(known, given) : given));
      if (work.size === 0) return;
      const place = await archive();
      for (const [key, given] of work) {
        await place.change(key, (known) => mergeWork(known, given));
        leaveWorkNote(lessonOf(key));
      }
    },
    async erase({ lessons, work }) {
      await book.erase([...lessons.keys()]);
      for (const lesson of lessons.keys()) noteDone(lesson, 0);
      const last = progressNote().last;
      if (last && lessons.has(last.lesson)) changeNote({ last: null });
      if (work.size > 0) await (await archive()).erase([...work.keys()]);
    },
  };
}

const lessonOf = (key: string): string => key.slice(0, key.indexOf('/'));

/** A cell looks for this note to know whether anything is kept for its lesson. */
function leaveWorkNote(lesson: string): void {
  try {
    localStorage.setItem(`descent.work.${lesson}`, '1');
  } catch {
    // Without the note the next visit opens the database to see.
  }
}
