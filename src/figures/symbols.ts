import { makeSvg } from './make.ts';
import type { Path } from './plane-data.ts';

/** Classes and lines by their number: each has a tone and a shape of its own, so that colour is never alone. */
const tones: readonly Path['tone'][] = ['this', 'other', 'good', 'warn'];

/** At most so many classes can be told apart. */
export const mostClasses = tones.length;

export function toneOf(index: number): Path['tone'] {
  return tones[index % tones.length] ?? 'soft';
}

/** Outlines around (0, 0), about 11 pixels wide: disc, triangle, square, diamond. */
const outlines = [
  'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z',
  'M0-6.2L5.9 5H-5.9Z',
  'M-4.6-4.6H4.6V4.6H-4.6Z',
  'M0-6.4L5.6 0L0 6.4L-5.6 0Z',
];

/** What the shape is called, for tables and ears. */
export const shapeNames = ['disc', 'triangle', 'square', 'diamond'] as const;

export function drawSymbol(index: number, x: number, y: number): SVGGElement {
  const d = outlines[index % outlines.length] ?? '';
  const transform = `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
  return makeSvg('g', { class: 'symbol', 'data-tone': toneOf(index), transform }, makeSvg('path', { d }));
}
