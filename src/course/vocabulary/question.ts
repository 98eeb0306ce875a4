/** `<Question>`: one question of a quiz. Its kind says how it is answered; every choice explains itself. */
import { questionMarkup } from './question-markup.ts';
import { readQuestion } from './question-read.ts';
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
  address: ({ address, prompt }) => ({ id: address, title: shortened(prompt), kind: 'quiz' }),
  render: (spec, node, { lesson }) =>
    questionMarkup(spec, node, placeOf(node), `${lesson}/${spec.quiz}/${spec.id}`),
};

/** At most 80 characters, cut between words. */
const shortened = (text: string): string =>
  text.length <= 80 ? text : `${text.slice(0, 79).replace(/\s+\S*$/u, '')}…`;
