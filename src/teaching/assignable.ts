/** What of the course can be given out and marked, as the site tells it. */
import * as z from 'zod/mini';
import { hash } from '../learning/hash.ts';
import { questionKey } from '../learning/quiz-key.ts';
import { contentHash, id, type Item } from './assignment.ts';

const part = z.object({
  kind: z.enum(['exercise', 'quiz']),
  id,
  title: z.string(),
  hash: contentHash,
  /** Of a quiz: how its questions are marked. */
  keys: z.array(z.object({ question: z.string(), key: questionKey })),
});
export type AssignablePart = z.infer<typeof part>;

const lesson = z.object({
  id,
  number: z.string(),
  title: z.string(),
  minutes: z.number(),
  parts: z.array(part),
});
export type AssignableLesson = z.infer<typeof lesson>;

export const assignable = z.object({
  chapters: z.array(z.object({ number: z.number(), title: z.string(), lessons: z.array(lesson) })),
});
export type Assignable = z.infer<typeof assignable>;

export interface FoundPart {
  lesson: AssignableLesson;
  part: AssignablePart;
}

/** The part of the course that an item means; `undefined` where the course has it no longer. */
export function findPart({ chapters }: Assignable, { kind, lesson, part }: Item): FoundPart | undefined {
  const home = chapters.flatMap(({ lessons }) => lessons).find((each) => each.id === lesson);
  const found = home?.parts.find((each) => each.kind === kind && each.id === part);
  return home && found ? { lesson: home, part: found } : undefined;
}

/** The item for a part: one point for an exercise's own work and one for each question of a quiz, to begin with. */
export const toItem = ({ lesson, part }: FoundPart): Item => ({
  ...{ kind: part.kind, lesson: lesson.id, part: part.id, hash: part.hash },
  points: part.kind === 'quiz' ? part.keys.length : usualPoints,
});

const usualPoints = 5;

/** A short name for the course as it is now: another where anything that can be given out is another. */
export const courseVersion = (course: Assignable): string => hash(JSON.stringify(course));
