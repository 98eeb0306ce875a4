/** Which lessons are written, in which order they are read, and what each needs. */
import { AuthorError } from './author-error.ts';
import type { Curriculum, PlannedLesson } from './curriculum.ts';

/** What there is of a lesson's file. */
export interface LessonFile {
  id: string;
  /** Path from the repository's root, as `content/04-learning-as-descent/02-cost.mdx`. */
  path: string;
  data: { title: string; minutes?: number | undefined; needs?: string[] | undefined };
}

export interface Lesson extends PlannedLesson {
  written: boolean;
}

export interface Chapter {
  number: number;
  title: string;
  minutes: number;
  lessons: Lesson[];
}

export interface Course {
  chapters: Chapter[];
  /** The first written lesson. */
  first: Lesson | undefined;
  find(id: string): Lesson | undefined;
  chapterOf(id: string): Chapter | undefined;
  /** The written lessons before and after this one in the order of the course. */
  neighbours(id: string): { prev: Lesson | undefined; next: Lesson | undefined };
}

/** @throws AuthorError when a lesson's file and the curriculum disagree */
export function createCourse(curriculum: Curriculum, files: LessonFile[]): Course {
  const planned = curriculum.chapters.flatMap((chapter) => chapter.lessons);
  for (const file of files) checkFile(file, planned);
  const written = new Set(files.map((file) => file.id));
  const chapters = curriculum.chapters.map((chapter) => ({
    ...chapter,
    lessons: chapter.lessons.map((lesson) => ({ ...lesson, written: written.has(lesson.id) })),
  }));
  const lessons = chapters.flatMap((chapter) => chapter.lessons);
  return {
    chapters,
    first: lessons.find((lesson) => lesson.written),
    find: (id) => lessons.find((lesson) => lesson.id === id),
    chapterOf: (id) => chapters.find((chapter) => chapter.lessons.some((lesson) => lesson.id === id)),
    neighbours(id) {
      const at = lessons.findIndex((lesson) => lesson.id === id);
      if (at < 0) return { prev: undefined, next: undefined };
      return {
        prev: lessons.slice(0, at).findLast((lesson) => lesson.written),
        next: lessons.slice(at + 1).find((lesson) => lesson.written),
      };
    },
  };
}

/** A file in a chapter's folder is a lesson; one directly in `content/`, or outside it, is a page of its own. */
export function isLessonPath(path: string): boolean {
  return /^content\/[^/]+\//u.test(path);
}

function checkFile(file: LessonFile, planned: PlannedLesson[]): void {
  const place = { file: file.path };
  const lesson = planned.find((candidate) => candidate.id === file.id);
  if (!lesson)
    throw new AuthorError(
      place,
      `the curriculum knows no lesson "${file.id}"`,
      'Add it to content/curriculum.yaml, or name the file after a lesson that is planned there.',
    );
  if (file.path !== `content/${lesson.file}`)
    throw new AuthorError(
      place,
      `lesson ${lesson.number} stands in the wrong place`,
      `Move it to content/${lesson.file}.`,
    );
  checkAgreement(file, lesson);
}

/** What both the lesson's head and the curriculum say must be the same. */
function checkAgreement(file: LessonFile, lesson: PlannedLesson): void {
  const { title, minutes, needs } = file.data;
  const differs = (what: string, here: string, there: string) =>
    new AuthorError(
      { file: file.path },
      `${what} here is ${here}, in the curriculum ${there}`,
      'Make the two agree; what differs would be shown in one place and not in the other.',
    );
  if (title !== lesson.title) throw differs('the title', `"${title}"`, `"${lesson.title}"`);
  if (minutes !== undefined && minutes !== lesson.minutes)
    throw differs('minutes', String(minutes), String(lesson.minutes));
  if (needs?.length && [...needs].sort().join() !== [...lesson.needs].sort().join())
    throw differs('needs', `[${needs.join(', ')}]`, `[${lesson.needs.join(', ')}]`);
}
