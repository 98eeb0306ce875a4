/**
 * A note beside the database, so that a page can show where its reader stands without opening it: how much of each
 * lesson is done, where the reader was last, and whether anything is to be kept at all. Every page reads it as it
 * loads, so this is written without a library of schemas.
 */
export interface ProgressNote {
  /** Of each lesson the part that is done, above 0 and at most 1. */
  done: ReadonlyMap<string, number>;
  last: LastPlace | null;
  /** The reader wants nothing kept. */
  off: boolean;
}

export interface LastPlace {
  lesson: string;
  /** The part of the lesson: its address in the page and its title, both empty at the top. */
  anchor: string;
  label: string;
}

export const noteKey = 'descent.progress';

/** @param stored what was found; anything that is no note counts as none */
export function readNote(stored: string | null): ProgressNote {
  const found = fieldsOf(parse(stored));
  const last = fieldsOf(found['last']);
  const { lesson, anchor, label } = last;
  return {
    done: new Map(Object.entries(fieldsOf(found['done'])).filter(isPart)),
    last:
      isText(lesson) && isText(anchor) && isText(label) && lesson !== '' ? { lesson, anchor, label } : null,
    off: found['off'] === true,
  };
}

export const writeNote = ({ done, last, off }: ProgressNote): string =>
  JSON.stringify({ done: Object.fromEntries(done), last, off });

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 200;

const isPart = (entry: [string, unknown]): entry is [string, number] =>
  typeof entry[1] === 'number' && entry[1] > 0 && entry[1] <= 1;
