/** The note about progress in this browser; where storage is denied it lasts as long as the page. */
import { noteKey, readNote, type ProgressNote } from '../../learning/progress-note.ts';

let unkept: ProgressNote = { done: {} };

export function progressNote(): ProgressNote {
  try {
    return readNote(localStorage.getItem(noteKey));
  } catch {
    return unkept;
  }
}

export function changeNote(change: (note: ProgressNote) => ProgressNote): void {
  unkept = change(progressNote());
  try {
    localStorage.setItem(noteKey, JSON.stringify(unkept));
  } catch {
    // Denied or full: the database still knows.
  }
}

export const isOff = (): boolean => progressNote().off === true;
