import type { ContourData } from './contour-data.ts';
import { linePath } from './frame.ts';
import { isolines, levelsFor } from './isolines.ts';
import { make, makeSvg } from './make.ts';
import { extent, formatNumber } from './numbers.ts';
import { createRamp, css } from './palette.ts';
import type { Plane } from './paths.ts';
import { readToken } from './theme.ts';

/** How many contour lines. */
const lines = 11;

/** The colours of heights: the valley is the deepest blue, the heights are the ground of the page. */
function shades(element: Element): string[] {
  const ground = readToken(element, 'raised');
  const deep = readToken(element, 'blue');
  const tint = deep.map((c, k) => (ground[k] ?? 0) + (c - (ground[k] ?? 0)) * 0.42);
  const ramp = createRamp([[tint[0] ?? 0, tint[1] ?? 0, tint[2] ?? 0], ground]);
  return Array.from({ length: 64 }, (_, i) => css(ramp(i / 63)));
}

/** The tint as a small canvas, one pixel for each number, which the browser smooths. */
export function drawTint(data: ContourData, canvas: HTMLCanvasElement): void {
  const { values, log = false } = data;
  const range = extent(values.flat());
  const columns = values[0]?.length ?? 0;
  canvas.width = columns;
  canvas.height = values.length;
  const context = canvas.getContext('2d');
  if (range === null || context === null) return;
  const colours = shades(canvas);
  values.forEach((row, j) => {
    row.forEach((value, i) => {
      if (!Number.isFinite(value)) return;
      context.fillStyle = colours[Math.round(shareOf(value, range, log) * 63)] ?? '';
      context.fillRect(i, values.length - 1 - j, 1, 1);
    });
  });
}

/** 0 at the lowest place, 1 at the highest, in step with the contour lines. */
function shareOf(value: number, [low, high]: readonly [number, number], log: boolean): number {
  const part = high === low ? 0 : (value - low) / (high - low);
  return log ? Math.max(0, 1 + Math.log10(Math.max(1e-4, part)) / 4) : Math.sqrt(part);
}

export function drawContours(data: ContourData, { x, y }: Plane): SVGGElement {
  const { values, log = false } = data;
  const range = extent(values.flat());
  const group = makeSvg('g', { class: 'contours', 'aria-hidden': true });
  if (range === null) return group;
  const columns = (values[0]?.length ?? 2) - 1;
  const rows = values.length - 1;
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  for (const level of levelsFor(range[0], range[1], lines, log)) {
    const d = isolines(values, level)
      .map((line) =>
        linePath(
          line.map(([i, j]) => [left + (i / columns) * (right - left), bottom + (j / rows) * (top - bottom)]),
        ),
      )
      .join('');
    group.append(makeSvg('path', { d }));
  }
  return group;
}

/** Says which shade is which height. */
export function heightLegend(data: ContourData): HTMLElement {
  const range = extent(data.values.flat()) ?? [0, 0];
  return make(
    'div',
    { class: 'legend height-legend' },
    make('span', {}, `low ${formatNumber(range[0], 3)}`),
    make('span', { class: 'height-strip', 'aria-hidden': 'true' }),
    make('span', {}, `high ${formatNumber(range[1], 3)}`),
  );
}
