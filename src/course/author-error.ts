export interface AuthorPlace {
  /** Path from the root of the project. */
  file: string;
  /** From 1. */
  line?: number | undefined;
}

/** A mistake in the course's own files, told to its author: where, what, and what to do. Fails the build. */
export class AuthorError extends Error {
  override name = 'AuthorError';
  readonly place: AuthorPlace;
  readonly problem: string;
  readonly remedy: string;

  constructor(place: AuthorPlace, problem: string, remedy: string) {
    const where = place.line === undefined ? place.file : `${place.file}:${place.line}`;
    super(`${where}: ${problem}\n  ${remedy}`);
    this.place = place;
    this.problem = problem;
    this.remedy = remedy;
  }
}
