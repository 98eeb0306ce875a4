/** What an assignment came to, as a table for any gradebook or spreadsheet. */
import { totalPoints } from './assignment.ts';
import { writeCsv, type CsvOptions } from './csv.ts';

export interface StudentMarks {
  student: string;
  /** What identifies the student in the gradebook: user name, number, e-mail; as typed by the student or matched from a roster. */
  key: string;
  /** By item, in the assignment's order; null where nothing was handed in. */
  points: readonly (number | null)[];
  total: number;
  late: boolean;
  comment: string;
}

export interface MarkedAssignment {
  title: string;
  items: readonly { title: string; points: number }[];
  students: readonly StudentMarks[];
}

/** A student whose mark is not in a file, and why; whoever writes the file shows them, for none may be lost. */
export interface LeftOut {
  student: string;
  why:
    'no key' | 'not in the roster' | 'several rows fit' | 'several students claim it' | 'nothing handed in';
}

/**
 * The mark that a gradebook gets, in points, or `null` where nothing was handed in: an empty cell may delete a mark that
 * the gradebook already has, and a 0 is the teacher's to give.
 */
export const gradeOf = ({ points, total }: StudentMarks): number | null =>
  points.every((each) => each === null) ? null : total;

/** What a student reads beside the mark. */
export const feedbackOf = ({ late, comment }: StudentMarks): string =>
  [late ? 'Handed in late.' : '', comment.trim()].filter((part) => part !== '').join(' ');

/** Columns: Student, Key, one for each item with its points, Total, Out of, Late (yes or empty), Comment. */
export function plainCsv(marked: MarkedAssignment, options: CsvOptions = {}): string {
  const { items, students } = marked;
  const titles = items.map(({ title, points }) => `${title} (out of ${points})`);
  const header = ['Student', 'Key', ...titles, 'Total', 'Out of', 'Late', 'Comment'];
  const rows = students.map(({ student, key, points, total, late, comment }) => [
    ...[student, key, ...items.map((_, item) => points[item] ?? null)],
    ...[total, totalPoints(marked), late ? 'yes' : '', comment],
  ]);
  return writeCsv([header, ...rows], options);
}
