import { describe, expect, test, vi } from 'vitest';
import { cellWords } from '../../../src/elements/collect/cell-words.ts';
import {
  bring,
  bringLink,
  choose,
  comment,
  emptyDesk,
  forget,
  givePoints,
  settle,
  withResults,
  type Desk,
} from '../../../src/elements/collect/desk.ts';
import {
  toCanvas,
  toFeedback,
  toMoodle,
  toPlain,
  toWork,
  readRosterFile,
} from '../../../src/elements/collect/exports.ts';
import { arrange, createLedger, sumUp, type Line } from '../../../src/elements/collect/ledger.ts';
import { createPace, durationInWords } from '../../../src/elements/collect/pace.ts';
import { createRunner, type RunnerOptions } from '../../../src/elements/collect/runner.ts';
import { shortDate, timeInWords } from '../../../src/elements/collect/words.ts';
import type { CheckReport } from '../../../src/kernel/check/check.ts';
import type { Assignable } from '../../../src/teaching/assignable.ts';
import { keyOf, type Assignment, type Item } from '../../../src/teaching/assignment.ts';
import type { Found } from '../../../src/teaching/marks.ts';
import type { Submission } from '../../../src/teaching/submission.ts';

const item = (part: string, kind: Item['kind'] = 'exercise'): Item => ({
  ...{ kind, lesson: 'cost', part, hash: 'qk2z7a', points: 4 },
});
const assignment: Assignment = {
  ...{ id: 'k3v9x2m1q8', title: 'Week 3', note: '', opens: null, due: 100, zone: 'UTC', asks: 'name' },
  policy: { tries: null, hints: true, solutions: 'always', exercises: 'whole', answers: 'last' },
  items: [item('one'), item('two'), item('quiz', 'quiz')],
  extensions: [],
};
const handed = (part: string, passed = true): Submission['items'][number] => ({
  ...{ kind: 'exercise', lesson: 'cost', part, hash: 'qk2z7a', source: `let ${part};`, others: [] },
  ...{ numbers: null, tries: 1, hints: 0, solution: false, passed, score: null, output: '' },
});
const submissionOf = (student: string, made = 1, parts = ['one', 'two'], id = assignment.id): Submission => ({
  ...{ format: 'descent-submission', version: 1, says: '', course: '', checksum: null, student, made },
  ...{ assignment: { id, title: id === assignment.id ? 'Week 3' : 'Week 2' }, lessons: [] },
  items: parts.map((part) => handed(part)),
});
const file = (student: string, made?: number, parts?: string[], id?: string) => ({
  ...{ file: `${student}.gz`, inside: null },
  what: {
    kind: 'submission' as const,
    read: { submission: submissionOf(student, made, parts, id), intact: true },
  },
});
const given = (of: Assignment, name = 'week-3.gz', inside: 'folder' | 'zip' | null = null) => ({
  ...{ file: name, inside },
  what: { kind: 'assignment' as const, assignment: of },
});
const saved = (desk: Desk, name = 'saved.gz', inside: 'folder' | 'zip' | 'others' | null = null) => ({
  ...{ file: name, inside },
  what: { kind: 'collection' as const, collection: { assignment, entries: desk.entries } },
});
const lay = (...all: Parameters<typeof bring>[1][]): Desk => all.reduce(bring, emptyDesk);
const ran = (passed: number, tests = 2): Found => ({
  ...{ kind: 'exercise', passed, tests, score: null, problem: passed === tests ? null : 'no' },
});
const names = ({ entries }: Desk): string[] => entries.map(({ file }) => file);

