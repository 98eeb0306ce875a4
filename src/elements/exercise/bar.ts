/** The buttons of an exercise. */
import { make } from '../../figures/make.ts';

export interface Bar {
  readonly check: HTMLButtonElement;
  readonly stop: HTMLButtonElement;
  readonly hint: HTMLButtonElement;
  readonly solution: HTMLButtonElement;
  /** Absent where there are no other numbers. */
  readonly numbers: HTMLButtonElement | null;
  /** While a check runs, Stop stands in Check's place. */
  running(is: boolean): void;
  /** So many of all hints are open. */
  hints(open: number, all: number): void;
  /** A sentence below the buttons, spoken as it comes. */
  say(text: string): void;
}

const button = (name: string, text: string): HTMLButtonElement =>
  make('button', { type: 'button', class: `exercise-button exercise-${name}` }, text);

export function createBar(place: HTMLElement, withNumbers: boolean): Bar {
  const [check, stop, hint] = [button('check', 'Check'), button('stop', 'Stop'), button('next-hint', 'Hint')];
  const solution = button('show-solution', 'Solution');
  const numbers = withNumbers ? button('numbers', 'Try with other numbers') : null;
  const says = make('p', { class: 'exercise-says', role: 'status' });
  stop.hidden = true;
  solution.ariaExpanded = 'false';
  place.append(
    ...(numbers ? [numbers] : []),
    make('span', { class: 'exercise-buttons' }, hint, solution, stop, check),
  );
  place.after(says);
  return {
    ...{ check, stop, hint, solution, numbers },
    running(is) {
      const focused = [check, stop].includes(document.activeElement as HTMLButtonElement);
      check.hidden = is;
      stop.hidden = !is;
      if (focused) (is ? stop : check).focus();
    },
    hints(open, all) {
      const over = open >= all;
      hint.textContent = over
        ? all === 1
          ? 'Hint is open'
          : 'Hints are open'
        : `Hint ${open + 1} of ${all}`;
      hint.ariaDisabled = over ? 'true' : null;
    },
    say(text) {
      says.textContent = text;
    },
  };
}
