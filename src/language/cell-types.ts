/**
 * How a cell is type-checked, at build time and in the editor alike. A cell is checked as a module that begins with
 * its own text, so that positions need no mapping, and goes on with the lesson's other cells.
 *
 * TypeScript itself is handed in: this file is light, and the page loads the compiler only when someone edits.
 */
import type * as TypeScript from 'typescript';

/** A cell's text by its id, as `/data/lesson/<id>.json` and the saved work have it. */
export interface CellText {
  id: string;
  source: string;
}

/** A problem in the cell's own text. `start` and `length` count UTF-16 units from the start of the text. */
export interface TypeProblem {
  start: number;
  length: number;
  message: string;
  code: number;
}

/** The module that a cell is checked as. */
export const cellFile = '/cell.ts';

/* eslint-disable @typescript-eslint/no-unsafe-enum-assignment -- the enums live in the compiler, which is not here */
/**
 * Compiler options, the enums as numbers: target and module ESNext, resolution Bundler. Paths are those of
 * `/data/types.json`.
 */
export const cellCompilerOptions: TypeScript.CompilerOptions = {
  target: 99,
  module: 99,
  moduleResolution: 100,
  moduleDetection: 3,
  lib: ['lib.es2023.d.ts'],
  types: [],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
};
/* eslint-enable @typescript-eslint/no-unsafe-enum-assignment */

/** The cell's text first, then the other cells' in page order. */
export function cellModule(cells: readonly CellText[], id: string): string {
  const own = cells.find((cell) => cell.id === id)?.source ?? '';
  const others = cells.filter((cell) => cell.id !== id).map((cell) => cell.source);
  return [own, ...others, 'export {};'].join('\n');
}
