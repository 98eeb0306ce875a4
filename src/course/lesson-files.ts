import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readLesson, type Lesson } from './lesson.ts';
import type { Problem } from './problems.ts';

/** Folders of lessons, from the root of the project. The second is for tests and development only. */
const published = 'content';
const kitchen = 'tests/fixtures/content';

/** Whether the pages for tests and development are part of this site. */
export const withKitchen = (development: boolean): boolean =>
  development || process.env['DESCENT_KITCHEN'] === '1';

/** Paths of the lessons' files from the root of the project, in the order of their names. */
export function listLessonFiles(root: string, options: { kitchen: boolean }): string[] {
  return [published, ...(options.kitchen ? [kitchen] : [])].flatMap((folder) => mdxIn(root, folder));
}

/** Is this path, from the root, that of a lesson? */
export const isLessonFile = (path: string): boolean =>
  path.endsWith('.mdx') && (path.startsWith(`${published}/`) || path.startsWith(`${kitchen}/`));

export const readLessonFile = (root: string, file: string): { lesson: Lesson; problems: Problem[] } =>
  readLesson(file, readFileSync(join(root, file), 'utf8'));

function mdxIn(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.mdx'))
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
