/** What a question must know of the quiz that it stands in; noted when the quiz is read, which comes first. */
import type { Place } from './question-markup.ts';
import { isElement } from './read-words.ts';
import type { WordNode } from './word.ts';

export interface PlaceInQuiz extends Place {
  /** The quiz's id; empty where that is broken. */
  quiz: string;
  /** The question before it that has the same id. */
  twin: WordNode | null;
}

const places = new WeakMap<WordNode, PlaceInQuiz>();

/** Notes the places of a quiz's questions. @returns their elements */
export function notePlaces(quiz: WordNode, id: string): WordNode[] {
  const questions = quiz.children.filter(
    (child): child is WordNode & typeof child => isElement(child) && child.name === 'Question',
  );
  questions.forEach((node, index) => {
    const own = writtenId(node);
    const twin = questions.slice(0, index).find((other) => own !== null && writtenId(other) === own) ?? null;
    places.set(node, { quiz: id, number: index + 1, of: questions.length, twin });
  });
  return questions;
}

export const placeOf = (node: WordNode): PlaceInQuiz =>
  places.get(node) ?? { quiz: '', number: 1, of: 1, twin: null };

function writtenId({ attributes }: WordNode): string | null {
  for (const each of attributes)
    if (each.type === 'mdxJsxAttribute' && each.name === 'id' && typeof each.value === 'string')
      return each.value;
  return null;
}
