/** Two states of one class's work made one. */
import { isSame, mostEntries, type Collection, type Entry } from './collection.ts';

export interface Merged {
  collection: Collection;
  /** Files that were in one of them only. */
  added: number;
  /** Files of the other for which there was no room. */
  lost: number;
}

/**
 * The files of both. Where both have a file, points and results of the first stay; a comment that differs is put behind
 * that of the other, so that no word is lost.
 */
export function mergeCollections(first: Collection, other: Collection): Merged {
  const entries = [...first.entries];
  let [added, lost] = [0, 0];
  for (const entry of other.entries) {
    const at = entries.findIndex((each) => isSame(each, entry));
    const known = entries[at];
    if (known) entries[at] = join(known, entry);
    else if (entries.length >= mostEntries) lost += 1;
    else {
      entries.push(entry);
      added += 1;
    }
  }
  return { collection: { assignment: first.assignment, entries }, added, lost };
}

function join(entry: Entry, other: Entry): Entry {
  const comments = new Map(other.comments);
  for (const [key, text] of entry.comments) {
    const before = comments.get(key)?.trim() ?? '';
    const apart =
      before !== '' && text.trim() !== '' && !text.includes(before) && !before.includes(text.trim());
    comments.set(
      key,
      apart ? `${before}\n${text}`.slice(0, 10_000) : text.length > before.length ? text : before,
    );
  }
  return {
    ...entry,
    found: new Map([...other.found, ...entry.found]),
    points: new Map([...other.points, ...entry.points]),
    ...(other.chosen && { chosen: true }),
    comments,
  };
}
