/** The reader's progress as the elements of a page see it: one book, in the browser's database. */
import { createProgressBook, type ProgressBook } from '../../learning/progress-book.ts';
import { openProgress } from '../../learning/progress-database.ts';
import { isOff } from './note.ts';

export type { ProgressBook } from '../../learning/progress-book.ts';

let book: ProgressBook | undefined;

/** One book serves the page. */
export const progressBook = (): ProgressBook => (book ??= openBook());

function openBook(): ProgressBook {
  const opened = createProgressBook({ open: openProgress, isOff });
  const write = (): void => void opened.flush();
  addEventListener('pagehide', write);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') write();
  });
  return opened;
}
