/** A file of feedback for each student, with names that any system takes. */
import type { Row } from './collection.ts';
import { fold } from './names.ts';
import { ownerOf } from './owner.ts';

export interface NamedRow {
  row: Row;
  /** In the zip, with folders. */
  path: string;
}

/**
 * @param moodle puts each file into the folder in which Moodle gave the student's work out, and takes it back; those whose
 * file did not come so lie beside the folders
 */
export function nameFeedback(rows: readonly Row[], { moodle }: { moodle: boolean }): NamedRow[] {
  const taken = new Set<string>();
  return rows.map((row) => {
    const owner = moodle ? ownerOf(row.entry.file) : null;
    const whole =
      owner?.from === 'moodle'
        ? `${fileName(owner.name)}_${owner.id}_assignsubmission_file_/feedback`
        : fileName(row.student);
    let path = whole;
    for (let count = 2; taken.has(fold(path)); count += 1) path = `${whole} (${count})`;
    taken.add(fold(path));
    return { row, path: `${path}.txt` };
  });
}

/** Names that Windows keeps for itself. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/iu;

/** A text as the name of a file: no folders, no marks that cannot be seen, none of what a system forbids. */
export function fileName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[\\/:*?"<>|]+/gu, '-')
    .replace(/\s+/gu, ' ');
  const short = Array.from(plain)
    .slice(0, 80)
    .join('')
    .replace(/^[\s.~-]+|[\s.]+$/gu, '');
  return short === '' || reserved.test(short) ? `student ${short}`.trim() : short;
}
