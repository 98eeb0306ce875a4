import { expect, test } from 'vitest';
import { parseCurriculum } from '../../../src/course/curriculum.ts';
import { indexTopics } from '../../../src/course/topics-index.ts';
import type { Topic } from '../../../src/course/topics.ts';

const curriculum = parseCurriculum(`chapters:
  - folder: 01-one
    title: One
    lessons: [{ id: first, title: The first, minutes: 10, summary: It begins. }]
`);
const entry = (term: string, anchor?: string): Topic => ({
  ...{ id: 'R001', term, kind: 'concept', does: 'runs it', home: 'first', as: 'cell', line: 1 },
  ...(anchor ? { anchor } : {}),
});

test('entries stand under their letters in the order of the alphabet, whatever marks they begin with', () => {
  const letters = indexTopics(
    [entry('perceptron'), entry('“Black box”'), entry('Épochs'), entry('3Blue1Brown'), entry('back end')],
    curriculum,
  );
  expect(letters.map(({ letter, id, entries }) => [letter, id, entries.map(({ term }) => term)])).toEqual([
    ['0–9', 'letter-digits', ['3Blue1Brown']],
    ['B', 'letter-b', ['back end', '“Black box”']],
    ['E', 'letter-e', ['Épochs']],
    ['P', 'letter-p', ['perceptron']],
  ]);
});

test('an entry leads to its element, or is planned in the lesson with its number', () => {
  const [letter] = indexTopics([entry('a', 'here'), entry('b')], curriculum);
  expect(letter?.entries).toMatchObject([{ at: 'first/#here', number: '1.1' }]);
  expect(indexTopics([entry('b')], curriculum)[0]?.entries[0]).toMatchObject({
    at: undefined,
    number: '1.1',
  });
});
