import { linePath } from './frame.ts';
import { formatNumber } from './numbers.ts';
import type { Point } from './labels.ts';
import { makeSvg } from './make.ts';
import type { Path } from './plane-data.ts';
import type { Scale } from './scale.ts';

/** A tone has its own dash and shape of dots, so that colour is never alone. */
export const dashOf: Record<Path['tone'], string | undefined> = {
  this: undefined,
  other: '5 4',
  good: '9 3 2 3',
  warn: '2 3',
  soft: '1 3',
};

export interface Plane {
  x: Scale;
  y: Scale;
}

export function toPixels({ points }: Pick<Path, 'points'>, { x, y }: Plane): Point[] {
  return points.map(([a, b]) => [x(a), y(b)] as const);
}

/** The step at which a path leaves the picture or stops being numbers; `null` when it never does. */
export function leavesAt({ points }: Pick<Path, 'points'>, plane: Plane): number | null {
  const within = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high;
  const at = points.findIndex(([x, y]) => !within(x, plane.x.domain) || !within(y, plane.y.domain));
  return at < 0 ? null : at;
}

/** What of these paths the picture cannot show, in words. */
export function remarksOn(paths: readonly Path[], plane: Plane): string {
  const remarks = paths.flatMap((path) => {
    const at = leavesAt(path, plane);
    return at === null ? [] : [`“${path.label}” left the picture at step ${formatNumber(at)}.`];
  });
  return remarks.join(' ');
}

/** A path up to a step: line, a dot for each step, a larger one where the walker stands. */
export function drawPath(path: Path, pixels: readonly Point[], plane: Plane): SVGGElement {
  const far = pixels.map(([x, y]): Point => [clampFar(x), clampFar(y)]);
  const group = makeSvg('g', { class: 'path', 'data-tone': path.tone });
  group.append(makeSvg('path', { class: 'curve', d: linePath(far), 'stroke-dasharray': dashOf[path.tone] }));
  for (const [cx, cy] of apart(far.filter((point) => inside(point, plane))))
    group.append(makeSvg('circle', { class: 'dot', cx: cx.toFixed(1), cy: cy.toFixed(1), r: 2.1 }));
  const start = far[0];
  const end = far.findLast((point) => inside(point, plane));
  if (start !== undefined && inside(start, plane))
    group.append(
      makeSvg('circle', { class: 'start', cx: start[0].toFixed(1), cy: start[1].toFixed(1), r: 4 }),
    );
  if (end !== undefined)
    group.append(makeSvg('circle', { class: 'walker', cx: end[0].toFixed(1), cy: end[1].toFixed(1), r: 5 }));
  return group;
}

/** Dots that touch would be a thick line: only those at least so many pixels from the last one. */
function apart(points: readonly Point[], distance = 4.5): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last === undefined || Math.hypot(point[0] - last[0], point[1] - last[1]) >= distance)
      kept.push(point);
  }
  return kept;
}

/** A step to 1e30 still has a direction, but SVG cannot draw so far. */
function clampFar(pixel: number): number {
  return Number.isNaN(pixel) ? pixel : Math.min(20_000, Math.max(-20_000, pixel));
}

export function inside([px, py]: Point, { x, y }: Plane): boolean {
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  return px >= left - 0.5 && px <= right + 0.5 && py >= top - 0.5 && py <= bottom + 0.5;
}
