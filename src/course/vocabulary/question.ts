/** `<Question>`: one question of a quiz. Its kind says how it is answered; every choice explains itself. */
import { questionMarkup } from './question-markup.ts';
import { readQuestion } from './question-read.ts';
import { shortened } from './question-title.ts';
import { placeOf } from './quiz-questions.ts';
import type { QuestionSpec } from './quiz-spec.ts';
import type { Word } from './word.ts';

export const question: Word<QuestionSpec> = {
  name: 'Question',
  within: ['Quiz'],
  parse(node, report) {
    const place = placeOf(node);
    const spec = readQuestion(node, place.quiz, report);
    if (spec && place.twin) {
      report(
        node,
        `The question "${spec.id}" stands in line ${place.twin.position?.start.line ?? 0} of this quiz already.`,
        'Give this question an id of its own.',
      );
      return null;
    }
    return spec;
  },
  address: ({ address, title }) => ({ id: address, title: shortened(title, 80), kind: 'quiz' }),
  render: (spec, node, { lesson }) =>
    questionMarkup(spec, node, placeOf(node), `${lesson}/${spec.quiz}/${spec.id}`),
};
