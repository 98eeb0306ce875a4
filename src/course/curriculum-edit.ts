import { isSeq, parseDocument } from 'yaml';
import { AuthorError } from './author-error.ts';
import { parseCurriculum } from './curriculum.ts';

export interface NewLesson {
  id: string;
  /** Number of the chapter, from 1. */
  chapter: number;
  title: string;
  minutes: number;
  summary: string;
}

/**
 * The curriculum's text with one lesson more, at the end of its chapter; comments and layout stay.
 *
 * @throws AuthorError when there is no such chapter or the lesson does not fit the course
 */
export function withLesson(text: string, { chapter, ...lesson }: NewLesson, file: string): string {
  const document = parseDocument(text);
  const lessons = document.getIn(['chapters', chapter - 1, 'lessons']);
  if (!Number.isInteger(chapter) || !isSeq(lessons))
    throw new AuthorError(
      { file },
      `there is no chapter ${chapter}`,
      'Take the number of a chapter that is there.',
    );
  lessons.add(document.createNode(lesson));
  const edited = document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false });
  parseCurriculum(edited, file);
  return edited;
}
