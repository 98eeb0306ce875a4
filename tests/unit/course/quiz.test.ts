import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { checkLessons } from '../../../src/course/lesson-check.ts';
import { listLessonFiles, readLessonFile } from '../../../src/course/lesson-files.ts';
import { partsOf, readLesson, type Lesson } from '../../../src/course/lesson.ts';
import { collectTypes } from '../../../src/course/types-world.ts';
import { shuffled } from '../../../src/course/vocabulary/question-shuffle.ts';
import { texInWords } from '../../../src/course/vocabulary/question-title.ts';
import { keyOf, type QuestionSpec, type QuizSpec } from '../../../src/course/vocabulary/quiz-spec.ts';
import { quiz } from '../../../src/course/vocabulary/quiz.ts';
import { questionKey, type QuestionKey } from '../../../src/learning/quiz-key.ts';
import { markAnswer, rightAnswer } from '../../../src/learning/quiz-mark.ts';

const root = process.cwd();
const folder = 'tests/fixtures/lessons';

const broken: [name: string, line: number, column: number, message: RegExp, remedy: RegExp][] = [
  ['quiz-no-reason', 14, 1, /choice does not explain itself/, /> why/],
  ['quiz-two-right', 12, 1, /one right choice; this has 2/, /several/],
  ['quiz-none-right', 12, 1, /None of these choices/, /\[x\]/],
  ['quiz-no-box', 14, 1, /does not say whether it is right/, /\[ \]/],
  ['quiz-number-alone', 9, 1, /no answer/, /answer=\{1\.27\}/],
  ['quiz-number-foreseen', 12, 1, /2\.4 counts as right/, /within/],
  ['quiz-number-unexplained', 9, 1, /right number is not explained/, /> why/],
  ['quiz-order-unordered', 9, 1, /kind order has no answers/, /1\. first/],
  ['quiz-pairs-twice', 12, 1, /Two right-hand sides read "x"/, /once/],
  ['quiz-pairs-unexplained', 12, 1, /do not explain themselves/, /third column/],
  ['quiz-groups-one', 12, 1, /one group/, /two groups/],
  [
    'quiz-groups-single',
    12,
    1,
    /No two items .* belong to one group/,
    /one row for each item, item \| group/,
  ],
  ['quiz-kind', 9, 1, /one, several, number, order, pairs, groups/, /kind/],
  ['quiz-id-repeated', 14, 1, /question "a" stands in line 9/, /of its own/],
  ['quiz-address-taken', 16, 1, /"q-a" is that of a quiz/, /of its own/],
  ['quiz-question-outside', 8, 1, /outside <Quiz>/, /into <Quiz>/],
  ['quiz-prose', 9, 1, /Only questions/, /before the quiz/],
  ['quiz-empty', 8, 1, /asks nothing/, /<Question>/],
  ['quiz-no-prompt', 9, 1, /asks nothing/, /before the answers/],
];

test.each(broken)('%s', (name, line, column, message, remedy) => {
  const { lesson, problems } = readLessonFile(root, `${folder}/${name}.mdx`);
  const all = [...problems, ...checkLessons([lesson], () => collectTypes(root))];
  expect(all).toHaveLength(1);
  expect(all[0]).toMatchObject({ file: `${folder}/${name}.mdx`, line, column });
  expect(all[0]?.message).toMatch(message);
  expect(all[0]?.remedy).toMatch(remedy);
});

test('every broken quiz is tested', () => {
  const files = readdirSync(folder).filter((file) => file.startsWith('quiz-'));
  expect(files.map((file) => basename(file, '.mdx')).sort()).toEqual(broken.map(([name]) => name).sort());
});

const quizzesOf = (lesson: Lesson): QuizSpec[] => partsOf(lesson, quiz).map(({ spec }) => spec);
const written = listLessonFiles(root, { kitchen: true })
  .map((file) => readLessonFile(root, file))
  .flatMap(({ lesson }) => quizzesOf(lesson).map((spec) => ({ lesson: lesson.id, spec })));
const questions = written.flatMap(({ lesson, spec }) =>
  spec.questions.map((question) => [`${lesson}/${question.address}`, question] as const),
);

