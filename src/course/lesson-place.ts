import type { LessonCell } from './lesson.ts';
import type { Problem } from './problems.ts';

type Placed = Pick<LessonCell, 'source' | 'place'>;

/** The place in the file of an offset in a cell's text. */
function placeInFile({ source, place }: Placed, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset).split('\n');
  return {
    line: place.line + before.length,
    column: place.indent + (before.at(-1)?.length ?? 0) + 1,
  };
}

export const cellProblem = (
  file: string,
  cell: Placed,
  offset: number,
  told: Pick<Problem, 'message' | 'remedy'>,
): Problem => ({ file, ...placeInFile(cell, offset), ...told });
