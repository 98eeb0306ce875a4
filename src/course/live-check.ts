/** In development: which lessons have problems now, told over the page for as long as they have. */
import { AuthorError } from './author-error.ts';
import { LessonProblems, formatProblem, type Problem } from './problems.ts';

/** What Vite's server sends to the pages that are open. */
export type PageMessage = { type: 'error'; err: PageError } | { type: 'full-reload' };

interface PageError {
  name: string;
  message: string;
  stack: string;
  loc: { file: string; line: number; column: number };
}

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
  /** A list that is not sound stops the reading of everything. */
  let listFault: PageError | null = null;

  function note(files: readonly string[], problems: readonly Problem[]): void {
    for (const file of files) known.delete(file);
    for (const problem of problems) known.set(problem.file, [...(known.get(problem.file) ?? []), problem]);
    for (const problem of problems) log(formatProblem(problem));
  }

  function greet(): void {
    if (listFault) return send({ type: 'error', err: listFault });
    const error = new LessonProblems(all());
    const [first] = error.problems;
    if (!first) return;
    const { file, line, column } = first;
    const loc = { file: `${root}/${file}`, line, column };
    send({ type: 'error', err: { name: error.name, message: forPage(error.message), stack: '', loc } });
  }

  /** Tells the pages; when the last problem is gone, they come back by themselves. */
  function tell(act: () => void): void {
    const before = known.size + (listFault ? 1 : 0);
    try {
      act();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      log(message);
      const { file, line = 1 } = error instanceof AuthorError ? error.place : { file: '' };
      const loc = { file: `${root}/${file}`, line, column: 1 };
      listFault = { name: 'AuthorError', message: forPage(message), stack: '', loc };
    }
    if (listFault || known.size > 0) greet();
    else if (before > 0) send({ type: 'full-reload' });
  }

  return {
    greet,
    lessons: (files) => tell(() => note(files, check(files))),
    everything: () =>
      tell(() => {
        const files = list();
        const problems = [...check(files), ...checkLists()];
        listFault = null;
        known.clear();
        note([], problems);
      }),
  };
}

/** Over the page, what stands between two backticks becomes code; those of a fence are to be seen. */
const forPage = (message: string): string => message.replaceAll('```', 'ˋˋˋ');
