/** A file that somebody brings: told apart by what is in it, whatever it is called. */
import type { Assignment } from './assignment.ts';
import type { Collection } from './collection.ts';
import { largest as largestFiles, readAssignment, readCollection } from './files.ts';
import { headOf } from './packing.ts';
import { largest, readSubmission, type ReadSubmission } from './submission.ts';

export type Brought =
  | { kind: 'assignment'; assignment: Assignment }
  | { kind: 'collection'; collection: Collection }
  | { kind: 'submission'; read: ReadSubmission }
  | { kind: 'fault'; fault: string };

/** What the beginning of a file says it is. */
export type Sort = 'assignment' | 'collection' | 'submission' | 'zip' | 'unknown';

/** Bytes of the file, and characters of the text, that are looked at. */
const head = { bytes: 65_536, text: 4_096 } as const;

export async function sortOf(file: Blob): Promise<Sort> {
  const { sort, text, packed } = await look(file);
  if (sort) return sort;
  // Damaged or hostile, but in the form of a submission: it is read, and says what is wrong.
  return packed || /^\s*\{/u.test(text) ? 'submission' : 'unknown';
}

/** Of a file that belongs where work is taken in: what it is, in a sentence; `null` of any other. */
export async function belongsTo(file: Blob): Promise<string | null> {
  const { sort } = await look(file);
  if (sort === 'submission') return 'This is what a student handed in.';
  return sort === 'collection' ? 'This is the work of a class that you saved.' : null;
}

/** What its first bytes say; `sort` is `undefined` where they name none. */
async function look(file: Blob): Promise<{ sort: Sort | undefined; text: string; packed: boolean }> {
  const bytes = new Uint8Array(await file.slice(0, head.bytes).arrayBuffer());
  const [first, second, third] = bytes;
  // `PK` with the marks of a file, or of the end of an empty zip.
  if (first === 0x50 && second === 0x4b && (third === 3 || third === 5))
    return { sort: 'zip', text: '', packed: false };
  const packed = first === 0x1f && second === 0x8b;
  const text = packed
    ? await headOf(new Blob([bytes]), 'gzip', head.text)
    : new TextDecoder().decode(bytes.subarray(0, head.text));
  const named = /"format"\s*:\s*"descent-(?<sort>assignment|collection|submission)"/u.exec(text)?.groups;
  return { sort: named?.['sort'] as Sort | undefined, text, packed };
}

/** Reads a file that is no zip. Bytes are asked for once it is known that there are not too many. */
export async function readBrought(sort: Exclude<Sort, 'zip'>, file: Blob): Promise<Brought> {
  if (file.size === 0) return { kind: 'fault', fault: 'The file is empty.' };
  if (sort === 'unknown')
    return { kind: 'fault', fault: 'It is no file of this course: their names end with “.descent.gz”.' };
  const most = {
    assignment: largestFiles['descent-assignment'].file,
    collection: largestFiles['descent-collection'].file,
    submission: largest.file,
  }[sort];
  // One byte too many is enough for the reader's own words.
  const bytes = new Uint8Array(await file.slice(0, most + 1).arrayBuffer());
  const read = await readers[sort](bytes);
  return 'fault' in read ? { kind: 'fault', fault: read.fault } : read;
}

type Read = Brought | { fault: string };
const readers = {
  async assignment(bytes: Uint8Array<ArrayBuffer>): Promise<Read> {
    const read = await readAssignment(bytes);
    return 'fault' in read ? read : { kind: 'assignment', assignment: read };
  },
  async collection(bytes: Uint8Array<ArrayBuffer>): Promise<Read> {
    const read = await readCollection(bytes);
    return 'fault' in read ? read : { kind: 'collection', collection: read };
  },
  async submission(bytes: Uint8Array<ArrayBuffer>): Promise<Read> {
    const read = await readSubmission(bytes);
    return 'fault' in read ? read : { kind: 'submission', read };
  },
};
