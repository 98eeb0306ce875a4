import { secantSlope, valueAt, type CurveData } from './curve-data.ts';
import { linePath } from './frame.ts';
import type { Label, Point } from './labels.ts';
import { makeSvg } from './make.ts';
import { formatNumber } from './numbers.ts';
import { dashOf, drawPath, inside, toPixels, type Plane } from './paths.ts';
import type { Path } from './plane-data.ts';

/** What stands on a curve: drawn, and named. */
export interface Marked {
  element: SVGGElement;
  label: Label | null;
  tone: Path['tone'];
}

export function marksOf(data: CurveData, plane: Plane): Marked[] {
  return [
    ...(data.secant === undefined ? [] : [secant(data, data.secant, plane)]),
    ...(data.tangent === undefined ? [] : [tangent(data, data.tangent, plane)]),
    ...(data.paths ?? []).map((path) => walk(path, plane)),
    ...(data.points ?? []).map((point) => dot(point, plane)),
  ];
}

function tangent(data: CurveData, { at, slope }: { at: number; slope: number }, plane: Plane): Marked {
  const y = valueAt(data, at);
  const label = `slope ${formatNumber(slope, 3)}`;
  return straight([at, y], slope, [at], label, 'other', plane);
}

function secant(data: CurveData, { from, to }: { from: number; to: number }, plane: Plane): Marked {
  const slope = secantSlope(data);
  return straight(
    [from, valueAt(data, from)],
    slope,
    [from, to],
    `secant, slope ${formatNumber(slope, 3)}`,
    'good',
    plane,
  );
}

/** A line through a place across the picture, with dots where it touches or cuts the curve. */
function straight(
  [x0, y0]: Point,
  slope: number,
  touches: readonly number[],
  text: string,
  tone: Path['tone'],
  plane: Plane,
): Marked {
  const { x, y } = plane;
  const at = (value: number): Point => [x(value), y(y0 + slope * (value - x0))];
  const ends = [at(x.domain[0]), at(x.domain[1])];
  const group = makeSvg('g', { 'data-tone': tone, class: 'straight' });
  group.append(makeSvg('path', { class: 'curve', d: linePath(ends), 'stroke-dasharray': dashOf[tone] }));
  for (const value of touches) {
    const [cx, cy] = at(value);
    if (Number.isFinite(cy)) group.append(makeSvg('circle', { class: 'walker', cx, cy, r: 4.5 }));
  }
  const line = Array.from({ length: 21 }, (_, i) => at(x.domain[0] + ((x.domain[1] - x.domain[0]) * i) / 20));
  return { element: group, label: { text, line: line.filter((point) => inside(point, plane)) }, tone };
}

function dot(
  {
    x,
    y,
    label,
    tone = 'this',
  }: { x: number; y: number; label?: string | undefined; tone?: Path['tone'] | undefined },
  plane: Plane,
): Marked {
  const [cx, cy] = [plane.x(x), plane.y(y)];
  const group = makeSvg('g', { 'data-tone': tone }, makeSvg('circle', { class: 'walker', cx, cy, r: 5 }));
  return { element: group, label: label === undefined ? null : { text: label, line: [[cx, cy]] }, tone };
}

/** Steps along the curve, each an arrow. */
function walk(path: Path, plane: Plane): Marked {
  const pixels = toPixels(path, plane);
  const element = drawPath(path, pixels, plane);
  element.append(...pixels.flatMap((to, i) => arrow(pixels[i - 1], to, plane)));
  return {
    element,
    label: { text: path.label, line: pixels.filter((point) => inside(point, plane)) },
    tone: path.tone,
  };
}

/** The head of an arrow in the middle of a step that is long enough to bear one. */
function arrow(from: Point | undefined, to: Point, plane: Plane): SVGElement[] {
  if (from === undefined || !inside(to, plane) || !inside(from, plane)) return [];
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (length < 22) return [];
  const angle = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
  const [mx, my] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  return [
    makeSvg('path', {
      class: 'arrow',
      d: 'M-4-3.6L4 0L-4 3.6Z',
      transform: `translate(${mx} ${my}) rotate(${angle})`,
    }),
  ];
}
