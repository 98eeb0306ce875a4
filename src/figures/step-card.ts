import { make } from './make.ts';
import './step-card.css';

/** One thing at a time in words, below the drawing that shows them all, with the way to those before and after it. */
export interface StepCard {
  readonly element: HTMLElement;
  show(paragraphs: readonly HTMLElement[], ends: { first: boolean; last: boolean }): void;
  /** Keeps as much room as these take, so that going from one to the next moves nothing. */
  keepRoom(paragraphs: readonly HTMLElement[]): void;
}

/**
 * @param names of the buttons, backwards and forwards.
 * @param go backwards with −1, forwards with 1.
 */
export function createStepCard(names: readonly [string, string], go: (step: number) => void): StepCard {
  const button = (text: string, step: number) => {
    const made = make('button', { type: 'button', class: 'figure-button quiet' }, text);
    made.addEventListener('click', () => go(step));
    return made;
  };
  const [back, forward] = [button(names[0], -1), button(names[1], 1)];
  const says = make('div', { class: 'step-says', 'aria-live': 'polite', 'aria-atomic': 'true' });
  const kept = make('div', { class: 'step-says kept', 'aria-hidden': true });
  const element = make(
    'div',
    { class: 'step-card' },
    make('div', { class: 'step-text' }, kept, says),
    make('div', { class: 'step-buttons' }, back, forward),
  );
  return {
    element,
    show: (paragraphs, { first, last }) => {
      // Not `disabled`: the button that was just pressed would lose the focus.
      back.ariaDisabled = String(first);
      forward.ariaDisabled = String(last);
      says.replaceChildren(...paragraphs);
    },
    keepRoom: (paragraphs) => kept.replaceChildren(...paragraphs),
  };
}

/** Over the whole drawing: one stop of the Tab key, where arrow keys and presses are taken. */
export const createReader = (description: string, label: string): HTMLElement =>
  make('div', {
    class: 'step-reader',
    tabindex: 0,
    role: 'application',
    'aria-roledescription': description,
    'aria-label': label,
  });
