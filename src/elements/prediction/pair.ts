import { make } from '../../figures/make.ts';

/** The guess and the run side by side, each with its name. */
export interface PairView {
  readonly element: HTMLElement;
  show(guess: string | null, real: string | null): void;
}

export function createPair(): PairView {
  const element = make('dl', { class: 'prediction-pair', hidden: true });
  const entry = (tone: string, name: string, text: string) =>
    make('div', { 'data-tone': tone }, make('dt', {}, name), make('dd', {}, text));
  return {
    element,
    show(guess, real) {
      element.replaceChildren(
        ...(guess === null ? [] : [entry('other', 'Your guess', guess)]),
        ...(real === null ? [] : [entry('this', 'The run', real)]),
      );
      element.hidden = element.children.length === 0;
    },
  };
}
