/** Runs what was handed in again until nothing is left, whatever comes in meanwhile. */
import type { Checker } from '../../kernel/check/check.ts';
import type { LessonRecord } from '../../learning/lesson-record.ts';
import type { Assignable } from '../../teaching/assignable.ts';
import { groupEntries, type Collection, type Entry } from '../../teaching/collection.ts';
import { createReruns, type Reruns } from '../../teaching/rerun.ts';
import { tasksOf, type EntryTask } from '../../teaching/tasks.ts';
import type { Result } from './desk.ts';
import { createPace } from './pace.ts';

export type Phase = 'rest' | 'running' | 'stopped' | 'trouble';

export interface RunnerOptions {
  /** What there is now; `null` while there is no assignment. */
  collection(): Collection | null;
  fetchCourse(): Promise<Assignable>;
  fetchRecord(lesson: string): Promise<LessonRecord>;
  /** A checker for foreign code; calls `lost` when the site does not give it what it needs. */
  makeChecker(lost: (why: string) => void): Checker;
  /** Whether a checker's frames still answer. */
  isThere?(checker: Checker): Promise<boolean>;
  lanes: number;
  /** Results, some at a time. */
  receive(results: readonly Result[]): void;
  changed(): void;
}

export interface Runner {
  readonly phase: Phase;
  /** Why it could not go on, in a sentence. */
  readonly trouble: string;
  readonly course: Assignable | null;
  readonly records: ReadonlyMap<string, LessonRecord>;
  /** Milliseconds that this many exercises will take, as far as one can tell. */
  left(exercises: number): number | null;
  /** Begins, or goes on with what has come in; nothing once it was stopped, until `again`. */
  go(): void;
  again(): void;
  stop(): void;
  /** Ends what is under way and forgets what it found: places mean something else now. */
  reset(): void;
}

/** Milliseconds for which results are gathered before they are shown. */
const gathering = 100;

export function createRunner(options: RunnerOptions): Runner {
  const { collection, receive, changed, lanes } = options;
  const records = new Map<string, LessonRecord>();
  const pace = createPace();
  let course: Assignable | null = null;
  let phase: Phase = 'rest';
  let trouble = '';
  /** Why the workers cannot be had; empty while they can. */
  const lost = { why: '' };
  let turn = 0;
  /** Something came in while it ran. */
  let more = false;
  let due = new Map<string, EntryTask & { place: number }>();
  let found: Result[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const results = found;
    found = [];
    if (results.length > 0) receive(results);
  }

  function note(result: Result): void {
    found.push(result);
    timer ??= setTimeout(flush, gathering);
  }

  const reruns: Reruns = createReruns({
    lanes,
    ...(options.isThere && { isThere: options.isThere }),
    makeChecker: () =>
      options.makeChecker((why) => {
        lost.why = why;
      }),
    onResult(id, rerun) {
      const task = due.get(id);
      // Without its workers' scripts nothing can be said of anybody's answer.
      if (lost.why !== '') return reruns.stop();
      if (!task) return;
      pace.tick();
      note({ place: task.place, item: task.item, found: rerun });
    },
  });

  async function prepare({ assignment }: Collection): Promise<Assignable> {
    const known = (course ??= await options.fetchCourse());
    const there = new Set(known.chapters.flatMap(({ lessons }) => lessons.map(({ id }) => id)));
    const named = assignment.items.filter(({ kind }) => kind === 'exercise').map(({ lesson }) => lesson);
    for (const lesson of new Set(named))
      if (there.has(lesson) && !records.has(lesson)) records.set(lesson, await options.fetchRecord(lesson));
    return known;
  }

  async function work(mine: number): Promise<void> {
    for (;;) {
      const before = collection();
      if (!before || before.entries.length === 0) return;
      const known = await prepare(before);
      const now = collection();
      if (turn !== mine || !now) return;
      const { tasks, settled } = tasksOf(now, known, (lesson) => records.get(lesson));
      const places = new Map(now.entries.map((entry, place) => [entry, place]));
      // Of several files of one student only the one that counts is run.
      const counting = new Set(groupEntries(now.entries).map(([first]) => first));
      const at = (entry: Entry): number => places.get(entry) ?? -1;
      for (const { entry, item, found } of settled)
        if (counting.has(entry)) note({ place: at(entry), item, found });
      const mineDue = tasks.filter(({ entry }) => counting.has(entry));
      if (mineDue.length === 0) return flush();
      due = new Map(mineDue.map((task) => [task.id, { ...task, place: at(task.entry) }]));
      lost.why = '';
      pace.begin();
      await reruns.run(mineDue);
      if (turn !== mine) return;
      flush();
      if (lost.why !== '') throw new Error(lost.why);
    }
  }

  function begin(): void {
    const mine = ++turn;
    more = false;
    phase = 'running';
    changed();
    void work(mine)
      .then(
        (): Phase => 'rest',
        (error: unknown): Phase => {
          if (turn === mine) trouble = error instanceof Error ? error.message : String(error);
          return 'trouble';
        },
      )
      .then((next) => {
        if (turn !== mine) return;
        phase = next;
        if (more && phase === 'rest') begin();
        else changed();
      });
  }

  function end(next: Phase): void {
    turn += 1;
    reruns.stop();
    phase = next;
  }

  return {
    get phase() {
      return phase;
    },
    get trouble() {
      return trouble;
    },
    get course() {
      return course;
    },
    records,
    left: (exercises) => pace.left(exercises),
    go() {
      if (phase === 'running') more = true;
      else if (phase === 'rest') begin();
    },
    again() {
      if (phase === 'running') return;
      phase = 'rest';
      begin();
    },
    stop() {
      if (phase !== 'running') return;
      end('stopped');
      flush();
      changed();
    },
    reset() {
      end('rest');
      clearTimeout(timer);
      timer = undefined;
      found = [];
      changed();
    },
  };
}
