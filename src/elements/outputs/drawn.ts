import type { OutputKind, OutputOf, Points } from '../../kernel/protocol.ts';

/** One output in the page. `update` draws a newer record of the same kind into the same element. */
export interface Drawn<K extends OutputKind> {
  readonly element: HTMLElement;
  update(output: OutputOf<K>): void;
  /** Lets a series grow. */
  append?(points: Points): void;
  /** The run has ended: nothing more comes until the next one. */
  finish?(): void;
  dispose?(): void;
}

/** A view that is simply drawn anew with each record. */
export function redrawn<K extends OutputKind>(
  output: OutputOf<K>,
  draw: (output: OutputOf<K>) => readonly (Node | string)[],
): Drawn<K> {
  const element = document.createElement('div');
  element.append(...draw(output));
  return {
    element,
    update: (next) => {
      element.replaceChildren(...draw(next));
    },
  };
}
