import { makeSvg } from './make.ts';
import { formatTick } from './numbers.ts';
import type { Placed } from './labels.ts';
import type { Scale } from './scale.ts';

/** The frame of a picture in the plane: quiet lines, few numbers, the names of the axes at their ends. */
export interface FrameOptions {
  x: Scale;
  y: Scale;
  xLabel: string;
  yLabel: string;
  /** How many numbers stand at each axis, about. */
  ticks?: { x: number; y: number };
  grid?: boolean;
  /** Whether numbers stand below; of pictures below each other only the last has them. */
  below?: boolean;
}

export function drawFrame({
  x,
  y,
  xLabel,
  yLabel,
  ticks,
  grid = true,
  below = true,
}: FrameOptions): SVGGElement {
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const group = makeSvg('g', { class: 'frame', 'aria-hidden': true });
  for (const value of y.ticks(ticks?.y ?? 4)) {
    const at = round(y(value));
    if (grid) group.append(makeSvg('line', { class: 'grid', x1: left, x2: right, y1: at, y2: at }));
    group.append(makeSvg('text', { x: left - 8, y: at + 4, 'text-anchor': 'end' }, formatTick(value)));
  }
  const xs = below ? x.ticks(ticks?.x ?? Math.max(2, Math.floor((right - left) / 90))) : [];
  for (const value of xs) {
    const at = round(x(value));
    group.append(makeSvg('line', { class: 'axis', x1: at, x2: at, y1: bottom, y2: bottom + 4 }));
    group.append(makeSvg('text', { x: at, y: bottom + 17, 'text-anchor': 'middle' }, formatTick(value)));
  }
  group.append(makeSvg('line', { class: 'axis', x1: left, x2: right, y1: bottom, y2: bottom }));
  group.append(
    makeSvg('text', { class: 'axis-name', x: right, y: bottom + 33, 'text-anchor': 'end' }, xLabel),
    makeSvg('text', { class: 'axis-name', x: Math.max(0, left - 36), y: top - 8 }, yLabel),
  );
  return group;
}

/** Pixels that numbers of the y axis take at the left of the frame, and the least that it leaves there. */
export const roomForNumbers = (ticks: readonly number[], least: number): number =>
  Math.max(least, ...ticks.map((value) => 12 + 7.2 * formatTick(value).length));

const round = (value: number) => Math.round(value * 10) / 10;

/** A label with a halo of the ground below it, so that lines do not strike it through. */
export function drawLabel(text: string, place: Placed): SVGTextElement {
  const { x, y, anchor } = place;
  return makeSvg('text', { class: 'line-label', x: round(x), y: round(y), 'text-anchor': anchor }, text);
}

/** `M … L …` through the points; a gap where a number is missing. */
export function linePath(points: readonly (readonly [number, number])[]): string {
  let path = '';
  let pen = 'M';
  for (const [x, y] of points) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      pen = 'M';
      continue;
    }
    path += `${pen}${x.toFixed(1)} ${y.toFixed(1)}`;
    pen = 'L';
  }
  return path;
}
