import type { KernelEvent } from '../../kernel/kernel.ts';
import type { CellError } from '../../kernel/protocol.ts';
import type { Version } from '../../learning/work.ts';
import type { Saved } from '../../learning/workbook.ts';

/** What a session asks of a cell on the page. */
export interface CellView {
  readonly id: string;
  readonly title: string;
  /** The lesson's own text. */
  readonly original: string;
  readonly live: boolean;
  /** It has no element: the numbers of an exercise. */
  readonly unseen?: boolean;
  text(): string;
  receive(event: KernelEvent): void;
  restore(saved: Saved): void;
  conflict(others: readonly Version[]): void;
  fail(error: CellError): void;
  /** Marks the line of an error that is told elsewhere. */
  mark(error: CellError): void;
  /** Shows a place in the text. */
  reveal(line: number, column: number): void;
  closeEditor(): void;
}
