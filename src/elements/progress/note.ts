/** The note about progress in this browser; where storage is denied it lasts as long as the page. */
import { noteKey, readNote, writeNote, type ProgressNote } from '../../learning/progress-note.ts';

let unkept = readNote(null);

export function progressNote(): ProgressNote {
  try {
    return readNote(localStorage.getItem(noteKey));
  } catch {
    return unkept;
  }
}

export function changeNote(change: Partial<ProgressNote>): void {
  unkept = { ...progressNote(), ...change };
  try {
    localStorage.setItem(noteKey, writeNote(unkept));
  } catch {
    // Denied or full: the database still knows.
  }
}

/** @param part from 0 to 1 */
export function noteDone(lesson: string, part: number): void {
  const done = new Map(progressNote().done);
  done.delete(lesson);
  if (part > 0) done.set(lesson, part);
  changeNote({ done });
}

export const isOff = (): boolean => progressNote().off;
