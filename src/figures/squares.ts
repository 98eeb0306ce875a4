/** A matrix as a sheet of squares, each filled by its number: the part that several figures share. */
import { makeSvg } from './make.ts';
import { extent, formatNumber } from './numbers.ts';

/** Rows of numbers, from the top. */
export type Matrix = readonly (readonly number[])[];

export interface Sheet {
  values: Matrix;
  /** Left upper corner, in pixels. */
  left: number;
  top: number;
  /** Pixels of one square. */
  size: number;
  /** The numbers that are filled faintest and strongest; with both signs, zero stays empty. */
  range: readonly [number, number];
  /** Writes the numbers into the squares where they fit. */
  numbers?: boolean;
}

/** Below this a square is too small for a number. */
export const smallestNumbered = 26;

/** A square that also holds a number is tinted less, so that the number can be read in light and dark. */
export const strongest = { plain: 100, numbered: 48 } as const;

export function drawSheet(sheet: Sheet): SVGGElement {
  const { values, left, top, size } = sheet;
  const written = sheet.numbers === true && size >= smallestNumbered;
  const group = makeSvg('g', { class: 'squares' });
  values.forEach((row, j) => {
    row.forEach((value, i) => {
      const [x, y] = [left + i * size, top + j * size];
      group.append(
        makeSvg('rect', {
          class: 'square',
          x,
          y,
          width: size,
          height: size,
          style: fillOf(value, sheet.range, written ? strongest.numbered : strongest.plain),
        }),
      );
      if (!Number.isFinite(value) && !written) group.append(crossOut(x, y, size));
      if (written) group.append(numberIn(value, x + size / 2, y + size / 2, size));
    });
  });
  return group;
}

/** Where there is no number: gold alone would be missed by some. */
const crossOut = (x: number, y: number, size: number): SVGPathElement =>
  makeSvg('path', { class: 'square-cross', d: `M${x} ${y + size}l${size} ${-size}` });

function numberIn(value: number, x: number, y: number, size: number): SVGTextElement {
  const text = fitNumber(value, (size - 6) / 7.2);
  return makeSvg('text', { class: 'square-number', x, y: y + 4, 'text-anchor': 'middle' }, text);
}

/** As many digits as fit into so many letters; where none do, a rounder number. */
export function fitNumber(value: number, letters: number): string {
  const texts = [
    ...[3, 2, 1].map((digits) => formatNumber(value, digits)),
    ...[2, 1, 0].map((places) => String(Number(value.toFixed(places))).replace('-', '−')),
    value.toExponential(0).replace('e+', 'e').replace('-', '−'),
  ];
  return texts.find(({ length }) => length <= letters) ?? texts.at(-1) ?? '';
}

/** A mix of the ground with blue, or orange below zero; gold where there is no number. */
export function fillOf(value: number, [low, high]: readonly [number, number], strongest: number): string {
  if (!Number.isFinite(value)) return 'fill:color-mix(in oklab,var(--gold) 45%,var(--raised))';
  const both = low < 0 && high > 0;
  const share = both ? Math.abs(value) / Math.max(-low, high) : (value - low) / (high - low || 1);
  const percent = (strongest * Math.min(1, Math.max(0, share))).toFixed(1);
  const tone = both && value < 0 ? '--orange' : '--blue';
  return `fill:color-mix(in oklab,var(${tone}) ${percent}%,var(--raised))`;
}

/** What the numbers of all these sheets span, zero included where they have one sign. */
export function rangeOf(...sheets: readonly Matrix[]): [number, number] {
  const [low, high] = extent(sheets.flat(2)) ?? [0, 1];
  return low === high ? [Math.min(0, low), Math.max(1, high)] : [low, high];
}

/** The side of a square when `columns` of them and `rows` of them have this much room; pixels, whole. */
export const sizeFor = (
  columns: number,
  rows: number,
  { width, height, most = 44 }: { width: number; height: number; most?: number },
): number => Math.max(3, Math.min(most, Math.floor(width / columns), Math.floor(height / rows)));
