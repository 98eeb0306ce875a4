import { toText } from './cell-text.ts';
import type { Collaborators } from './kernel-collaborators.ts';
import type { KernelOptions } from './kernel.ts';
import type { CellText } from './protocol.ts';

const delay = 400;

/** The texts of all cells, and which of them a worker has not been told of. */
export interface Edits {
  edit(cell: string, source: string | null): void;
  /** What a new worker begins with. */
  all(): CellText[];
  /** Sends what has changed now, and not when the typing rests. */
  flush(): void;
}

/** @param send takes the texts that changed; `false` when there is no worker to take them. */
export function createEdits(
  own: KernelOptions['cells'],
  clock: Collaborators['clock'],
  send: (cells: CellText[]) => boolean,
): Edits {
  const texts = new Map(own.map(({ id }) => [id, toText(own, id, null)]));
  const changed = new Set<string>();
  let timer: unknown;

  const flush = (): void => {
    clock.clearTimeout(timer as never);
    if (changed.size > 0 && send([...changed].flatMap((id) => texts.get(id) ?? []))) changed.clear();
  };
  return {
    edit: (cell, source) => {
      texts.set(cell, toText(own, cell, source));
      changed.add(cell);
      clock.clearTimeout(timer as never);
      timer = clock.setTimeout(flush, delay);
    },
    all: () => {
      changed.clear();
      return [...texts.values()];
    },
    flush,
  };
}
