/** A mistake in the course's own files, told to its author: where, what, and what to do. Fails the build. */
export class AuthorError extends Error {
  override name = 'AuthorError';

  constructor(place: { file: string; line?: number | undefined }, problem: string, remedy: string) {
    const where = place.line === undefined ? place.file : `${place.file}:${place.line}`;
    super(`${where}: ${problem}\n  ${remedy}`);
  }
}
