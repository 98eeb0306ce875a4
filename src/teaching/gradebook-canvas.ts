/** A file for Canvas's gradebook (Grades → Import). */
import { totalPoints } from './assignment.ts';
import { matchRoster, readRoster, type CanvasRoster } from './canvas-roster.ts';
import { writeCsv, type Cell } from './csv.ts';
import { fold } from './names.ts';
import { gradeOf, type LeftOut, type MarkedAssignment } from './gradebook.ts';

export interface CanvasFile {
  text: string;
  leftOut: readonly LeftOut[];
  /** Students whose row was found by their name alone. */
  byName: readonly string[];
  /** What the teacher should know before importing, in sentences. */
  warnings: readonly string[];
}

/** Canvas skips a column whose header has one of these, as it is one of its own. */
const reserved = /(?:Current|Final) (?:Score|Points|Grade)|Override (?:Score|Grade|Status)/u;

/**
 * Columns: Student, ID, SIS User ID, SIS Login ID, Section, and the assignment; below the header the row “Points Possible”.
 * Without a roster the key is written as SIS Login ID. With one (the rows of a gradebook exported from Canvas, as `readCsv`
 * gives them) its own rows, ids and sections are kept, and one column is filled: the assignment's own, if the roster has it
 * (`Title (id)`), otherwise a new one. Cells without a mark keep what the roster has, for an empty one deletes a grade.
 *
 * Sources, read on 2026-11-21: Canvas's own code, instructure/canvas-lms, lib/gradebook_importer.rb (what it takes) and
 * lib/gradebook_exporter.rb (what a roster looks like). Reported: Canvas's guide “How do I import grades in the Gradebook”
 * (https://community.canvaslms.com/t5/Instructor-Guide/How-do-I-import-grades-in-the-Gradebook/ta-p/807), which could not
 * be opened itself and is told in https://github.com/ucfopen/Materia/issues/1071 and
 * https://github.com/PrairieLearn/PrairieLearn/issues/4547 (Section must be there and may be empty).
 * @returns a fault where the roster is no export of Canvas
 */
export function canvasCsv(
  marked: MarkedAssignment,
  roster?: readonly (readonly string[])[],
): CanvasFile | { fault: string } {
  if (!roster) return withoutRoster(marked);
  const read = readRoster(roster);
  if (!read)
    return { fault: 'This is no gradebook exported from Canvas: it begins with Student, ID … Section.' };
  return withRoster(marked, read);
}

function withoutRoster(marked: MarkedAssignment): CanvasFile {
  const header = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', marked.title];
  const points: Cell[] = ['    Points Possible', '', '', '', '', totalPoints(marked)];
  const graded = marked.students.filter((marks) => gradeOf(marks) !== null);
  const rows = graded.map((marks): Cell[] => [marks.student, '', '', marks.key.trim(), '', gradeOf(marks)]);
  return {
    text: writeCsv([header, points, ...rows]),
    leftOut: marked.students
      .filter((marks) => gradeOf(marks) === null)
      .map(({ student }) => ({ student, why: 'nothing handed in' })),
    byName: [],
    warnings: warnOfTitle(marked.title),
  };
}

function withRoster(marked: MarkedAssignment, roster: CanvasRoster): CanvasFile {
  const { header, pointsRow, rows } = roster;
  const own = columnsOf(marked.title, roster);
  const cell = (row: readonly string[]): string => (own[0] && row[own[0].place]) ?? '';
  const who = (row: readonly string[]): string[] => header.map((_, place) => row[place] ?? '');
  const { marks, leftOut, byName } = matchRoster(roster, marked.students);
  const points = pointsRow && own[0] ? cell(pointsRow) : totalPoints(marked);
  const filled = rows.map((row, place): Cell[] => {
    const found = marks.get(place);
    return [...who(row), (found && gradeOf(found)) ?? cell(row)];
  });
  return {
    text: writeCsv([
      [...header, own[0]?.title ?? marked.title],
      [...who(pointsRow ?? ['    Points Possible']), points],
      ...filled,
    ]),
    ...{ leftOut, byName },
    warnings: [
      ...warnOfTitle(marked.title),
      ...warnOfColumns(own),
      ...warnOfPoints(points, totalPoints(marked)),
    ],
  };
}

/** The roster's columns of this assignment; Canvas writes its number behind the title. */
const columnsOf = (title: string, { columns }: CanvasRoster): CanvasRoster['columns'] =>
  columns.filter((column) => fold(column.title.replace(/\s*\(\d+\)$/u, '')) === fold(title));

const warnOfTitle = (title: string): string[] =>
  reserved.test(title)
    ? [`Canvas takes “${title}” for a column of its own and skips it: give the column another title.`]
    : [];

const warnOfColumns = (own: CanvasRoster['columns']): string[] =>
  own.length > 1 ? [`Several columns have this title; “${own[0]?.title ?? ''}” was filled.`] : [];

function warnOfPoints(points: Cell, reached: number): string[] {
  const possible = Number(String(points).replace(',', '.'));
  return possible === reached
    ? []
    : [`In Canvas this assignment is out of ${String(points) || 'nothing'}, here it is out of ${reached}.`];
}
