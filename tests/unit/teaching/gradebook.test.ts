import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../src/teaching/csv.ts';
import { canvasCsv, type CanvasFile } from '../../../src/teaching/gradebook-canvas.ts';
import { moodleCsv } from '../../../src/teaching/gradebook-moodle.ts';
import { plainCsv, type MarkedAssignment, type StudentMarks } from '../../../src/teaching/gradebook.ts';

const marks = (student: string, key: string, more: Partial<StudentMarks> = {}): StudentMarks => ({
  ...{ student, key, points: [2, 1.5], total: 3.5, late: false, comment: '' },
  ...more,
});

const nothing = { points: [null, null], total: 0 };

const marked = (...students: StudentMarks[]): MarkedAssignment => ({
  title: 'Week 3',
  items: [
    { title: 'Cost', points: 2 },
    { title: 'Rates', points: 3 },
  ],
  students,
});

const rowsOf = (text: string): string[][] => {
  const read = readCsv(text);
  if ('fault' in read) throw new Error(read.fault);
  return read.rows;
};

const canvas = (of: MarkedAssignment, roster?: string[][]): CanvasFile => {
  const file = canvasCsv(of, roster);
  if ('fault' in file) throw new Error(file.fault);
  return file;
};

const evil = '=HYPERLINK("http://x","y")';
const startsFormula = /^\s*[=+\-@]/u;

describe('the plain table', () => {
  test('has a column for each item, the total, whether it was late, and the comment', () => {
    const text = plainCsv(
      marked(
        marks('Ann', 'a1', { late: true, comment: 'Well done,\nAnn' }),
        marks('Bo', '', { points: [null, 1 / 3], total: 1 / 3 }),
      ),
    );
    expect(rowsOf(text)).toEqual([
      ['Student', 'Key', 'Cost (out of 2)', 'Rates (out of 3)', 'Total', 'Out of', 'Late', 'Comment'],
      ['Ann', 'a1', '2', '1.5', '3.5', '5', 'yes', 'Well done,\nAnn'],
      ['Bo', '', '', '0.3333', '0.3333', '5', '', ''],
    ]);
    expect(plainCsv(marked(), { bom: true }).startsWith('\ufeff')).toBe(true);
  });

  test('holds no formula from any text in it, in any of the three files', () => {
    const of = marked(marks(evil, evil, { comment: evil }), marks('@b', 'b', { comment: '+1' }));
    const bad = { ...of, title: evil, items: [{ title: evil, points: 5 }] };
    const roster = [
      ['Student', 'ID', 'SIS Login ID', 'Section', `${evil} (7)`],
      [evil, evil, evil, evil, evil],
    ];
    const files = [
      plainCsv(bad),
      canvas(bad).text,
      canvas(bad, roster).text,
      moodleCsv(bad, { by: 'email' }).text,
    ];
    for (const text of files) for (const cell of rowsOf(text).flat()) expect(cell).not.toMatch(startsFormula);
    expect(rowsOf(files[0]!).flat()).toContain(`'${evil}`);
  });
});

describe('for Canvas, without a roster', () => {
  test('has its columns, the row of points, and the key as SIS Login ID', () => {
    const file = canvas(marked(marks('Ann Lee', ' ann1 '), marks('Bo', 'bo', nothing)));
    expect(rowsOf(file.text)).toEqual([
      ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Week 3'],
      ['    Points Possible', '', '', '', '', '5'],
      ['Ann Lee', '', '', 'ann1', '', '3.5'],
    ]);
    expect(file.leftOut).toEqual([{ student: 'Bo', why: 'nothing handed in' }]);
  });

  test('warns of a title that Canvas takes for its own', () => {
    expect(canvas({ ...marked(), title: 'Final Score of May' }).warnings[0]).toContain('another title');
    expect(canvas(marked()).warnings).toEqual([]);
  });
});

