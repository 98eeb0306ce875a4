import { cite } from './cite.ts';
import { claim } from './claim.ts';
import { entry } from './entry.ts';
import { given } from './exercise-given.ts';
import { exercise } from './exercise.ts';
import { exact } from './measured-exact.ts';
import { figure } from './figure.ts';
import { hint } from './hint.ts';
import { maths, story } from './maths.ts';
import { measured } from './measured.ts';
import { predict } from './predict.ts';
import { question } from './question.ts';
import { quiz } from './quiz.ts';
import { recap } from './recap.ts';
import { table } from './table.ts';
import { term } from './term.ts';
import { timeline } from './timeline.ts';
import type { Word } from './word.ts';

/** Every word that a lesson may use, by name. */
export const words: ReadonlyMap<string, Word> = new Map(
  (
    [
      cite,
      claim,
      entry,
      exact,
      exercise,
      figure,
      given,
      hint,
      maths,
      measured,
      predict,
      question,
      quiz,
      recap,
      story,
      table,
      term,
      timeline,
    ] as Word[]
  ).map((word) => [word.name, word]),
);
