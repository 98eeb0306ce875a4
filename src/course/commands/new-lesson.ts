/**
 * `npm run new-lesson`: lists the lessons that are planned and not written. `npm run new-lesson -- <id>` begins one of
 * them; with `--chapter`, `--title`, `--minutes` and `--summary` a lesson that the curriculum does not plan yet.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { AuthorError } from '../author-error.ts';
import { parseCurriculum, type PlannedLesson } from '../curriculum.ts';
import { withLesson, type NewLesson } from '../curriculum-edit.ts';
import { lessonSkeleton } from '../lesson-skeleton.ts';

const plan = 'content/curriculum.yaml';

/** @returns what to print */
export function newLesson(root: string, words: readonly string[]): string {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      chapter: { type: 'string' },
      title: { type: 'string' },
      minutes: { type: 'string' },
      summary: { type: 'string' },
    },
  });
  const [id] = positionals;
  if (id === undefined) return listPlanned(root);
  const isNew = Object.keys(values).length > 0;
  const lesson = isNew ? planLesson(root, toNewLesson(id, values)) : findPlanned(root, id);
  return begin(root, lesson);
}

const read = (root: string): string => readFileSync(join(root, plan), 'utf8');
const lessonsOf = (text: string): PlannedLesson[] =>
  parseCurriculum(text, plan).chapters.flatMap(({ lessons }) => lessons);
const isWritten = (root: string, { file }: PlannedLesson): boolean => existsSync(join(root, 'content', file));

function listPlanned(root: string): string {
  const open = lessonsOf(read(root)).filter((lesson) => !isWritten(root, lesson));
  const width = Math.max(...open.map(({ id }) => id.length), 0);
  return [
    'Planned and not written yet:',
    ...open.map(({ number, id, title }) => `  ${number.padEnd(5)} ${id.padEnd(width)}  ${title}`),
    '',
    'Begin one:            npm run new-lesson -- <id>',
    'Begin another:        npm run new-lesson -- <id> --chapter 4 --title "…" --minutes 30 --summary "One sentence."',
  ].join('\n');
}

function findPlanned(root: string, id: string): PlannedLesson {
  const lesson = lessonsOf(read(root)).find((each) => each.id === id);
  if (lesson) return lesson;
  throw new AuthorError(
    { file: plan },
    `no lesson "${id}" is planned`,
    'Run npm run new-lesson to see which are, or add --chapter, --title, --minutes and --summary to plan it.',
  );
}

function toNewLesson(id: string, values: Record<string, string | undefined>): NewLesson {
  const { chapter = '', title = '', minutes = '', summary = '' } = values;
  const missing = ['chapter', 'title', 'minutes', 'summary'].filter((name) => !values[name]?.trim());
  if (missing.length > 0)
    throw new AuthorError(
      { file: plan },
      `the new lesson "${id}" lacks ${missing.map((name) => `--${name}`).join(', ')}`,
      'A lesson that is not planned yet needs all four: --chapter 4 --title "…" --minutes 30 --summary "One sentence."',
    );
  return { id, chapter: Number(chapter), title, minutes: Number(minutes), summary };
}

/** Adds the lesson at the end of its chapter; the file is written only when the curriculum is sound with it. */
function planLesson(root: string, lesson: NewLesson): PlannedLesson {
  const text = withLesson(read(root), lesson, plan);
  const planned = lessonsOf(text).find(({ id }) => id === lesson.id);
  if (!planned) throw new Error(`The curriculum did not take "${lesson.id}".`);
  writeFileSync(join(root, plan), text);
  return planned;
}

function begin(root: string, lesson: PlannedLesson): string {
  const file = `content/${lesson.file}`;
  if (isWritten(root, lesson))
    throw new AuthorError({ file }, `lesson ${lesson.number} is there already`, 'Open it and go on writing.');
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), lessonSkeleton(process.cwd(), lesson));
  return [
    `Written: ${file}`,
    '',
    `  npm run dev          then open /${lesson.id}/ and write: each save shows, mistakes too`,
    '  content/README.md    has the whole vocabulary on one screen',
    '  npm run check        before you commit',
  ].join('\n');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(newLesson(process.cwd(), process.argv.slice(2)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
