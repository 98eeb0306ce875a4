/** The solution beside the reader's own text. */
import { make } from '../../figures/make.ts';
import { highlighted } from '../cell/code.ts';

export interface SolutionView {
  readonly open: boolean;
  show(solution: string): void;
  close(): void;
  /** The reader's text as it stands. */
  own(text: string): void;
}

export function createSolutionView(place: HTMLElement, title: string): SolutionView {
  const side = (name: string, code: HTMLElement): HTMLElement =>
    make('section', { 'aria-label': `${name}: ${title}` }, make('p', { class: 'exercise-side' }, name), code);
  const own = make('pre', { class: 'exercise-code', tabindex: '0' });
  const theirs = make('pre', { class: 'exercise-code', tabindex: '0' });
  let open = false;
  let text = '';
  const draw = (): void => own.replaceChildren(highlighted(text));
  return {
    get open() {
      return open;
    },
    show(solution) {
      open = true;
      theirs.replaceChildren(highlighted(solution));
      draw();
      place.replaceChildren(side('Yours', own), side('A solution', theirs));
    },
    close() {
      open = false;
      place.replaceChildren();
    },
    own(now) {
      text = now;
      if (open) draw();
    },
  };
}
