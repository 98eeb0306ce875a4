/** A gradebook exported from Canvas, as a list of who is in the class. */
import { fold } from './names.ts';
import { type LeftOut, type StudentMarks } from './gradebook.ts';

export interface CanvasRoster {
  /** The headers that say who somebody is, from the name to the section, as the file has them. */
  header: readonly string[];
  /** The row that tells each column's points. */
  pointsRow: readonly string[] | null;
  /** The students' rows, whole. */
  rows: readonly (readonly string[])[];
  /** What stands right of the section: custom columns, assignments as `Title (id)`, totals; by its place in a row. */
  columns: readonly { title: string; place: number }[];
}

/** The columns in which Canvas looks for a student, in this order. */
const identifiers = ['SIS Login ID', 'SIS User ID', 'ID'] as const;

/** @returns the roster, or `null` where the table is no export of Canvas's gradebook */
export function readRoster(table: readonly (readonly string[])[]): CanvasRoster | null {
  const [header = [], ...rest] = table;
  const titles = header.map((title) => title.trim());
  const section = titles.indexOf('Section');
  const named = titles[0] === 'Student' || (titles[0] === 'LastName' && titles[1] === 'FirstName');
  if (!named || !titles.slice(0, Math.max(section, 0)).includes('ID')) return null;
  const isPoints = (row: readonly string[]): boolean => row[0]?.includes('Points Possible') ?? false;
  const isStudent = (row: readonly string[]): boolean =>
    !isPoints(row) && row.slice(0, section).some((cell) => cell.trim() !== '');
  return {
    header: header.slice(0, section + 1),
    pointsRow: rest.find(isPoints) ?? null,
    rows: rest.filter(isStudent),
    columns: titles.slice(section + 1).map((title, index) => ({ title, place: section + 1 + index })),
  };
}

export interface RosterMatch {
  /** The marks of a row, by the row's place among the students. */
  marks: ReadonlyMap<number, StudentMarks>;
  leftOut: readonly LeftOut[];
  /** Found by the name alone, which others may share or type. */
  byName: readonly string[];
}

/**
 * Finds each student's row by the key, else by the name. Where several rows fit a student, or several students one row,
 * nobody is chosen.
 */
export function matchRoster(roster: CanvasRoster, students: readonly StudentMarks[]): RosterMatch {
  const find = createFinder(roster);
  const found = students.map((marks) => ({ marks, ...find(marks) }));
  const claims = new Map<number, number>();
  for (const { rows } of found)
    if (rows.length === 1) for (const row of rows) claims.set(row, (claims.get(row) ?? 0) + 1);
  const marks = new Map<number, StudentMarks>();
  const leftOut: LeftOut[] = [];
  const byName: string[] = [];
  for (const { marks: each, rows, name } of found) {
    const [row] = rows;
    const { student } = each;
    if (row === undefined) leftOut.push({ student, why: 'not in the roster' });
    else if (rows.length > 1) leftOut.push({ student, why: 'several rows fit' });
    else if ((claims.get(row) ?? 0) > 1) leftOut.push({ student, why: 'several students claim it' });
    else {
      marks.set(row, each);
      if (name) byName.push(student);
    }
  }
  return { marks, leftOut, byName };
}

type Finder = (marks: StudentMarks) => { rows: readonly number[]; name: boolean };

function createFinder({ header, rows }: CanvasRoster): Finder {
  const titles = header.map((title) => title.trim());
  const keys = identifiers
    .map((title) => titles.indexOf(title))
    .filter((place) => place >= 0)
    .map((place) => index(rows, (row) => [row[place] ?? '']));
  const names = index(rows, titles[0] === 'Student' ? namesOf : lastAndFirst);
  return ({ key, student }) => {
    const byKey = keys.map((places) => places.get(fold(key))).find((places) => places !== undefined);
    return byKey ? { rows: byKey, name: false } : { rows: names.get(fold(student)) ?? [], name: true };
  };
}

/** Which rows have this, by each of the texts that `textsOf` gives; an empty text identifies nobody. */
function index(
  rows: CanvasRoster['rows'],
  textsOf: (row: readonly string[]) => string[],
): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, row] of rows.entries())
    for (const text of new Set(textsOf(row).map(fold)))
      if (text !== '') places.set(text, [...(places.get(text) ?? []), place]);
  return places;
}

/** `Noether, Emmy` and `Emmy Noether`. */
function namesOf([name = '']: readonly string[]): string[] {
  const [last = '', ...first] = name.split(',');
  return first.length === 0 ? [name] : [name, `${first.join(',')} ${last}`];
}

const lastAndFirst = ([last = '', first = '']: readonly string[]): string[] => namesOf([`${last}, ${first}`]);
