/** Assignments that a reader has put on their first page, as their browser keeps them. */
import * as z from 'zod/mini';
import { assignment, line, moment, type Assignment } from './assignment.ts';
import { dueFor, phaseAt, type Phase } from './dates.ts';
import { fold } from './names.ts';

/** Where they lie in `localStorage`. */
export const adoptedKey = 'descent.assignments';

export const mostAdopted = 30;

/** Characters of what is kept that are looked at. */
const largest = 4_000_000;

const adopted = z.strictObject({
  assignment,
  /** What the reader typed as their name or code; empty until then. */
  student: line(120),
  /** When it was put there, and when a file to hand in was last saved: milliseconds since 1970, UTC. */
  adopted: moment,
  handed: z.nullable(moment),
});
export type Adopted = z.infer<typeof adopted>;

/** What is kept, as far as it can be read: an entry that cannot is left out, and so is a second one of the same id. */
export function readAdopted(stored: string | null): Adopted[] {
  const list = parse(stored);
  if (!Array.isArray(list)) return [];
  const read = new Map<string, Adopted>();
  for (const each of list.slice(0, mostAdopted)) {
    const { success, data } = adopted.safeParse(each);
    if (success && !read.has(data.assignment.id)) read.set(data.assignment.id, data);
  }
  return [...read.values()];
}

function parse(stored: string | null): unknown {
  if (stored === null || stored.length > largest) return null;
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
}

export const writeAdopted = (list: readonly Adopted[]): string => JSON.stringify(list);

/**
 * The list with this assignment in it, first; one of the same id gives its place to it and leaves it what the reader
 * typed and did. `null` where there are as many as a browser keeps.
 */
export function withAdopted(list: readonly Adopted[], given: Assignment, now: number): Adopted[] | null {
  const known = list.find((each) => each.assignment.id === given.id);
  if (known)
    return withChange(list, given.id, { assignment: given, student: known.student || readerOf(given) });
  if (list.length >= mostAdopted) return null;
  return [{ assignment: given, student: readerOf(given), adopted: now, handed: null }, ...list];
}

export const withChange = (
  list: readonly Adopted[],
  id: string,
  change: Partial<Pick<Adopted, 'assignment' | 'student' | 'handed'>>,
): Adopted[] => list.map((each) => (each.assignment.id === id ? { ...each, ...change } : each));

export const without = (list: readonly Adopted[], id: string): Adopted[] =>
  list.filter((each) => each.assignment.id !== id);

/** For whom a link was made; empty where it was made for everybody. A link holds one student's other date at the most. */
export const readerOf = ({ extensions }: Pick<Assignment, 'extensions'>): string =>
  extensions[0]?.student ?? '';

/** Whether somebody has typed another name than the one that their link gives its date to. */
export function isOtherName({ assignment, student }: Pick<Adopted, 'assignment' | 'student'>): boolean {
  const [made, typed] = [fold(readerOf(assignment)), fold(student)];
  return made !== '' && typed !== '' && made !== typed;
}

/**
 * Whose date another link to the same assignment has: the reader's own, that of another student, or everybody's in place
 * of the reader's.
 */
export function whoseLink(
  { assignment, student }: Pick<Adopted, 'assignment' | 'student'>,
  given: Assignment,
): 'own' | 'another' | 'everybody' {
  const [before, after] = [fold(readerOf(assignment)), fold(readerOf(given))];
  if (after === before) return 'own';
  if (after === '') return 'everybody';
  return after === fold(student) ? 'own' : 'another';
}

/** When it is due for the reader, their own date included. */
export const dueOf = (of: Assignment): number | null => dueFor(of, readerOf(of));

export const phaseOf = (of: Assignment, now: number): Phase => phaseAt(of, readerOf(of), now);
