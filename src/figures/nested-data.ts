import * as z from 'zod/mini';
import { label } from './plane-data.ts';

const text = z.string().check(z.maxLength(600));

const ring = z.strictObject({
  /** Stands in the ring. */
  label: z.string().check(z.minLength(1), z.maxLength(26)),
  /** What the ring is. */
  text,
  /** Something that lies in it. */
  example: z.optional(text),
  /** What lies in this ring and not in the next: a few words, beside the ring where there is room. */
  only: z.optional(label),
});
export type Ring = z.infer<typeof ring>;

/** Sets within sets, the widest first. */
export const schema = z
  .strictObject({
    rings: z.array(ring).check(z.minLength(2), z.maxLength(5)),
    /** The ring that is read at first, from 0. */
    chosen: z.optional(z.int().check(z.minimum(0))),
  })
  .check(
    z.refine(({ rings, chosen = 0 }) => chosen < rings.length, {
      path: ['chosen'],
      error: 'must be a ring that there is',
    }),
  );
export type NestedData = z.infer<typeof schema>;