describe('the desk', () => {
  test('asks before it believes results that came with other files', () => {
    const forged = lay(given(assignment), file('Eve'));
    const desk = lay(saved(forged, 'eve.gz', 'others'), given(assignment), file('Ada'));
    expect(names(desk)).toEqual(['Ada.gz']);
    expect(desk.questions.map(({ kind, file }) => [kind, file])).toEqual([['collection', 'eve.gz']]);
    expect(names(lay(saved(forged)))).toEqual(['Eve.gz']);
  });

  test('takes files in any order: what was handed in waits for its assignment', () => {
    const early = lay(file('Ada'), file('Bo', 1, ['one'], 'zzzzzzzz'), file('Ada'));
    expect([early.waiting.length, early.refused]).toEqual([
      2,
      [{ file: 'Ada.gz', why: 'It is here already, as “Ada.gz”.', again: true }],
    ]);
    expect(lay(given(assignment), file('Ada'), file('Ada')).refused).toEqual(early.refused);
    const desk = bring(early, given(assignment));
    expect([desk.waiting, names(desk)]).toEqual([[], ['Ada.gz']]);
    expect(desk.refused.at(-1)).toEqual({ file: 'Bo.gz', why: 'It answers another assignment: “Week 2”.' });
  });

  test('believes no assignment and no results that lay among what was handed in', () => {
    const forged = withResults(lay(given(assignment), file('Eve')), [
      { place: 0, item: item('one'), found: ran(2) },
    ]);
    const desk = lay(
      given({ ...assignment, due: 1e12 }, 'Eve/x.gz', 'zip'),
      saved(forged, 'Eve_7_assignsubmission_file_/y.gz', 'folder'),
    );
    expect([desk.assignment, desk.entries, desk.questions]).toEqual([null, [], []]);
    expect(desk.refused.map(({ why }) => why)).toEqual([
      expect.stringContaining('among what was handed in'),
      expect.stringContaining('among what was handed in'),
    ]);
  });

  test('asks whose an assignment is that came in a folder', () => {
    const desk = lay(given(assignment, 'Week 3/week-3.gz', 'folder'), file('Ada'));
    expect([desk.assignment, desk.waiting.length]).toEqual([null, 1]);
    expect(names(settle(desk, desk.questions[0]!, true))).toEqual(['Ada.gz']);
  });

  test('asks before another assignment, another version, or saved results count', () => {
    const start = lay(given(assignment), file('Ada'));
    const later = bring(start, given({ ...assignment, due: 999 }, 'second.gz'));
    expect(later.assignment?.due).toBe(100);
    const [question] = later.questions;
    expect(settle(later, question!, false).refused.at(-1)?.why).toBe('It was left aside.');
    const yes = settle(later, question!, true);
    expect([yes.assignment?.due, yes.questions, names(yes)]).toEqual([999, [], ['Ada.gz']]);
    const marked = withResults(start, [{ place: 0, item: item('one'), found: ran(2) }]);
    const asked = bring(start, saved(marked));
    expect(asked.entries[0]?.found.size).toBe(0);
    expect(settle(asked, asked.questions[0]!, true).entries[0]?.found.size).toBe(1);
    const other = bring(start, given({ ...assignment, id: 'zzzzzzzz', title: 'Week 2' }, 'w2.gz'));
    const changed = settle(other, other.questions[0]!, true);
    expect([changed.entries, changed.era, changed.refused.at(-1)?.file]).toEqual([
      [],
      start.era + 1,
      'Ada.gz',
    ]);
  });

  test('on an empty desk saved work is opened at once', () => {
    const before = withResults(lay(given(assignment), file('Ada')), [
      { place: 0, item: item('one'), found: ran(2) },
    ]);
    const desk = lay(saved(before));
    expect([desk.assignment, desk.entries, desk.from?.kind]).toEqual([assignment, before.entries, 'saved']);
  });

  test('the file of an assignment takes the place of its link, and a link that of nothing', () => {
    const linked = bringLink(lay(file('Ada')), assignment);
    expect([linked.from?.kind, names(linked)]).toEqual(['link', ['Ada.gz']]);
    const extended = { ...assignment, extensions: [{ student: 'Ada', due: 500 }] };
    const filed = bring(linked, given(extended));
    expect([filed.from?.kind, filed.assignment?.extensions.length, filed.questions]).toEqual(['file', 1, []]);
    expect(bringLink(filed, assignment).assignment?.extensions.length).toBe(1);
    // The same file once more changes nothing.
    expect(bring(filed, given(extended))).toBe(filed);
  });

  test('keeps results, points by hand and comments, and takes them back', () => {
    const desk = withResults(lay(given(assignment), file('Ada'), file('Bo')), [
      { place: 1, item: item('one'), found: ran(2) },
      { place: 1, item: item('two'), found: ran(0) },
      { place: 7, item: item('two'), found: ran(0) },
    ]);
    expect(desk.entries.map(({ found }) => found.size)).toEqual([0, 2]);
    expect(forget(desk, 1, item('one')).entries[1]?.found.size).toBe(1);
    const by = givePoints(comment(desk, 1, '', 'Well done.'), 1, item('two'), 3);
    expect(by.entries[1]?.points.get(keyOf(item('two')))).toBe(3);
    expect(givePoints(by, 1, item('two'), null).entries[1]?.points.size).toBe(0);
    expect(comment(by, 1, '', '  ').entries[1]?.comments.size).toBe(0);
  });
});

