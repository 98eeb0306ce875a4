/** The workbook of a lesson page: in the browser's database, with a banner while that does not work. */
import type { Version } from '../../learning/work.ts';
import { createWorkbook, type Workbook, type WorkbookEvent } from '../../learning/workbook.ts';
import { openDatabase } from '../../learning/database.ts';
import { createBanner } from './banner.ts';

export function openWorkbook(
  lesson: string,
  onConflict: (cell: string, others: readonly Version[]) => void,
): Workbook {
  const banner = createBanner(lesson, () => ({ lesson, cells: workbook.contents() }));
  const onEvent = (event: WorkbookEvent): void => {
    if (event.type === 'unsaved') banner.show(event.reason);
    else if (event.type === 'saved') banner.hide();
    else onConflict(event.cell, event.others);
  };
  const open = (): ReturnType<typeof openDatabase> => {
    leaveNote(lesson);
    return openDatabase();
  };
  const workbook = createWorkbook({ lesson, open, writer: newWriter(), onEvent });
  return workbook;
}

/** The cell looks for this note to know whether opening the database is worth while. */
function leaveNote(lesson: string): void {
  try {
    localStorage.setItem(`descent.work.${lesson}`, '1');
  } catch {
    // Without the note the next visit opens the database to see.
  }
}

/** A name for this page among those that write. By hand: browsers give UUIDs to pages with https alone. */
const newWriter = (): string =>
  [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
