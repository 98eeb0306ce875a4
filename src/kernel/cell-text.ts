import type { KernelOptions } from './kernel.ts';
import type { CellText } from './protocol.ts';

/** What the worker is told of a cell: the lesson's own text as built, or the reader's, which it compiles. */
export function toText(own: KernelOptions['cells'], id: string, source: string | null): CellText {
  const cell = own.find((each) => each.id === id);
  const title = cell?.title ?? id;
  if (cell !== undefined && (source === null || source === cell.source))
    return { id, title, source: cell.source, compiled: cell.compiled };
  return { id, title, source: source ?? '', compiled: null };
}