const course = (hash = 'qk2z7a'): Assignable => ({
  chapters: [
    {
      ...{ number: 4, title: 'Learning' },
      lessons: [
        {
          ...{ id: 'cost', number: '4.2', title: 'Cost', minutes: 1 },
          parts: assignment.items.map(({ kind, part }) => ({ kind, id: part, title: part, hash, keys: [] })),
        },
      ],
    },
  ],
});
const linesOf = (desk: Desk, of = assignment): readonly Line[] =>
  createLedger(course()).lines(of, desk.entries);

describe('the ledger', () => {
  const desk = withResults(lay(given(assignment), file('Ada', 1), file('Bo', 200), file('ada ', 50)), [
    { place: 1, item: item('one'), found: ran(1) },
    { place: 1, item: item('two'), found: ran(2) },
    { place: 2, item: item('one'), found: ran(2) },
  ]);

  test('has a row for each student, sums, and what to look at', () => {
    const lines = linesOf(desk);
    expect(
      lines.map(({ row, place, handed, ran, differ }) => [row.student, place, handed, ran, differ]),
    ).toEqual([
      ['ada', 2, 2, 1, 0],
      ['Bo', 1, 2, 2, 1],
    ]);
    expect(lines[1]?.facts).toEqual([{ words: 'says more than was found', count: 1 }]);
    expect(sumUp(lines)).toEqual({ students: 2, whole: 1, handed: 4, ran: 3, differ: 1 });
    expect(lines.map(({ row }) => row.late)).toEqual([false, true]);
  });

  test('works out only what has changed', () => {
    const ledger = createLedger(course());
    const [ada, bo] = ledger.lines(assignment, desk.entries);
    const next = withResults(desk, [{ place: 1, item: item('one'), found: ran(2) }]);
    const [same, changed] = ledger.lines(assignment, next.entries);
    expect(same).toBe(ada);
    expect([changed === bo, changed?.differ]).toEqual([false, 0]);
    const [dated] = ledger.lines({ ...assignment, due: 3 }, next.entries);
    expect(dated?.row.late).toBe(true);
  });

  test('says that a file was changed, and that one name came from two accounts', () => {
    const read = { submission: submissionOf('Ada', 1), intact: false };
    const one = { ...file('Ada'), what: { kind: 'submission' as const, read } };
    const other = { ...file('Ada', 2), file: 'Eve_2_assignsubmission_file_/x.gz' };
    const [line] = linesOf(
      lay(given(assignment), { ...one, file: 'Ada_1_assignsubmission_file_/x.gz' }, other),
    );
    expect(line?.facts.map(({ words }) => words)).toEqual([
      'several files under this name',
      'handed in from different accounts',
    ]);
    const [only] = linesOf(lay(given(assignment), one));
    expect(only?.facts.map(({ words }) => words)).toEqual(['file changed after it was made']);
  });

  test('points to the date of somebody who may be the same, and to files that do not count', () => {
    const of = { ...assignment, extensions: [{ student: 'Mia', due: 300 }] };
    const words = (all: Desk) => linesOf(all, of).map(({ facts }) => facts.map((fact) => fact.words));
    const handed = lay(given(of), file('Mia Schmidt', 200), file('mia', 200), file('Mia Late', 50));
    expect(words(handed)).toEqual([['late; there is another date for “Mia”'], [], []]);
    const twice = lay(given(of), file('Bo', 1), { ...file('bo', 2), file: 'b2' });
    expect(words(twice)).toEqual([['several files under this name']]);
    expect(words(choose(twice, 0))).toEqual([
      ['several files under this name', 'a newer file does not count'],
    ]);
  });

  test('is put in order, and filtered', () => {
    const lines = linesOf(withResults(desk, [{ place: 1, item: item('two'), found: ran(0) }]));
    const order = (
      ...[order, turned, only]: [Parameters<typeof arrange>[1]['order'], boolean, 'all' | 'facts' | 'late']
    ) => arrange(lines, { order, turned, only }).map(({ row }) => row.student);
    expect(order('name', false, 'all')).toEqual(['ada', 'Bo']);
    expect(order('name', true, 'all')).toEqual(['Bo', 'ada']);
    expect(order('facts', false, 'all')).toEqual(['Bo', 'ada']);
    expect(order('name', false, 'facts')).toEqual(['ada', 'Bo']);
    expect(order('name', false, 'late')).toEqual(['Bo']);
  });
});

