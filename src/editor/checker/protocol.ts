/** What the editor asks the type checker in its worker. Offsets count UTF-16 units from the start of the cell. */
import type { CellText, TypeProblem } from '../../language/cell-types.ts';

export interface Place {
  /** The cell asked about. */
  cell: string;
  /** The lesson's cells in page order, the one asked about as it stands in the editor. */
  cells: readonly CellText[];
}

export interface Suggestion {
  name: string;
  /** TypeScript's word: `function`, `method`, `const` … */
  kind: string;
  sortText: string;
  deprecated: boolean;
}

export interface Documentation {
  /** The declaration in TypeScript. */
  declaration: string;
  /** Markdown. */
  text: string;
  start: number;
  length: number;
}

export interface Signatures {
  active: number;
  parameter: number;
  signatures: {
    label: string;
    text: string;
    /** Where the parameter stands in the label, and what is said of it. */
    parameters: { from: number; to: number; text: string }[];
  }[];
}

/** Each question with what it takes and what it gives. */
export interface Questions {
  problems: { takes: object; gives: TypeProblem[] };
  suggestions: { takes: { at: number }; gives: Suggestion[] };
  suggestion: { takes: { at: number; name: string }; gives: Documentation | null };
  documentation: { takes: { at: number }; gives: Documentation | null };
  signatures: { takes: { at: number }; gives: Signatures | null };
}

export type Topic = keyof Questions;
export type Takes<T extends Topic> = Place & Questions[T]['takes'];
export type Gives<T extends Topic> = Questions[T]['gives'];

/** One question on its way to the worker. */
export type Request = { [T in Topic]: { id: number; topic: T; takes: Takes<T> } }[Topic];

export type ToChecker = { type: 'types'; url: string } | ({ type: 'ask' } & Request);
/** `types` tells whether the declarations could be had; without them there is nothing to say about a cell. */
export type FromChecker =
  | { type: 'types'; loaded: boolean }
  | { type: 'answer'; id: number; answer: unknown }
  | { type: 'failed'; id: number; message: string };
