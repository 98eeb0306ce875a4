/** The pieces of an exercise's markup, as the build made them. */
import type { DescentCell } from '../cell/cell.ts';

export interface ExerciseParts {
  readonly root: HTMLElement;
  readonly cell: DescentCell;
  readonly bar: HTMLElement;
  readonly report: HTMLElement;
  readonly solution: HTMLElement;
  /** Beside the kind: where the exercise stands. */
  readonly state: HTMLElement;
  readonly hints: readonly HTMLDetailsElement[];
}

export function partsOf(root: HTMLElement): ExerciseParts | null {
  const cell = root.querySelector('descent-cell');
  const [bar, report, solution, state] = ['bar', 'report', 'solution', 'state'].map((name) =>
    root.querySelector<HTMLElement>(`.exercise-${name}`),
  );
  if (!cell || !bar || !report || !solution || !state) return null;
  const hints = [...root.querySelectorAll<HTMLDetailsElement>('details.exercise-hint')];
  return { root, cell, bar, report, solution, state, hints };
}
