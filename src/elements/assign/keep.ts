/** The draft, kept in this browser so that a reload loses nothing. */
import { draft, type Draft } from '../../teaching/draft.ts';

const key = 'descent.assign';
/** Characters that are read or written at all. */
const most = 400_000;

/** `null` where nothing is kept, or nothing that can be used. */
export function loadDraft(): Draft | null {
  try {
    const text = localStorage.getItem(key) ?? '';
    if (text === '' || text.length > most) return null;
    const read = draft.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Where the browser keeps nothing, the page works all the same until it is closed. */
export function keepDraft(of: Draft): void {
  try {
    const text = JSON.stringify(of);
    if (text.length <= most) localStorage.setItem(key, text);
  } catch {
    // Full or denied.
  }
}
