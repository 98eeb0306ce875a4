import type { Box } from './labels.ts';

/** The tallest and the lowest picture, and what stands around it, in pixels. */
const [highest, lowest] = [360, 150];
export const margins = { left: 50, right: 18, top: 22, bottom: 44 } as const;

export interface Ranges {
  x: readonly [number, number];
  y: readonly [number, number];
}

/** Units of x and y are equally long when that gives a reasonable picture: then descent crosses the lines squarely. */
function ratioOf({ x, y }: Ranges): { ratio: number; equal: boolean } {
  const ratio = (y[1] - y[0]) / (x[1] - x[0]);
  const equal = ratio >= 0.3 && ratio <= 3;
  return { ratio: equal ? ratio : 0.5, equal };
}

/** Where the plane lies in a picture of this width. */
export function boxFor(ranges: Ranges, width: number): Box {
  const { ratio, equal } = ratioOf(ranges);
  const wide = Math.max(80, width - margins.left - margins.right);
  const height = Math.min(highest, Math.max(lowest, wide * ratio));
  const used = equal ? Math.min(wide, height / ratio) : wide;
  const left = margins.left + (wide - used) / 2;
  return { left, right: left + used, top: margins.top, bottom: margins.top + height };
}

/** The height of such a picture as a length of CSS, see `room.ts`. */
export function boxHeight(ranges: Ranges): string {
  const { ratio } = ratioOf(ranges);
  const [around, beside] = [margins.top + margins.bottom, margins.left + margins.right];
  return `clamp(${lowest}px, (100cqw - ${beside}px) * ${ratio.toFixed(4)}, ${highest}px) + ${around}px`;
}
