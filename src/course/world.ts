/** What the checks and the markup of one lesson need to know of all others, and of the course's lists. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseCurriculum, type Curriculum } from './curriculum.ts';
import { listLessonFiles, readLessonFile, withKitchen } from './lesson-files.ts';
import type { Lesson } from './lesson.ts';

export interface World {
  /** Path of the project. */
  readonly root: string;
  /** The lessons that are written. */
  lessons(): readonly Lesson[];
  curriculum(): Curriculum;
}

/** The files are read when they are first asked for, and again when they have changed. */
export function openWorld(root: string): World {
  return {
    root,
    lessons: () =>
      listLessonFiles(root, { kitchen: withKitchen(process.env['NODE_ENV'] === 'development') }).map(
        (file) => readOnce(root, file, () => readLessonFile(root, file)).lesson,
      ),
    curriculum: () => fromText(root, 'content/curriculum.yaml', (text, file) => parseCurriculum(text, file)),
  };
}

/** What `parse` makes of a file's text; remembered until the file changes. */
export const fromText = <T>(root: string, file: string, parse: (text: string, file: string) => T): T =>
  readOnce(root, file, () => parse(readFileSync(join(root, file), 'utf8'), file));

const known = new Map<string, { changed: number; value: unknown }>();

function readOnce<T>(root: string, file: string, read: () => T): T {
  const path = join(root, file);
  const changed = statSync(path).mtimeMs;
  const found = known.get(path);
  if (found?.changed === changed) return found.value as T;
  const value = read();
  known.set(path, { changed, value });
  return value;
}
