import { compile, type CompiledCell } from '../language/compile.ts';
import type { Lesson, LessonCell } from './lesson.ts';

/** What a lesson's page fetches before the first run or edit: `/data/lesson/<id>.json`. */
export interface LessonRecord {
  lesson: string;
  /** Where `Math.random` begins in this lesson, so that a reader gets the numbers of the text. */
  seed: number;
  /** In page order. */
  cells: { id: string; title: string; source: string; live: boolean; compiled: CompiledCell }[];
}

/** @throws Error on a cell that does not compile; the checks have told its author by then */
export const toRecord = ({ id, file, cells }: Lesson): LessonRecord => ({
  lesson: id,
  seed: seedOf(id),
  cells: cells.map((cell) => ({
    id: cell.id,
    title: cell.title,
    source: cell.source,
    live: cell.live,
    compiled: compiledCell(file, cell),
  })),
});

function compiledCell(file: string, { id, source, place }: LessonCell): CompiledCell {
  const result = compile(source);
  if (result.ok) return result.cell;
  throw new Error(`${file}:${place.line + result.fault.line}: cell "${id}": ${result.fault.message}`);
}

/** A hash of the id (FNV-1a, 32 bits), from 0 to 2³² − 1. The same for ever, for texts speak of its results. */
export function seedOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
