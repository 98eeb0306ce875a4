import type { CompiledCell } from './compile.ts';

/** For each generated line, [generated column, source line, source column], all from 0. */
export type PositionMap = CompiledCell['map'];
type Segment = PositionMap[number][number];

/** Leaves out the segments that follow from the one before: same line, same distance. */
export function thinOut(lines: readonly (readonly (readonly number[])[])[]): PositionMap {
  return lines.map((line) => {
    const kept: Segment[] = [];
    for (const [column = 0, , sourceLine = 0, sourceColumn = 0] of line) {
      const last = kept.at(-1);
      const follows = last?.[1] === sourceLine && sourceColumn - last[2] === column - last[0];
      if (!follows) kept.push([column, sourceLine, sourceColumn]);
    }
    return kept;
  });
}

/**
 * The place in the reader's text of a place in the generated module; both count from 0. What was put in between
 * (`$.`) stands for what follows it. `null` for lines that the reader did not write.
 */
export function sourcePosition(
  map: PositionMap,
  line: number,
  column: number,
): { line: number; column: number } | null {
  const segments = map[line] ?? [];
  const index = segments.findLastIndex(([start]) => start <= column);
  const segment = segments[Math.max(index, 0)];
  if (!segment) return null;
  const [start, sourceLine, sourceColumn] = segment;
  const next = segments[Math.max(index, 0) + 1];
  const reached = sourceColumn + Math.max(column - start, 0);
  const bound = next?.[1] === sourceLine && next[2] >= sourceColumn ? next[2] : Infinity;
  return { line: sourceLine, column: Math.min(reached, bound) };
}
