import type { Point } from '../../figures/labels.ts';

/**
 * Thins a polyline that is sorted by x to the first, lowest, highest and last point of each pixel column, so that
 * no spike is lost. Lines of at most `enough` points stay as they are.
 */
export function downsample(points: readonly Point[], enough = 2_000): readonly Point[] {
  if (points.length <= enough) return points;
  const kept: Point[] = [];
  let column: Point[] = [];
  for (const point of points) {
    const first = column[0];
    if (first !== undefined && (Math.floor(point[0]) !== Math.floor(first[0]) || Number.isNaN(point[1]))) {
      kept.push(...extremes(column));
      column = [];
    }
    column.push(point);
  }
  kept.push(...extremes(column));
  return kept;
}

function extremes(column: readonly Point[]): Point[] {
  if (column.length <= 4) return [...column];
  let low = 0;
  let high = 0;
  column.forEach(([, y], i) => {
    if (y < (column[low]?.[1] ?? y)) low = i;
    if (y > (column[high]?.[1] ?? y)) high = i;
  });
  const indices = [...new Set([0, low, high, column.length - 1])].sort((a, b) => a - b);
  return indices.map((i) => column[i] ?? [NaN, NaN]);
}
