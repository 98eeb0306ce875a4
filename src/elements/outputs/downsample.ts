import type { Point } from '../../figures/labels.ts';

/** Width of a column in pixels: thinner ones are not seen, but long dashed paths are slow to paint. */
const column = 1.5;

/**
 * Thins a polyline that is sorted by x to the lowest and highest point of each narrow column, so that no spike is
 * lost; gaps and the very ends stay. Lines of at most `enough` points stay as they are.
 */
export function downsample(points: readonly Point[], enough = 800): readonly Point[] {
  if (points.length <= enough) return points;
  const kept: Point[] = [];
  let group: Point[] = [];
  const close = () => {
    kept.push(...extremes(group));
    group = [];
  };
  points.forEach((point, i) => {
    const first = group[0];
    const apart = first !== undefined && Math.floor(point[0] / column) !== Math.floor(first[0] / column);
    if (apart || Number.isNaN(point[1])) close();
    if (Number.isNaN(point[1]) || i === 0 || i === points.length - 1) {
      close();
      kept.push(point);
    } else group.push(point);
  });
  close();
  return kept;
}

/** The lowest and the highest, in their order. */
function extremes(group: readonly Point[]): Point[] {
  if (group.length <= 2) return [...group];
  let low = 0;
  let high = 0;
  group.forEach(([, y], i) => {
    if (y < (group[low]?.[1] ?? y)) low = i;
    if (y > (group[high]?.[1] ?? y)) high = i;
  });
  const indices = low === high ? [low] : [Math.min(low, high), Math.max(low, high)];
  return indices.map((i) => group[i] ?? [NaN, NaN]);
}
