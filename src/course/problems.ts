/** A mistake in the course's own files, told to its author: where, what, and what to do about it. */
export interface Problem {
  /** Path from the root of the project. */
  file: string;
  /** From 1. */
  line: number;
  column: number;
  message: string;
  remedy: string;
}

/** One problem in two lines, the first of which editors and terminals make into a link. */
export const formatProblem = ({ file, line, column, message, remedy }: Problem): string =>
  `${file}:${line}:${column}: ${message}\n  ${remedy}`;

/** In the order in which an author reads: by file, line, column. */
const sortProblems = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);

/** Ends a build with all problems at once. */
export class LessonProblems extends Error {
  override name = 'LessonProblems';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = sortProblems(problems);
    const heading =
      sorted.length === 1 ? 'A lesson has a problem' : `The lessons have ${sorted.length} problems`;
    super(`${heading}:\n\n${sorted.map(formatProblem).join('\n\n')}`);
    this.problems = sorted;
  }
}