/** Each explanation of a question. */
function reasonsOf({ asks, why }: QuestionSpec): string[] {
  switch (asks.kind) {
    case 'one':
    case 'several':
      return asks.choices.map((choice) => choice.why);
    case 'number':
      return [why, ...asks.foreseen.map((each) => each.why)];
    case 'order':
      return asks.items.map((item) => item.why);
    default:
      return asks.rows.map((row) => row.why || why);
  }
}

test.each(questions)(
  '%s: its right answer is marked right, its choices explain themselves',
  (_, question) => {
    const key: QuestionKey = keyOf(question);
    expect(questionKey.parse(JSON.parse(JSON.stringify(key)))).toEqual(key);
    expect(markAnswer(key, rightAnswer(key))).toMatchObject({ right: true });
    expect(question.prompt).not.toBe('');
    for (const reason of reasonsOf(question)) expect(reason).not.toBe('');
  },
);

test.each(questions)('%s: no foreseen number is right, and each is recognised', (_, question) => {
  const key = keyOf(question);
  if (key.kind !== 'number') return;
  key.foreseen.forEach((value, index) => {
    expect(markAnswer(key, value)).toMatchObject({ right: false, foreseen: index });
  });
});

test('the kitchen has every kind of question', () => {
  const kinds = new Set(questions.map(([, { asks }]) => asks.kind));
  expect([...kinds].sort()).toEqual(['groups', 'number', 'one', 'order', 'pairs', 'several']);
});

const quizOf = (text: string): QuizSpec => {
  const { lesson, problems } = readLesson('content/x/01-a.mdx', text);
  expect(problems).toEqual([]);
  return quizzesOf(lesson)[0]!;
};
const small = (prompt: string, right: string): string =>
  `<Quiz id="q" title="Q">\n<Question id="a" kind="one">\n${prompt}\n\n- [x] ${right}\n  > Yes.\n- [ ] No\n  > No.\n</Question>\n</Quiz>\n`;

test('a quiz is known by what it says', () => {
  const { hash } = quizOf(small('Which?', 'This'));
  expect(quizOf(small('Which?', 'This')).hash).toBe(hash);
  expect(quizOf(small('Which one?', 'This')).hash).not.toBe(hash);
  expect(quizOf(small('Which?', 'That')).hash).not.toBe(hash);
});

test('formulas, code and measured numbers are part of the words', () => {
  const [question] = quizOf(small('Is $w^2$ in `code` **bold**, [linked](/x/)?', 'This $x$')).questions;
  expect(question?.prompt).toBe('Is w^2 in code bold, linked?');
  expect(question?.asks).toMatchObject({ choices: [{ text: 'This x' }, { text: 'No' }] });
});

test.each([
  [String.raw`\eta = 0.1`, 'η = 0.1'],
  ['w^2 + w^{10}', 'w² + w^10'],
  [String.raw`w - \eta \, \frac{dL}{dw}`, 'w - η dL/dw'],
  [String.raw`\nabla L \le \text{small}`, '∇ L ≤ small'],
  [String.raw`\unknown{x}`, 'unknownx'],
])('%s is listed as %s', (tex, words) => {
  expect(texInWords(tex)).toBe(words);
});

test('the title of a question is a line for reading, whatever its length', () => {
  const [question] = quizOf(small(String.raw`Is $\eta$ ${'long '.repeat(60)}?`, 'This')).questions;
  expect(question?.title).toMatch(/^Is η long .*…$/u);
  expect(question?.title.length).toBeLessThanOrEqual(200);
});

test('an answer keeps its key when another is added before it', () => {
  const text = small('Which?', 'This');
  const [before] = quizOf(text).questions;
  const [after] = quizOf(text.replace('- [x]', '- [ ] New\n  > No.\n- [x]')).questions;
  expect(keyOf(after!)).toMatchObject({ right: rightAnswer(keyOf(before!)) });
});

test('shuffling is the same each time, another with another seed, and never the forbidden order', () => {
  const parts = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => ({ key }));
  expect(shuffled(parts, 'seed')).toEqual(shuffled([...parts].reverse(), 'seed'));
  expect(shuffled(parts, 'seed')).not.toEqual(shuffled(parts, 'other'));
  for (let seed = 0; seed < 50; seed += 1) {
    const pair = parts.slice(0, 2);
    expect(shuffled(pair, String(seed), pair)).not.toEqual(pair);
  }
});
