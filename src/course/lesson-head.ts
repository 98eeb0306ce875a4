/** The head of a lesson's file, checked at its lines: as YAML, against the schema, and against the curriculum. */
import { z } from 'astro/zod';
import { AuthorError } from './author-error.ts';
import type { Curriculum, PlannedLesson } from './curriculum.ts';
import { lessonId } from './lesson-id.ts';
import { lessonSchema } from './lesson-schema.ts';
import { meantOr } from './likely-names.ts';
import type { Problem } from './problems.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

const schema = z.strictObject(lessonSchema.shape);
type Head = z.output<typeof schema>;

const remedy =
  'The head has title, summary (240 letters at most) and, if any, objectives (a list), minutes (a whole number) and needs (ids).';

/**
 * @param text the whole file
 * @param curriculum what is planned; without one the head is checked by itself
 */
export function checkHead(file: string, text: string, curriculum: Curriculum | null): Problem[] {
  const at = (line: number | undefined, message: string, remedy: string): Problem[] => [
    { file, line: line ?? 1, column: 1, message, remedy },
  ];
  const [, yaml] = /^---\r?\n([^]*?)\r?\n---(?=\r?\n|$)/u.exec(text) ?? [];
  if (yaml === undefined)
    return at(
      1,
      'This lesson has no head.',
      `Begin the file with ---, title, summary and --- again. ${remedy}`,
    );
  try {
    // The empty line stands for the first ---, so that lines are those of the file.
    const source = readYaml(`\n${yaml}`, file);
    const result = schema.safeParse(source.value ?? {}, { reportInput: true });
    if (result.success) return curriculum ? compare(file, result.data, source, curriculum, at) : [];
    return result.error.issues.flatMap((issue) => at(source.line(placeOf(issue)), ...told(issue)));
  } catch (error) {
    if (!(error instanceof AuthorError)) throw error;
    return at(error.place.line, error.problem, error.remedy);
  }
}

/** An unknown key is an issue of the object that it stands in. */
const placeOf = (issue: z.core.$ZodIssue): PropertyKey[] =>
  issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;

function told(issue: z.core.$ZodIssue): [message: string, remedy: string] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return [
      `The head of a lesson knows no ${issue.keys.join(', ')}.`,
      meantOr(key, Object.keys(schema.shape), remedy),
    ];
  }
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return [`This lesson has no ${path || 'head'}.`, `Add it. ${remedy}`];
  return [`${path} in the head: ${issue.message}.`, remedy];
}

type Tell = (line: number | undefined, message: string, remedy: string) => Problem[];

/** A file in a chapter's folder must be where, and say what, the curriculum plans. */
function compare(
  file: string,
  head: Head,
  source: YamlSource,
  { chapters }: Curriculum,
  at: Tell,
): Problem[] {
  if (!/^content\/[^/]+\//u.test(file)) return [];
  const id = lessonId(file);
  const lessons = chapters.flatMap((chapter) => chapter.lessons);
  const planned = lessons.find((lesson) => lesson.id === id);
  if (!planned)
    return at(
      1,
      `The curriculum plans no lesson "${id}".`,
      meantOr(
        id,
        lessons.map((lesson) => lesson.id),
        'Add it to content/curriculum.yaml, or name the file after one of its ids.',
      ),
    );
  if (file !== `content/${planned.file}`)
    return at(
      1,
      `Lesson ${planned.number} stands in the wrong place.`,
      `Move it to content/${planned.file}.`,
    );
  return differences(head, planned).flatMap(([key, here, there]) =>
    at(
      source.line([key]),
      `${key} here is ${here}, in content/curriculum.yaml ${there}.`,
      `Make the two agree: change it here, or at "id: ${id}" there.`,
    ),
  );
}

function differences({ title, minutes, needs }: Head, planned: PlannedLesson): [string, string, string][] {
  const sorted = (ids: readonly string[]): string => `[${[...ids].sort().join(', ')}]`;
  return [
    ...(title === planned.title
      ? []
      : [['title', `"${title}"`, `"${planned.title}"`] as [string, string, string]]),
    ...(minutes === undefined || minutes === planned.minutes
      ? []
      : [['minutes', String(minutes), String(planned.minutes)] as [string, string, string]]),
    ...(needs.length === 0 || sorted(needs) === sorted(planned.needs)
      ? []
      : [['needs', sorted(needs), sorted(planned.needs)] as [string, string, string]]),
  ];
}
