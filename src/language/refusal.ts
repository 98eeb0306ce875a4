import { getLineInfo } from 'acorn';
import type { Fault } from './compile.ts';

/** Thrown inside the compiler, and only there, when a cell's text cannot run; `compile` turns it into a fault. */
export class Refusal extends Error {
  /** Offset into the reader's text, from 0. */
  readonly offset: number;
  readonly remedy: string | undefined;

  constructor(offset: number, message: string, remedy?: string) {
    super(message);
    this.offset = offset;
    this.remedy = remedy;
  }
}

/** The same with the place as a reader counts it: line and column from 1. */
export function toFault(source: string, { offset, message, remedy }: Refusal): Fault {
  const { line, column } = getLineInfo(source, Math.min(offset, source.length));
  return { line, column: column + 1, message, ...(remedy === undefined ? {} : { remedy }) };
}
