/** What marking needs to know of a question: its kind and its right answer. Choices, items and rows go by short keys. */
import * as z from 'zod/mini';

const key = z.string().check(z.maxLength(64));
const keys = z.array(key).check(z.maxLength(100));

export const questionKey = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('one'), choices: keys, right: key }),
  z.object({ kind: z.literal('several'), choices: keys, right: keys }),
  z.object({
    kind: z.literal('number'),
    answer: z.number(),
    /** How far from the answer still counts as right, in the answer's unit. */
    within: z.number().check(z.minimum(0)),
    /** As it is written behind the number; empty where there is none. */
    unit: z.string(),
    /** Wrong numbers that have an explanation of their own. */
    foreseen: z.array(z.number()),
  }),
  z.object({ kind: z.literal('order'), right: keys }),
  z.object({
    kind: z.enum(['pairs', 'groups']),
    /** The right-hand sides, or the groups. */
    targets: keys,
    /** For each row the target that belongs to it. */
    right: z.record(key, key),
  }),
]);
export type QuestionKey = z.infer<typeof questionKey>;
