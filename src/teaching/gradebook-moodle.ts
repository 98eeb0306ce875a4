/** A file for Moodle's grade import (Grades → Import → CSV file). */
import { inert, writeCsv } from './csv.ts';
import { fold } from './names.ts';
import { feedbackOf, gradeOf, type LeftOut, type MarkedAssignment, type StudentMarks } from './gradebook.ts';

/** Moodle's names for what identifies a user: the words of “Map to” in the import, and the headers of its exports. */
const headers = { username: 'Username', email: 'Email address', idnumber: 'ID number' } as const;

export interface MoodleFile {
  text: string;
  leftOut: readonly LeftOut[];
}

/**
 * Columns: what identifies the user, the grade under the assignment's title, `<title> (Feedback)`. In the import the teacher
 * maps the first (“Map from”, “Map to”), the grade to a grade item whose maximum is `outOf(marked)`, and the feedback.
 *
 * Sources, read on 2026-11-21: https://docs.moodle.org/311/en/Grade_import (grade and feedback are imported together, or
 * the grades of that item are lost; e-mail addresses are compared with their case), and Moodle's own code (moodle/moodle):
 * grade/import/csv/classes/load_data.php, grade/import/direct/classes/mapping_form.php,
 * grade/tests/behat/grade_import.feature. By that code one unknown user, or one grade above the item's maximum, ends the
 * whole import, and the mark of a row without a key goes to the user of the row before. So a row is left out, and its
 * student returned, where the key is empty, is shared, or begins like a formula (`csv.ts` would change it).
 */
export function moodleCsv(marked: MarkedAssignment, { by }: { by: keyof typeof headers }): MoodleFile {
  const counts = new Map<string, number>();
  for (const { key } of marked.students) counts.set(fold(key), (counts.get(fold(key)) ?? 0) + 1);
  const judged = marked.students.map((marks) => ({ marks, why: whyNot(marks, counts) }));
  const rows = judged
    .filter(({ why }) => why === null)
    .map(({ marks }) => [marks.key.trim(), gradeOf(marks), feedbackOf(marks)]);
  return {
    text: writeCsv([[headers[by], marked.title, `${marked.title} (Feedback)`], ...rows]),
    leftOut: judged.flatMap(({ marks: { student }, why }) => (why === null ? [] : [{ student, why }])),
  };
}

function whyNot(marks: StudentMarks, counts: ReadonlyMap<string, number>): LeftOut['why'] | null {
  const key = marks.key.trim();
  if (key === '' || inert(key) !== key) return 'no key';
  if ((counts.get(fold(key)) ?? 0) > 1) return 'several students claim it';
  return gradeOf(marks) === null ? 'nothing handed in' : null;
}