describe('for Canvas, with a roster', () => {
  const roster = [
    ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Notes', 'Week 3 (812)', 'Current Score'],
    ['', '', '', '', '', '', 'Manual Posting', ''],
    ['    Points Possible', '', '', '', '', '', '5.00', '(read only)'],
    ['Lee, Ann', '11', 'u-1', 'ann@x.org', 'Mon and Tue', 'n', '', '90'],
    ['Diaz, Bo', '12', 'u-2', 'bo@x.org', 'Mon', '', '4.00', '80'],
    ['Ng, Cy', '13', 'u-3', 'cy@x.org', 'Mon', '', 'EX', ''],
    ['__proto__', '14', '__proto__', 'constructor', 'Tue', '', 'N/A', ''],
    ['Student, Test', '15', '', 'f00d', 'Mon', '', '', ''],
  ];
  const header = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Week 3 (812)'];

  test('its rows, ids and sections stay; the column of the assignment is filled', () => {
    const file = canvas(marked(marks('Ann', 'ANN@x.org'), marks('Cy', '13', { total: 5 })), roster);
    expect(rowsOf(file.text)).toEqual([
      header,
      ['    Points Possible', '', '', '', '', '5.00'],
      ['Lee, Ann', '11', 'u-1', 'ann@x.org', 'Mon and Tue', '3.5'],
      ['Diaz, Bo', '12', 'u-2', 'bo@x.org', 'Mon', '4.00'],
      ['Ng, Cy', '13', 'u-3', 'cy@x.org', 'Mon', '5'],
      ['__proto__', '14', '__proto__', 'constructor', 'Tue', 'N/A'],
      ['Student, Test', '15', '', 'f00d', 'Mon', ''],
    ]);
    expect(file).toMatchObject({ leftOut: [], byName: [], warnings: [] });
  });

  test('a student is found by login, number or id, else by the name, either way round', () => {
    const find = (student: string, key: string): string | undefined =>
      rowsOf(canvas(marked(marks(student, key, { total: 1.25 })), roster).text).find(
        (row) => row.at(-1) === '1.25',
      )?.[1];
    expect(find('x', 'bo@x.org')).toBe('12');
    expect(find('x', 'U-2')).toBe('12');
    expect(find('x', ' 12 ')).toBe('12');
    expect(find('bo  diaz', '')).toBe('12');
    expect(find('Diaz, Bo', 'unknown')).toBe('12');
    expect(find('x', '__proto__')).toBe('14');
    expect(find('constructor', '')).toBeUndefined();
    expect(find('x', 'toString')).toBeUndefined();
    expect(canvas(marked(marks('Bo Diaz', '')), roster).byName).toEqual(['Bo Diaz']);
  });

  test('nobody is dropped: who is not found, or claims what another claims, is told', () => {
    const twins = [...roster, ['Lee, Ann', '16', '', 'ann2@x.org', 'Tue', '', '', '']];
    const file = canvas(
      marked(
        marks('Eve', 'eve'),
        marks('Ann Lee', ''),
        marks('Bo', '12'),
        marks('Mallory', 'bo@x.org'),
        marks('Cy', '13', nothing),
      ),
      twins,
    );
    expect(file.leftOut).toEqual([
      { student: 'Eve', why: 'not in the roster' },
      { student: 'Ann Lee', why: 'several rows fit' },
      { student: 'Bo', why: 'several students claim it' },
      { student: 'Mallory', why: 'several students claim it' },
    ]);
    const cells = rowsOf(file.text).map((row) => row.at(-1));
    expect(cells).toEqual(['Week 3 (812)', '5.00', '', '4.00', 'EX', 'N/A', '', '']);
  });

  test('without a column of the assignment a new one comes; first and last names may be apart', () => {
    const file = canvas({ ...marked(marks('Ann Lee', 'u-1')), title: 'Week 4' }, [
      ['LastName', 'FirstName', 'ID', 'SIS Login ID', 'Section', 'Week 3 (812)'],
      ['Lee', 'Ann', '11', 'ann', 'Mon', '2'],
    ]);
    expect(rowsOf(file.text)).toEqual([
      ['LastName', 'FirstName', 'ID', 'SIS Login ID', 'Section', 'Week 4'],
      ['    Points Possible', '', '', '', '', '5'],
      ['Lee', 'Ann', '11', 'ann', 'Mon', '3.5'],
    ]);
    expect(file.byName).toEqual(['Ann Lee']);
  });

  test('other points in Canvas, and two columns of one title, are told', () => {
    const other = roster.map((row) => row.map((cell) => cell.replace('5.00', '10,0')));
    expect(canvas(marked(), other).warnings[0]).toContain('out of 10,0, here it is out of 5');
    const twice = roster.map((row) => row.map((cell) => cell.replace('Notes', 'week 3 (7)')));
    expect(canvas(marked(), twice).warnings[0]).toContain('Several columns');
  });

  test('another table is refused', () => {
    for (const table of [
      [],
      [[]],
      [['name', 'id']],
      [['Student', 'Section']],
      [['Name', 'ID', 'Section']],
      [['Section', 'Student', 'ID']],
    ])
      expect(canvasCsv(marked(), table)).toMatchObject({
        fault: expect.stringContaining('no gradebook') as string,
      });
  });
});

describe('for Moodle', () => {
  test('has the key under its name, the grade and the feedback', () => {
    const of = marked(
      marks('Ann', ' ann ', { late: true, comment: ' Fine.\nGo on. ' }),
      marks('Bo', 'bo', { points: [0, null], total: 0 }),
    );
    expect(rowsOf(moodleCsv(of, { by: 'username' }).text)).toEqual([
      ['Username', 'Week 3', 'Week 3 (Feedback)'],
      ['ann', '3.5', 'Handed in late. Fine.\nGo on.'],
      ['bo', '0', ''],
    ]);
    expect(moodleCsv(of, { by: 'email' }).text).toMatch(/^Email address,/);
    expect(moodleCsv(of, { by: 'idnumber' }).text).toMatch(/^ID number,/);
  });

  test('a row that would end the import, or go to another student, is left out and told', () => {
    const file = moodleCsv(
      marked(
        marks('Ann', '  '),
        marks('Bo', 'Same'),
        marks('Cy', 'same '),
        marks('Di', '=x'),
        marks('Ed', 'ed', nothing),
        marks('Fay', '__proto__'),
      ),
      { by: 'idnumber' },
    );
    expect(file.leftOut).toEqual([
      { student: 'Ann', why: 'no key' },
      { student: 'Bo', why: 'several students claim it' },
      { student: 'Cy', why: 'several students claim it' },
      { student: 'Di', why: 'no key' },
      { student: 'Ed', why: 'nothing handed in' },
    ]);
    expect(rowsOf(file.text).slice(1)).toEqual([['__proto__', '3.5', '']]);
  });
});