describe('a cell', () => {
  const [line] = linesOf(lay(given(assignment), file('Ada')));
  const words = (found: Found | null, points?: number) => {
    let desk = lay(given(assignment), file('Ada'));
    if (found) desk = withResults(desk, [{ place: 0, item: item('one'), found }]);
    if (points !== undefined) desk = givePoints(desk, 0, item('one'), points);
    return cellWords(linesOf(desk)[0]!.row, item('one'), 0);
  };
  test('never shows what a file says as points', () => {
    expect(words(null)).toEqual({ kind: 'waiting', sign: '', main: 'said passed', sub: 'self-reported' });
    expect(line?.row.total).toBe(0);
  });
  test('shows where the file says something else than was found', () => {
    expect(words(ran(1))).toEqual({ kind: 'differs', sign: '≠', main: '0', sub: 'said passed' });
    expect(words(ran(2))).toEqual({ kind: 'ran', sign: '', main: '4', sub: '' });
    expect(words({ kind: 'gone' })).toMatchObject({ kind: 'gone', main: '?' });
  });
  test('shows whose points they are', () => {
    expect(words(ran(1), 3)).toEqual({ kind: 'differs', sign: '✎', main: '3', sub: 'by hand; said passed' });
    expect(words(null, 2)).toMatchObject({ kind: 'waiting', sign: '✎', main: '2' });
    expect(cellWords(line!.row, item('quiz', 'quiz'), 2)).toMatchObject({ kind: 'none', main: '–' });
  });
});

