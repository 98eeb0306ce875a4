/** `<Quiz>`: questions that are marked in the page. */
import * as z from 'zod';
import { idAttribute, readAttributes, titleAttribute } from './attributes.ts';
import { block } from './node.ts';
import { digest } from './question-parts.ts';
import { readQuestion } from './question-read.ts';
import { notePlaces } from './quiz-questions.ts';
import type { QuestionSpec, QuizSpec } from './quiz-spec.ts';
import type { Word } from './word.ts';

const attributes = z.strictObject({ id: idAttribute, title: titleAttribute });

export const quiz: Word<QuizSpec> = {
  name: 'Quiz',
  parse(node, report) {
    const head = readAttributes(node, attributes, report);
    const nodes = notePlaces(node, head?.id ?? '');
    for (const child of node.children)
      if (!nodes.some((question) => question === child))
        report(
          child,
          'Only questions stand in a <Quiz>.',
          'Move this before the quiz, or into a <Question>.',
        );
    if (nodes.length === 0) report(node, 'This <Quiz> asks nothing.', 'Put at least one <Question> into it.');
    if (!head) return null;
    // What is wrong with a question is told when the question itself is read.
    const questions = nodes.flatMap((each) => readQuestion(each, head.id, () => undefined) ?? []);
    return { ...head, questions, hash: hashOf(questions) };
  },
  address: ({ id, title }) => ({ id, title, kind: 'quiz' }),
  render: ({ id, title, questions }, { children }, { lesson }) =>
    block(
      'descent-quiz',
      { id, dataLesson: lesson, dataState: 'todo', role: 'region', ariaLabel: `Quiz: ${title}` },
      [
        block('p', { className: ['quiz-bar'] }, [
          block('span', { className: ['quiz-title'] }, [`Quiz: ${title}`]),
        ]),
        ...children,
        block('p', { className: ['quiz-line'], role: 'status' }, [counted(questions.length)]),
      ],
    ),
};

/** Titles are made from prompts, and how may change. */
const hashOf = (questions: readonly QuestionSpec[]): string =>
  digest(JSON.stringify(questions.map((each) => ({ ...each, title: '' })))).slice(0, 16);

const counted = (count: number): string => `${count} ${count === 1 ? 'question' : 'questions'}.`;
