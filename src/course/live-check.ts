/** In development: which lessons have problems now, told over the page for as long as they have. */
import { LessonProblems, formatProblem, type Problem } from './problems.ts';

/** What Vite's server sends to the pages that are open. */
export type PageMessage =
  | {
      type: 'error';
      err: {
        name: string;
        message: string;
        stack: string;
        loc: { file: string; line: number; column: number };
      };
    }
  | { type: 'full-reload' };

export interface LiveCheck {
  /** These lessons were read again. */
  lessons(files: readonly string[]): void;
  /** A list that lessons point into has changed, or the server has started: everything is read again. */
  everything(): void;
  /** A page has been opened: it is told what is wrong at present. */
  greet(): void;
}

export interface LiveCheckParts {
  root: string;
  /** Paths of all lessons, from the root. */
  list(): string[];
  check(files: readonly string[]): Problem[];
  /** What is wrong between the lists and the lessons. */
  checkLists(): Problem[];
  send(message: PageMessage): void;
  log(line: string): void;
}

export function createLiveCheck({ root, list, check, checkLists, send, log }: LiveCheckParts): LiveCheck {
  const known = new Map<string, Problem[]>();
  const all = (): Problem[] => [...known.values()].flat();

  function note(files: readonly string[], problems: readonly Problem[]): void {
    for (const file of files) known.delete(file);
    for (const problem of problems) known.set(problem.file, [...(known.get(problem.file) ?? []), problem]);
    for (const problem of problems) log(formatProblem(problem));
  }

  function greet(): void {
    const error = new LessonProblems(all());
    const [first] = error.problems;
    if (!first) return;
    const { file, line, column } = first;
    const loc = { file: `${root}/${file}`, line, column };
    send({ type: 'error', err: { name: error.name, message: error.message, stack: '', loc } });
  }

  /** Tells the pages; when the last problem is gone, they come back by themselves. */
  function tell(act: () => void): void {
    const before = known.size;
    try {
      act();
    } catch (error) {
      // A list that is not sound stops the reading itself; its error says where.
      const message = error instanceof Error ? error.message : String(error);
      log(message);
      const loc = { file: root, line: 1, column: 1 };
      return send({ type: 'error', err: { name: 'AuthorError', message, stack: '', loc } });
    }
    if (known.size > 0) greet();
    else if (before > 0) send({ type: 'full-reload' });
  }

  return {
    greet,
    lessons: (files) => tell(() => note(files, check(files))),
    everything: () =>
      tell(() => {
        const files = list();
        const problems = [...check(files), ...checkLists()];
        known.clear();
        note([], problems);
      }),
  };
}
