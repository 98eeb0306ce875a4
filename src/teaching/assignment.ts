/** What a teacher gives out: parts of lessons, until when, for how many points, and by which rules. */
import * as z from 'zod/mini';

/** An author's id. */
export const id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,79}$/));
/** Milliseconds since 1970, UTC, as far as dates go. */
export const moment = z.number().check(z.minimum(0), z.maximum(8.64e15));
/** Tells whether a part of a lesson has changed since; see `sameContent`. */
export const contentHash = z.string().check(z.regex(/^[0-9a-z]{4,64}$/));
/** A line that somebody typed. */
export const line = (most: number) => z.string().check(z.maxLength(most));

/** An exercise or a quiz; `part` is its id in the lesson. */
export const item = z.strictObject({
  kind: z.enum(['exercise', 'quiz']),
  lesson: id,
  part: id,
  hash: contentHash,
  points: z.number().check(z.minimum(0), z.maximum(1_000)),
});
export type Item = z.infer<typeof item>;

/** One student's other date. */
export const extension = z.strictObject({ student: line(120).check(z.minLength(1)), due: moment });
export type Extension = z.infer<typeof extension>;

export const policy = z.strictObject({
  /** Checks of an exercise that count; `null` where any number does. */
  tries: z.nullable(z.int().check(z.minimum(1), z.maximum(99))),
  hints: z.boolean(),
  /** When the page shows a solution. */
  solutions: z.enum(['always', 'passed', 'due', 'never']),
  /** An exercise earns its points when all tests pass, or a share of them for the share of tests that pass. */
  exercises: z.enum(['whole', 'tests']),
  /** Which answer to a question of a quiz counts. */
  answers: z.enum(['first', 'last']),
});
export type Policy = z.infer<typeof policy>;

export const assignment = z.strictObject({
  id: z.string().check(z.regex(/^[0-9a-z]{8,32}$/)),
  title: line(200).check(z.minLength(1)),
  /** To the students; plain text. */
  note: line(4_000),
  opens: z.nullable(moment),
  due: z.nullable(moment),
  /** In whose days and hours the dates are meant: a name of the IANA time zone database. */
  zone: z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/)),
  /** What a student is asked to type before handing in. */
  asks: z.enum(['nothing', 'name', 'code']),
  policy,
  items: z.array(item).check(z.minLength(1), z.maxLength(200)),
  extensions: z.array(extension).check(z.maxLength(1_000)),
});
export type Assignment = z.infer<typeof assignment>;

/** `exercise:optimisers/adam-step` */
export const keyOf = ({ kind, lesson, part }: Pick<Item, 'kind' | 'lesson' | 'part'>): string =>
  `${kind}:${lesson}/${part}`;

/** The points that can be reached in all. */
export const totalPoints = ({ items }: { items: readonly Pick<Item, 'points'>[] }): number =>
  items.reduce((sum, { points }) => sum + points, 0);

/** Characters of a hash that a link carries: enough to see that a text has changed. */
const carried = 6;

export const shortHash = (hash: string): string => hash.slice(-carried);

/** Whether two hashes, either of which may be short, are of the same text. */
export const sameContent = (a: string, b: string): boolean => shortHash(a) === shortHash(b);
