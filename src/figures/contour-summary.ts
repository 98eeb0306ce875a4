import type { ContourData, Walk } from './contour-data.ts';
import { sentence } from './describe.ts';
import { counted, extent, formatNumber, formatWithin } from './numbers.ts';
import { boxHeight } from './plane-box.ts';
import { roomOf, type Room } from './room.ts';
import type { TableData } from './table-toggle.ts';

/** The height at a place, bilinear; NaN outside. */
export function heightAt(
  { x, y, values }: Pick<ContourData, 'x' | 'y' | 'values'>,
  px: number,
  py: number,
): number {
  const [rows, columns] = [values.length, values[0]?.length ?? 0];
  const u = ((px - x[0]) / (x[1] - x[0])) * (columns - 1);
  const v = ((py - y[0]) / (y[1] - y[0])) * (rows - 1);
  if (!(u >= 0 && v >= 0 && u <= columns - 1 && v <= rows - 1)) return NaN;
  const [i, j] = [Math.min(columns - 2, Math.floor(u)), Math.min(rows - 2, Math.floor(v))];
  const [s, t] = [u - i, v - j];
  const at = (r: number, c: number) => values[j + r]?.[i + c] ?? NaN;
  return (at(0, 0) * (1 - s) + at(0, 1) * s) * (1 - t) + (at(1, 0) * (1 - s) + at(1, 1) * s) * t;
}

/** The height of a walker after so many steps: its own where it brought one, else what the grid says. */
function heightOf({ points, heights }: Walk, step: number, data: ContourData): number {
  const [x, y] = points[step] ?? [NaN, NaN];
  return heights?.[step] ?? heightAt(data, x, y);
}

/** The figure in words. */
export function summarise(data: ContourData): string {
  const { x, y, xLabel = 'x', yLabel = 'y', values, paths } = data;
  const heights = extent(values.flat());
  const span = (label: string, [low, high]: readonly [number, number]) =>
    `${label} from ${formatNumber(low)} to ${formatNumber(high)}`;
  const land = `Heights over ${span(xLabel, x)} and ${span(yLabel, y)}`;
  const range =
    heights === null ? '' : `, between ${formatNumber(heights[0])} and ${formatNumber(heights[1])}`;
  return [sentence(land + range), ...paths.map((path) => sentence(describePath(path, data)))].join(' ');
}

function describePath(path: Walk, data: ContourData): string {
  const { label, points, heights } = path;
  const steps = points.length - 1;
  if (steps < 0) return `${label}: not begun`;
  const place = (step: number) => {
    const [x, y] = points[step] ?? [NaN, NaN];
    const height = heightOf(path, step, data);
    const where = `(${formatWithin(x, data.x)}, ${formatWithin(y, data.y)})`;
    const isKnown = heights === undefined ? isTold(height, data) : Number.isFinite(height);
    return isKnown ? `${where} at height ${formatNumber(height, 3)}` : where;
  };
  if (steps === 0) return `${label}: at ${place(0)}`;
  return `${label}: ${counted(steps, 'step')} from ${place(0)} to ${place(steps)}`;
}

/** "Step 12. Plain: height 3.2; momentum: height 0.4, lowest." */
export function describeRace(data: ContourData, step: number): string {
  const standing = data.paths
    .filter(({ points }) => points.length > 0)
    .map((path) => {
      const last = path.points.length - 1;
      return { label: path.label, height: heightOf(path, Math.min(step, last), data), arrived: step > last };
    });
  const lowest = Math.min(...standing.map(({ height }) => height).filter(Number.isFinite));
  const told = standing.map(({ label, height, arrived }) => {
    const where = Number.isFinite(height) ? `height ${formatNumber(height, 3)}` : 'outside';
    return `${label}: ${where}${height === lowest ? ', lowest' : ''}${arrived ? ', at its end' : ''}`;
  });
  return `Step ${formatNumber(step)}. ${told.join('; ')}.`;
}

/** Between its points the grid knows no height close to the bottom: what it would say there is the cell's width. */
function isTold(height: number, { values }: ContourData): boolean {
  const heights = extent(values.flat());
  if (heights === null || !Number.isFinite(height)) return false;
  const [low, high] = heights;
  return height === low || height - low > (high - low) / 100;
}

export function contourTable(data: ContourData): TableData {
  const { xLabel = 'x', yLabel = 'y', paths } = data;
  const rows = paths.flatMap((path) =>
    path.points.map(([x, y], i) => [
      path.label,
      String(i),
      formatNumber(x, 5),
      formatNumber(y, 5),
      formatNumber(heightOf(path, i, data), 5).replace('NaN', 'outside'),
    ]),
  );
  return { caption: 'The paths, step by step', columns: ['path', 'step', xLabel, yLabel, 'height'], rows };
}

/** The picture is as high as equal units of x and y want it, within bounds; the key of heights stands below it. */
/** Where the walkers stand at the step that is shown first. */
export const reading = (data: ContourData): string =>
  data.race === true ? describeRace(data, data.frame ?? lastStep(data)) : '';

export const lastStep = ({ paths }: ContourData): number =>
  Math.max(0, ...paths.map(({ points }) => points.length - 1));

export function room({ x, y, paths, frame }: ContourData): Room {
  const plays = frame === undefined && paths.some(({ points }) => points.length > 1) ? 1 : 0;
  // The key of heights stands below.
  return roomOf(boxHeight({ x, y }), [plays, 2 * plays], [21, 21]);
}