describe('what is taken out', () => {
  const titleOf = ({ part }: Item) => part;
  const desk = withResults(lay(given(assignment), file('Zoe'), file('=Ada')), [
    { place: 0, item: item('one'), found: ran(2) },
  ]);
  const askedIn = (_: Item, question: string) => question;
  const books = { assignment, lines: linesOf(desk), titleOf, askedIn };
  const handing = { separator: ',', bom: false, by: 'username', folders: true } as const;

  test('has no points for what is only said', () => {
    expect(toPlain(books, handing).content).toBe(
      'Student,Key,one (out of 4),two (out of 4),quiz (out of 4),Total,Out of,Late,Comment\r\n' +
        "'=Ada,'=Ada,,,,0,12,,\r\nZoe,Zoe,4,,,4,12,,\r\n",
    );
    const moodle = toMoodle(books, handing);
    expect(moodle.content).toBe('Username,Week 3,Week 3 (Feedback)\r\nZoe,4,\r\n');
    expect(moodle.leftOut).toEqual([{ student: '=Ada', why: 'no key' }]);
  });

  test('fills the roster that Canvas gave out, and takes nothing else for one', () => {
    const roster = readRosterFile('g.csv', 'Student,ID,SIS Login ID,Section\nZoe,7,zoe,A\n');
    if ('fault' in roster) throw new Error(roster.fault);
    const file = toCanvas(books, roster);
    expect(file).toMatchObject({ name: 'week-3-canvas.csv' });
    expect('content' in file && file.content).toContain('Zoe,7,zoe,A,4');
    expect(readRosterFile('x.csv', 'a,b\n1,2\n')).toHaveProperty('fault');
  });

  test('is not saved where it could not be opened again, and says whose files are large', async () => {
    const fits = await toWork(assignment, desk);
    expect(fits.name).toBe('week-3.collection.descent.gz');
    const [first, ...rest] = desk.entries;
    const source = 'x'.repeat(1_500_000);
    const items = first!.submission.items.map((each) => ({ ...each, source }));
    const huge = { ...first!, submission: { ...first!.submission, items } } as (typeof desk.entries)[number];
    await expect(toWork(assignment, { ...desk, entries: [huge, ...rest] })).rejects.toThrow(
      /^The work was not saved: .*“Zoe\.gz” \(3\.0 MB\), “=Ada\.gz” \(1 kB\)/u,
    );
  });

  test('holds a text for each student', () => {
    const { name, content } = toFeedback(books, handing);
    expect([name, content.slice(0, 2)]).toEqual(['week-3-feedback.zip', new Uint8Array([0x50, 0x4b])]);
  });
});

