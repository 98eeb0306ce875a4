/** A quiz as the build reads it: what is asked, what is right, and why. Texts are plain; markup is made separately. */

export interface QuizSpec {
  id: string;
  title: string;
  questions: QuestionSpec[];
  /** Changes when anything that is asked or right changes: 16 hexadecimal digits. */
  hash: string;
}

export interface QuestionSpec {
  /** Unique in its quiz. */
  id: string;
  quiz: string;
  /** In the page: `<quiz>-<id>`. */
  address: string;
  /** What is asked, formulas as their source. */
  prompt: string;
  /** What is asked, for reading: one line of at most 200 characters. */
  title: string;
  /** Nothing is shuffled. */
  fixed: boolean;
  asks: Asked;
  /** Explains the right answer as a whole; empty where its parts do. */
  why: string;
}

export type Asked =
  | { kind: 'one' | 'several'; choices: Choice[] }
  | { kind: 'number'; answer: number; within: number; unit: string; foreseen: Foreseen[] }
  | { kind: 'order'; /** In the right order. */ items: Part[] }
  | { kind: 'pairs' | 'groups'; rows: Row[]; targets: Target[] };

export type QuestionKind = Asked['kind'];
export const questionKinds = [
  'one',
  'several',
  'number',
  'order',
  'pairs',
  'groups',
] as const satisfies QuestionKind[];

export interface Part {
  /** Made from the text: the same as long as the text is. */
  key: string;
  text: string;
  why: string;
}
export interface Choice extends Part {
  right: boolean;
}
export interface Row extends Part {
  /** The key of the target that belongs to it. */
  target: string;
}
export interface Target {
  key: string;
  text: string;
}
export interface Foreseen {
  value: number;
  why: string;
}

/** What marking needs to know, in the form that `learning/quiz-key.ts` reads. */
export function keyOf({ asks }: QuestionSpec) {
  switch (asks.kind) {
    case 'one':
      return {
        kind: asks.kind,
        choices: asks.choices.map(({ key }) => key),
        right: rightKeys(asks.choices)[0] ?? '',
      };
    case 'several':
      return {
        kind: asks.kind,
        choices: asks.choices.map(({ key }) => key).sort(),
        right: rightKeys(asks.choices),
      };
    case 'number': {
      const { kind, answer, within, unit } = asks;
      return { kind, answer, within, unit, foreseen: asks.foreseen.map(({ value }) => value) };
    }
    case 'order':
      return { kind: asks.kind, right: asks.items.map(({ key }) => key) };
    default:
      return {
        kind: asks.kind,
        targets: asks.targets.map(({ key }) => key),
        right: Object.fromEntries(asks.rows.map(({ key, target }) => [key, target])),
      };
  }
}

const rightKeys = (choices: readonly Choice[]): string[] =>
  choices
    .filter(({ right }) => right)
    .map(({ key }) => key)
    .sort();
