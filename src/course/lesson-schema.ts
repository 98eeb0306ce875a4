import { z } from 'astro/zod';

/** What stands at the head of a lesson's file, above its text. */
export const lessonSchema = z.object({
  title: z.string().min(1),
  /** What the reader will be able to do, in one sentence. */
  summary: z.string().min(1).max(240),
  objectives: z.array(z.string().min(1)).default([]),
  /** How long an attentive reader takes, in minutes. */
  minutes: z.number().int().positive().optional(),
  /** Ids of the lessons that this one builds on. */
  needs: z.array(z.string().regex(/^[a-z][a-z0-9-]*$/u)).default([]),
});
