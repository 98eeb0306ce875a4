import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { lessonId } from '../../src/course/lesson-id.ts';

/** Ids of all written lessons. */
export const lessons: string[] = globSync('content/*/*.mdx')
  .map((file) => lessonId(basename(file)))
  .sort();
