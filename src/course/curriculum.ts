/** The course as `content/curriculum.yaml` plans it: read, checked, numbered. */
import * as z from 'zod';
import { parseWith, readYaml, type YamlSource } from './yaml-source.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/u, 'an id is lower-case words joined by hyphens');

const lessonSpec = z.strictObject({
  id,
  title: z.string().min(1),
  minutes: z.number().int().positive(),
  needs: z.array(id).default([]),
  summary: z.string().min(1).max(160).endsWith('.'),
});

const chapterSpec = z.strictObject({
  folder: z.string().regex(/^\d\d-[a-z0-9-]+$/u, 'a folder is two digits, a hyphen and a name'),
  title: z.string().min(1),
  lessons: z.array(lessonSpec).min(1),
});

const curriculumSpec = z.strictObject({ chapters: z.array(chapterSpec).min(1) });

export interface PlannedLesson extends z.infer<typeof lessonSpec> {
  /** As readers see it: `4.2`. */
  number: string;
  /** Where its file stands, or will stand, in `content/`. */
  file: string;
}

export interface PlannedChapter {
  number: number;
  folder: string;
  title: string;
  /** The sum of its lessons' minutes. */
  minutes: number;
  lessons: PlannedLesson[];
}

export interface Curriculum {
  chapters: PlannedChapter[];
}

/** Addresses of the site that no lesson may take. */
const taken = new Set([
  'assignment',
  'course',
  'data',
  'glossary',
  'kernel',
  'pagefind',
  'progress',
  'kitchen-sink',
  'one-cell',
  'sources',
  'teach',
  'topics',
]);

const remedy =
  'A chapter has folder, title, lessons; a lesson has id, title, minutes, summary (one sentence) and, if any, needs.';

/**
 * @param text the YAML
 * @param file its name, for errors
 * @throws AuthorError with file, line and remedy
 */
export function parseCurriculum(text: string, file = 'content/curriculum.yaml'): Curriculum {
  const source = readYaml(text, file);
  const { chapters } = parseWith(source, curriculumSpec, remedy);
  checkIds(source, chapters);
  checkOrder(source, chapters);
  return { chapters: chapters.map(toChapter) };
}

function toChapter(spec: z.infer<typeof chapterSpec>, index: number): PlannedChapter {
  const minutes = spec.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  return {
    number: index + 1,
    folder: spec.folder,
    title: spec.title,
    minutes,
    lessons: spec.lessons.map((lesson, place) => ({
      ...lesson,
      number: `${index + 1}.${place + 1}`,
      file: `${spec.folder}/${String(place + 1).padStart(2, '0')}-${lesson.id}.mdx`,
    })),
  };
}

type Specs = z.infer<typeof chapterSpec>[];

function checkIds(source: YamlSource, chapters: Specs): void {
  const seen = new Set<string>();
  for (const [c, chapter] of chapters.entries()) {
    const number = Number(chapter.folder.slice(0, 2));
    if (number !== c + 1)
      throw source.fault(
        ['chapters', c, 'folder'],
        `chapter ${c + 1} has the folder "${chapter.folder}"`,
        'Number the folders as the chapters stand, from 01.',
      );
    for (const [l, lesson] of chapter.lessons.entries()) {
      const place = ['chapters', c, 'lessons', l, 'id'];
      if (taken.has(lesson.id))
        throw source.fault(place, `"${lesson.id}" is an address of the site`, 'Choose another id.');
      if (seen.has(lesson.id))
        throw source.fault(
          place,
          `the id "${lesson.id}" is there twice`,
          'An id is unique in the course; rename the newer one.',
        );
      seen.add(lesson.id);
    }
  }
}

/** Prerequisites must come earlier, so following them always ends. */
function checkOrder(source: YamlSource, chapters: Specs): void {
  const all = new Set(chapters.flatMap((chapter) => chapter.lessons.map((lesson) => lesson.id)));
  const earlier = new Set<string>();
  for (const [c, chapter] of chapters.entries())
    for (const [l, lesson] of chapter.lessons.entries()) {
      for (const [n, need] of lesson.needs.entries()) {
        const place = ['chapters', c, 'lessons', l, 'needs', n];
        if (!all.has(need))
          throw source.fault(
            place,
            `"${lesson.id}" needs "${need}", which no lesson is called`,
            'Use the id of a lesson in this file.',
          );
        if (!earlier.has(need))
          throw source.fault(
            place,
            `"${lesson.id}" needs "${need}", which does not come before it`,
            'Move one of the two, or drop the need.',
          );
      }
      earlier.add(lesson.id);
    }
}
