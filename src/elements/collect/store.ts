/** The page's state, and what works on it while the teacher does something else. */
import * as z from 'zod/mini';
import { fetchCourse } from '../files/course.ts';
import { fetchData } from '../files/fetch-data.ts';
import { fetchRecord } from '../session/record.ts';
import { groupEntries, nameOf } from '../../teaching/collection.ts';
import { keyOf } from '../../teaching/assignment.ts';
import { isThere, laneCount, makeChecker } from './checkers.ts';
import { emptyDesk, withResults, type Desk } from './desk.ts';
import type { CanvasRosterFile, Taken } from './exports.ts';
import { createLikeness, type Likeness } from './likeness.ts';
import type { Look } from './model.ts';
import { createRunner, type Runner } from './runner.ts';
import type { Compare } from './similar.worker.ts';

const questions = z.object({
  questions: z.array(
    z.object({ lesson: z.string(), quiz: z.string(), question: z.string(), text: z.string() }),
  ),
});

const answers = z.object({ answers: z.record(z.string(), z.string()) });

export interface Store {
  readonly desk: Desk;
  readonly runner: Runner;
  readonly likeness: Likeness;
  /** Questions of quizzes, by `lesson/quiz/question`, and what can be answered, by its key. */
  readonly asked: ReadonlyMap<string, string>;
  readonly choices: ReadonlyMap<string, string>;
  look: Look;
  reading: number | null;
  linkFault: string | null;
  roster: CanvasRosterFile | { fault: string } | null;
  taken: Taken | null;
  said: string;
  change(change: (desk: Desk) => Desk): void;
  unsaved(): boolean;
  /** What is on the desk now lies in a file. */
  saved(): void;
  changed(): void;
}

const firstLook: Look = {
  ...{ order: 'name', turned: false, only: 'all', open: null, pair: null },
  handing: { separator: ',', bom: false, by: 'username', folders: true },
  misread: new Map(),
};

export function createStore(changed: () => void): Store {
  let desk = emptyDesk;
  let kept: Pick<Desk, 'assignment' | 'entries'> = emptyDesk;
  let compared = '';
  let asked: ReadonlyMap<string, string> | null = null;
  let choices: ReadonlyMap<string, string> = new Map();

  const runner = createRunner({
    collection: () => (desk.assignment ? { assignment: desk.assignment, entries: desk.entries } : null),
    fetchCourse,
    fetchRecord,
    makeChecker,
    isThere,
    lanes: laneCount(navigator.hardwareConcurrency),
    receive: (results) => change((now) => withResults(now, results)),
    changed() {
      store.said = sayPhase(runner, store.said);
      compare();
      changed();
    },
  });
  const likeness = createLikeness(changed);

  /** Compares when other texts count than before, and the lessons are known that they began from. */
  function compare(): void {
    const chosen = desk.entries.flatMap((entry, place) => (entry.chosen ? [place] : []));
    const now = `${desk.era} ${desk.entries.length} ${chosen.join(' ')} ${runner.records.size}`;
    if (now === compared || runner.records.size === 0) return;
    compared = now;
    store.look = { ...store.look, pair: null };
    likeness.look(() => textsOf(desk, runner));
  }

  function askForQuestions(): void {
    if (asked || !desk.assignment?.items.some(({ kind }) => kind === 'quiz')) return;
    asked = new Map();
    fetchData('answers', answers, 'the list of answers').then(
      (found) => {
        choices = new Map(Object.entries(found.answers));
        changed();
      },
      // Right and wrong stand in the table all the same.
      () => undefined,
    );
    fetchData('quizzes', questions, 'the list of questions').then(
      (found) => {
        asked = new Map(
          found.questions.map((each) => [`${each.lesson}/${each.quiz}/${each.question}`, each.text]),
        );
        changed();
      },
      // Their ids stand in the table then.
      () => (asked = null),
    );
  }

  function change(by: (desk: Desk) => Desk): void {
    const before = desk;
    desk = by(desk);
    if (before === desk) return;
    if (before.era !== desk.era) runner.reset();
    // What was opened is what lies in its file.
    if (desk.from?.kind === 'saved' && before.era !== desk.era) kept = desk;
    if (before.assignment !== desk.assignment || before.entries.length !== desk.entries.length) {
      askForQuestions();
      compare();
      runner.go();
    }
    changed();
  }

  const store: Store = {
    get desk() {
      return desk;
    },
    get choices() {
      return choices;
    },
    get asked() {
      return asked ?? new Map<string, string>();
    },
    ...{ runner, likeness, look: firstLook, reading: null, linkFault: null, roster: null, taken: null },
    said: '',
    change,
    unsaved: () =>
      desk.entries.length > 0 && (kept.entries !== desk.entries || kept.assignment !== desk.assignment),
    saved: () => void (kept = desk),
    changed,
  };
  return store;
}

function sayPhase({ phase, trouble }: Runner, before: string): string {
  switch (phase) {
    case 'running':
      return 'Running the answers again.';
    case 'stopped':
      return 'Cancelled. What was run again stays.';
    case 'trouble':
      return trouble;
    case 'rest':
      return before === 'Running the answers again.' ? 'Everything was run again.' : before;
  }
}

/** What each student wrote, and what all of them were given. */
function textsOf({ assignment, entries }: Desk, { records }: Runner): Compare {
  const items = new Set(assignment?.items.map(keyOf));
  const texts = groupEntries(entries).flatMap(([entry]) =>
    entry
      ? entry.submission.items.flatMap((each) =>
          each.kind === 'exercise' && each.source !== null && items.has(keyOf(each))
            ? [{ student: nameOf(entry), item: keyOf(each), source: each.source }]
            : [],
        )
      : [],
  );
  const common = [...records.values()].flatMap(({ cells, exercises }) => [
    ...cells.map(({ source }) => source),
    ...exercises.map(({ solution }) => solution),
  ]);
  return { texts, common };
}
