/** What a reader answers with: radio buttons, a box for a number, a list to reorder, selects. */
import type { Plain } from '../../kernel/plain.ts';
import type { QuestionKey } from '../../learning/quiz-key.ts';
import type { Mark } from '../../learning/quiz-mark.ts';

/** An answer, or what is still missing, in words. */
export type Given = { answer: Plain } | { missing: string };

export interface AnswerControl {
  read(): Given;
  /** Puts an answer that fits the question. */
  write(answer: Plain): void;
  /** As it was before anyone answered. */
  clear(): void;
  /**
   * Shows what is right and wrong of the answer that stands there, with explanations.
   * @param shown the reader asked for the answer: nothing was right or wrong
   */
  mark(mark: Mark, shown: boolean): void;
}

export interface ControlParts<K extends QuestionKey['kind']> {
  root: HTMLElement;
  key: Extract<QuestionKey, { kind: K }>;
  /** To be called when the reader changes the answer. */
  changed(): void;
  /** To be called when the reader wants it checked. */
  check(): void;
  /** Says something to a screen reader that others see. */
  say(text: string): void;
}

/** The elements for the keys of choices, items or rows. */
export function partsOf(root: HTMLElement): Map<string, HTMLElement> {
  const elements = root.querySelectorAll<HTMLElement>('[data-part]');
  return new Map([...elements].map((element) => [element.dataset['part'] ?? '', element]));
}
