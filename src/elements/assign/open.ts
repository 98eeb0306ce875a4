/** An assignment that its maker opens again: from the file, or from the link that was given out. */
import type { Assignment } from '../../teaching/assignment.ts';
import { belongsTo } from '../../teaching/brought.ts';
import { readAssignment } from '../../teaching/files.ts';
import { readFragment } from '../../teaching/link.ts';

export type Opened = Assignment | Refused;
export interface Refused {
  fault: string;
  /** Where the file belongs. */
  to?: 'collect';
}

/** Bytes of a file that are read at all. */
const most = 1_000_001;

export async function openFile(file: Blob): Promise<Opened> {
  try {
    const fault = await belongsTo(file);
    if (fault !== null) return { fault, to: 'collect' };
    return await readAssignment(new Uint8Array(await file.slice(0, most).arrayBuffer()));
  } catch {
    return { fault: 'The browser could not read this file. Choose it again.' };
  }
}

/** @param text a link, or anything with one in it, as a message to students */
export async function openLink(text: string): Promise<Opened> {
  const fragment = /#a=\S*/u.exec(text.slice(0, 200_000))?.[0] ?? '';
  const read = await readFragment(fragment, 'Copy it again, whole.');
  return read ?? { fault: 'This is no link to an assignment: there is no “#a=” in it. Copy it whole.' };
}
