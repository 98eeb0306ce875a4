/**
 * What a cell's text means: strip types, names defined and needed, rewriting. Pure text → record, used at build
 * time and in the worker alike.
 */

/** What running a cell takes. Same shape as `compiledCell` of the kernel's protocol. */
export interface CompiledCell {
  /** A module whose default export is `async ($, $import) => last value`; `$` is the lesson's scope. */
  code: string;
  /** Names that the cell puts into the lesson's scope, in order of appearance. */
  defines: string[];
  /** Free names that are neither JavaScript's nor the page's (`tf`, `show` …): other cells must define them. */
  needs: string[];
  /** Modules imported (`descent/data`). */
  imports: string[];
  /** For each generated line, [generated column, source line, source column], all from 0. */
  map: [number, number, number][][];
}

/** A fault in a cell's text, at a place that counts from 1. */
export interface Fault {
  line: number;
  column: number;
  message: string;
  /** What to do about it. */
  remedy?: string;
}

export type Compilation = { ok: true; cell: CompiledCell } | { ok: false; fault: Fault };
