/** Holds an exercise to the rules of the reader's assignments, and says which. Fetched where one names the lesson. */
import { freshId, make } from '../../figures/make.ts';
import { rulesNow } from '../assignment/enforce.ts';
import type { ExerciseHost } from './exercise.ts';
import type { Hints } from './hints.ts';

export interface Assigned {
  /** Whether the rules forbid it now; the reader is told why. */
  forbids(what: 'hints' | 'solution'): boolean;
  /** Shows the rules as they are now. */
  show(): void;
}

export function createAssigned(host: ExerciseHost, hints: Hints): Assigned {
  const { bar, parts } = host;
  const ids = { hints: freshId('rule'), solution: freshId('rule') };
  const place = make('div', { class: 'exercise-rules' });
  parts.bar.after(place);

  const now = () => {
    const { state, tries = 0 } = host.progress() ?? {};
    return rulesNow(host.lesson, host.id, { passed: state === 'passed', tries });
  };

  function hold(button: HTMLButtonElement, why: string | null, id: string): void {
    // A hint may be at its end for a reason of its own.
    if (why !== null) button.ariaDisabled = 'true';
    else if (button.getAttribute('aria-describedby') === id) button.ariaDisabled = null;
    if (why !== null) button.setAttribute('aria-describedby', id);
    else button.removeAttribute('aria-describedby');
  }

  function show(): void {
    const rules = now();
    const lines: [string | null, string | undefined][] = [
      [rules.tries, undefined],
      [hints.all === 0 ? null : rules.hints, ids.hints],
      [rules.solution, ids.solution],
    ];
    place.replaceChildren(...lines.flatMap(([text, id]) => (text === null ? [] : [make('p', { id }, text)])));
    hold(bar.hint, rules.hints, ids.hints);
    hold(bar.solution, rules.solution, ids.solution);
    if (rules.hints !== null) hints.hide();
  }

  show();
  return {
    forbids(what) {
      show();
      const why = now()[what];
      if (why !== null && document.activeElement === bar[what === 'hints' ? 'hint' : 'solution'])
        bar.say(why);
      return why !== null;
    },
    show,
  };
}
