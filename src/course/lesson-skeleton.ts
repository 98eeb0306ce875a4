import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { PlannedLesson } from './curriculum.ts';

/** A lesson with one of each thing, which is built and tested like any other: what new ones begin as. */
const modelLesson = 'tests/fixtures/content/model-lesson.mdx';

/** A small lesson that builds and runs as it stands, for its author to write over. */
export function lessonSkeleton(root: string, { title, summary, minutes, needs }: PlannedLesson): string {
  const body = readFileSync(join(root, modelLesson), 'utf8').replace(/^---\n[^]*?\n---\n/u, '');
  const head = stringify({
    ...{ title, summary, objectives: ['Say what a reader can do at the end, one line each.'], minutes },
    ...(needs.length > 0 && { needs }),
  });
  return `---\n${head}---\n${body}`;
}
