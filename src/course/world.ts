/** What the checks and the markup of one lesson need to know of all others, and of the course's lists. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseCurriculum, type Curriculum } from './curriculum.ts';
import { parseGlossary, type Glossary } from './glossary.ts';
import { listLessonFiles, readLessonFile, withKitchen } from './lesson-files.ts';
import type { Lesson } from './lesson.ts';
import { parseReferences, type References } from './references.ts';
import { parseTimeline, type Timeline } from './timeline.ts';
import { parseTopics, topicsFile, type Topic } from './topics.ts';

export interface World {
  /** Path of the project. */
  readonly root: string;
  /** The lessons that are written. */
  lessons(): readonly Lesson[];
  curriculum(): Curriculum;
  /** The works that lessons may cite. */
  references(): References;
  /** The terms that lessons may explain. */
  glossary(): Glossary;
  /** The events of the field's history. */
  timeline(): Timeline;
  /** What the course is to make real, with its homes. */
  topics(): readonly Topic[];
}

/** The files are read when they are first asked for, and again when they have changed. */
export function openWorld(root: string): World {
  const curriculum = () =>
    fromText(root, 'content/curriculum.yaml', (text, file) => parseCurriculum(text, file));
  const references = () =>
    fromText(root, 'content/references.yaml', (text, file) => parseReferences(text, file));
  return {
    root,
    lessons: () =>
      listLessonFiles(root, { kitchen: withKitchen(process.env['NODE_ENV'] === 'development') }).map(
        (file) => readOnce(root, file, () => readLessonFile(root, file)).lesson,
      ),
    curriculum,
    references,
    glossary: () =>
      fromText(root, 'content/glossary.yaml', (text, file) =>
        parseGlossary(text, lessonIds(curriculum()), file),
      ),
    timeline: () =>
      fromText(root, 'content/timeline.yaml', (text, file) =>
        parseTimeline(text, { works: references(), lessons: lessonIds(curriculum()) }, file),
      ),
    topics: () => fromText(root, topicsFile, (text, file) => parseTopics(text, file)),
  };
}

const lessonIds = ({ chapters }: Curriculum): Set<string> =>
  new Set(chapters.flatMap(({ lessons }) => lessons.map(({ id }) => id)));

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
