/** Whether the topics have their homes where they say: in lessons that exist, at elements of the right kind. */
import type { Curriculum } from './curriculum.ts';
import type { Lesson } from './lesson.ts';
import { meantOr } from './likely-names.ts';
import type { Problem } from './problems.ts';
import { topicsFile, type Topic } from './topics.ts';
import type { PartKind } from './vocabulary/word.ts';

/** @param lessons those that are written */
export function checkTopics(
  topics: readonly Topic[],
  curriculum: Curriculum,
  lessons: readonly Lesson[],
  file = topicsFile,
): Problem[] {
  const planned = new Set(curriculum.chapters.flatMap((chapter) => chapter.lessons.map(({ id }) => id)));
  const written = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  const elements = new Map(lessons.map((lesson) => [lesson.id, elementsOf(lesson)]));
  return topics.flatMap((topic) => {
    const fault = faultOf(topic, planned, written.get(topic.home), elements.get(topic.home));
    return fault ? [{ file, line: topic.line, column: 1, ...fault }] : [];
  });
}

type Elements = ReadonlyMap<string, readonly PartKind[]>;

/** The elements of a lesson that can be a home, by id. A heading cannot. */
export function elementsOf({ cells, parts }: Lesson): Elements {
  const elements = new Map<string, PartKind[]>();
  const add = (id: string, kind: PartKind) => elements.set(id, [...(elements.get(id) ?? []), kind]);
  for (const { id, role } of cells) add(id, role === 'exercise' || role === 'figure' ? role : 'cell');
  for (const { address } of parts) if (address) add(address.id, address.kind);
  return elements;
}

function faultOf(
  { id, home, as, anchor }: Topic,
  planned: ReadonlySet<string>,
  lesson: Lesson | undefined,
  elements: Elements | undefined,
): Pick<Problem, 'message' | 'remedy'> | null {
  if (!planned.has(home))
    return {
      message: `"${id}" has its home in "${home}", which no lesson is called.`,
      remedy: meantOr(home, planned, 'Use the id of a lesson in content/curriculum.yaml.'),
    };
  if (anchor === undefined) return null;
  if (!lesson || !elements)
    return {
      message: `"${id}" has the anchor "${anchor}" in "${home}", which is not written yet.`,
      remedy: 'Take the anchor out until the lesson has its file.',
    };
  const kinds = elements.get(anchor);
  if (!kinds)
    return {
      message: `"${id}" has the anchor "${anchor}", but no element of ${lesson.file} has that id.`,
      remedy: meantOr(
        anchor,
        elements.keys(),
        'Use the id of a cell or of another element; a heading is none.',
      ),
    };
  if (kinds.includes(as)) return null;
  return {
    message: `"${id}" is to be a ${as}, but "${anchor}" in ${lesson.file} is a ${kinds.join(' and a ')}.`,
    remedy: `Say as: ${kinds[0] ?? as}, or give the anchor of a ${as}.`,
  };
}
