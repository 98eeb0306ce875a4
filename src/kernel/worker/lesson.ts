import type { CellText, CompiledCell, InputValue } from '../protocol.ts';
import type { Fault } from '../../language/compile.ts';
import type { Compile } from './language.ts';
import type { Dependencies } from './plan.ts';

export interface LessonCell extends Dependencies {
  readonly source: string;
  readonly title: string;
  /** Running it again changes nothing. */
  readonly fixed: boolean;
  readonly compiled: CompiledCell | null;
  /** What is wrong with its text; then `compiled` is `null` and names are those of the last text that was right. */
  readonly fault: Fault | null;
}

/** The texts of a lesson's cells in page order, and what the reader entered. */
export interface Lesson {
  cells(): readonly LessonCell[];
  find(cell: string): LessonCell | undefined;
  /** Takes over texts that changed. `compile` is called for those that were not compiled when the site was built. */
  edit(texts: readonly CellText[], compile: Compile): void;
  enter(cell: string, name: string, value: InputValue): void;
  entered(cell: string, name: string): InputValue | undefined;
  /** Nothing was entered in this cell. */
  clear(cell: string): void;
}

export function createLesson(): Lesson {
  let cells: readonly LessonCell[] = [];
  const inputs = new Map<string, InputValue>();

  function toCell(text: CellText, compile: Compile): LessonCell {
    const before = cells.find(({ id }) => id === text.id);
    const { id, title, source } = text;
    if (text.compiled !== null) {
      const { defines, needs, fixed = false } = text.compiled;
      return { id, title, source, compiled: text.compiled, fault: null, defines, needs, fixed };
    }
    const result = compile(source);
    if (result.ok) {
      const { defines, needs, fixed } = result.cell;
      return { id, title, source, compiled: result.cell, fault: null, defines, needs, fixed };
    }
    const { defines = [], needs = [] } = before ?? {};
    return { id, title, source, compiled: null, fault: result.fault, defines, needs, fixed: false };
  }

  return {
    cells: () => cells,
    find: (cell) => cells.find(({ id }) => id === cell),
    edit(texts, compile) {
      const changed = new Map(texts.map((text) => [text.id, toCell(text, compile)]));
      const kept = cells.map((cell) => {
        const now = changed.get(cell.id) ?? cell;
        changed.delete(cell.id);
        return now;
      });
      cells = [...kept, ...changed.values()];
    },
    enter(cell, name, value) {
      const key = `${cell}\n${name}`;
      if (!isSame(inputs.get(key), value)) inputs.set(key, value);
    },
    entered: (cell, name) => inputs.get(`${cell}\n${name}`),
    clear(cell) {
      for (const key of inputs.keys()) if (key.startsWith(`${cell}\n`)) inputs.delete(key);
    },
  };
}

/** The same value again keeps its identity, by which staleness is judged. */
function isSame(first: InputValue | undefined, second: InputValue): boolean {
  if (isFile(first) || isFile(second)) return isFile(first) && isFile(second) && sameFile(first, second);
  return JSON.stringify(first) === JSON.stringify(second);
}

interface File {
  name: string;
  bytes: ArrayBuffer;
}

function isFile(value: unknown): value is File {
  return typeof value === 'object' && value !== null && 'bytes' in value;
}

function sameFile(first: File, second: File): boolean {
  if (first.name !== second.name || first.bytes.byteLength !== second.bytes.byteLength) return false;
  const bytes = new Uint8Array(second.bytes);
  return new Uint8Array(first.bytes).every((byte, i) => byte === bytes[i]);
}