describe('running again', () => {
  const passed: CheckReport = { results: [{ name: 't', status: 'passed' }] };
  const record = {
    ...{ lesson: 'cost', seed: 1 },
    cells: [],
    exercises: ['one', 'two'].map((id) => ({
      ...{ id, title: id, kind: 'write' as const, hash: 'x', cell: id, solution: '', given: null },
      check: { source: '', compiled: { code: '', defines: [], needs: [] } },
    })),
  } as unknown as Awaited<ReturnType<RunnerOptions['fetchRecord']>>;

  /** A desk whose parts are run by a checker that the test answers for. */
  function start(answer: (at: number) => Promise<CheckReport>, more: Partial<RunnerOptions> = {}) {
    const held = { desk: lay(given(assignment), file('Ada'), file('Bo')) };
    let checks = 0;
    const runner = createRunner({
      collection: () => ({ assignment, entries: held.desk.entries }),
      fetchCourse: () => Promise.resolve(course()),
      fetchRecord: () => Promise.resolve(record),
      makeChecker: () => ({
        check: () => answer((checks += 1)),
        ...{ stop: vi.fn(), warm: vi.fn(), dispose: vi.fn() },
      }),
      lanes: 2,
      receive: (results) => (held.desk = withResults(held.desk, results)),
      changed: vi.fn(),
      ...more,
    });
    return { held, runner, checks: () => checks };
  }
  const found = ({ held }: ReturnType<typeof start>) => held.desk.entries.map((entry) => entry.found.size);

  test('goes through all of it once, and on with what comes in meanwhile', async () => {
    const all = start((at) => {
      if (at === 2) {
        all.held.desk = bring(all.held.desk, file('Cleo'));
        all.runner.go();
      }
      return Promise.resolve(passed);
    });
    all.runner.go();
    all.runner.go();
    await vi.waitFor(() => expect(all.runner.phase).toBe('rest'));
    expect([found(all), all.checks()]).toEqual([[2, 2, 2], 6]);
  });

  test('begins again with what came in as it came to its end', async () => {
    const all = start(() => Promise.resolve(passed));
    const { desk } = all.held;
    all.held.desk = { ...desk, entries: [] };
    all.runner.go();
    all.held.desk = desk;
    all.runner.go();
    await vi.waitFor(() => expect(found(all)).toEqual([2, 2]));
  });

  test('runs the newest file of a student and no older one', async () => {
    const all = start(() => Promise.resolve(passed));
    all.held.desk = bring(all.held.desk, file('Ada', 99));
    all.runner.go();
    await vi.waitFor(() => expect(all.runner.phase).toBe('rest'));
    expect(found(all)).toEqual([0, 2, 2]);
  });

  test('stops, keeps what it has, and goes on where it was', async () => {
    const all = start((at) => (at > 2 ? new Promise(() => undefined) : Promise.resolve(passed)));
    all.runner.go();
    await vi.waitFor(() => expect(all.checks()).toBe(4));
    all.runner.stop();
    expect([all.runner.phase, found(all)]).toEqual(['stopped', [1, 1]]);
    // Nothing goes on by itself.
    all.runner.go();
    expect(all.runner.phase).toBe('stopped');
    all.runner.again();
    await vi.waitFor(() => expect(all.checks()).toBe(6));
  });

  test('says what the connection said, and marks nobody down for it', async () => {
    let offline = true;
    const lost = start(() => Promise.resolve(passed), {
      makeChecker: (tell) => ({
        check() {
          if (!offline) return Promise.resolve(passed);
          tell('The site could not be reached.');
          return Promise.reject(new Error('no scripts'));
        },
        ...{ stop: vi.fn(), warm: vi.fn(), dispose: vi.fn() },
      }),
    });
    lost.runner.go();
    await vi.waitFor(() => expect(lost.runner.phase).toBe('trouble'));
    expect([lost.runner.trouble, found(lost)]).toEqual(['The site could not be reached.', [0, 0]]);
    offline = false;
    lost.runner.again();
    await vi.waitFor(() => expect(lost.runner.phase).toBe('rest'));
    expect(found(lost)).toEqual([2, 2]);
    const without = start(() => Promise.resolve(passed), {
      fetchRecord: () => Promise.reject(new Error('404.')),
    });
    without.runner.go();
    await vi.waitFor(() =>
      expect([without.runner.phase, without.runner.trouble]).toEqual(['trouble', '404.']),
    );
  });
});

test('times are told roughly', () => {
  let now = 0;
  const pace = createPace(() => now);
  pace.begin();
  for (let i = 0; i < 10; i++) {
    expect(pace.left(10) === null).toBe(i < 4);
    now += 500;
    pace.tick();
  }
  expect(pace.left(20)).toBe(10_000);
  const said = [3_000, 32_000, 61_000, 400_000, 3_600_000, 9_000_000].map(durationInWords);
  expect(said).toEqual([
    'a few seconds',
    'about 30 seconds',
    'about a minute',
    'about 7 minutes',
    'about an hour',
    'about 2.5 hours',
  ]);
  const today = Date.UTC(2026, 5, 1);
  const at = Date.UTC(2026, 11, 4, 17);
  expect(shortDate(at, 'Europe/Zurich', today)).toBe('Fri 4 Dec, 18:00');
  expect(shortDate(at, 'Nowhere/At_all', today)).toBe('Fri 4 Dec, 17:00');
  expect(shortDate(0, 'UTC', today)).toBe('Thu, 1 Jan 1970, 00:00');
  expect(shortDate(9e15, 'UTC', today)).toBe('no date');
  expect([10_000, 61_000, 4_200_000, 7_500_000].map(timeInWords)).toEqual([
    'less than a minute',
    '1 minute',
    '70 minutes',
    '2 h 05',
  ]);
});
