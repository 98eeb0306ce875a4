import { isolines } from './isolines.ts';
import { linePath } from './frame.ts';
import { makeSvg } from './make.ts';
import { toLab, toRgb, type Rgb } from './palette.ts';
import type { Plane } from './paths.ts';
import { classAt, type Classifier } from './plane-model.ts';
import { drawSymbol, toneOf } from './symbols.ts';
import { readToken, type Token } from './theme.ts';

/** What the classifier says at places across the whole plane, its edges included; rows from the smallest y upwards. */
export type Votes = readonly (readonly (readonly number[])[])[];

/** Steps are drawn finer than slopes: their edges are seen. */
const sizes = { fine: [200, 130], coarse: [100, 66] } as const;

export function askPlane(classifier: Classifier, plane: Plane, size: keyof typeof sizes): Votes {
  const [columns, rows] = sizes[size];
  return Array.from({ length: rows + 1 }, (_, j) =>
    Array.from({ length: columns + 1 }, (_, i) => classifier(...placeAt(plane, i / columns, j / rows))),
  );
}

const tokens = { this: 'blue', other: 'orange', good: 'green', warn: 'gold', soft: 'soft' } as const;

/** Tints the canvas, one pixel for each place asked, the deeper the surer. */
export function paintRegions(canvas: HTMLCanvasElement, votes: Votes): void {
  const [width, height] = [votes[0]?.length ?? 0, votes.length];
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null || width === 0) return;
  const image = context.createImageData(width, height);
  const shade = shades(canvas);
  votes.forEach((row, j) => {
    row.forEach((shares, i) => {
      const colour = shade(shares);
      if (colour !== null) image.data.set([...colour, 255], 4 * ((height - 1 - j) * width + i));
    });
  });
  context.putImageData(image, 0, 0);
}

const placeAt = ({ x, y }: Plane, across: number, up: number): [number, number] => [
  x.domain[0] + (x.domain[1] - x.domain[0]) * across,
  y.domain[0] + (y.domain[1] - y.domain[0]) * up,
];

/** The colour of a vote: that of the winner, mixed into the ground by how far it is ahead. */
function shades(element: Element): (shares: readonly number[]) => Rgb | null {
  const ground = toLab(readToken(element, 'raised'));
  const known = new Map<string, Rgb>();
  const hue = (index: number) => toLab(readToken(element, tokens[toneOf(index)] satisfies Token));
  const hues = [0, 1, 2, 3].map(hue);
  return (shares) => {
    if (!shares.some(Number.isFinite)) return null;
    const best = Math.max(...shares);
    const winner = shares.indexOf(best);
    const even = 1 / Math.max(2, shares.length);
    const ahead = Math.round(16 * Math.min(1, Math.max(0, (best - even) / (1 - even))));
    const key = `${winner} ${ahead}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const tone = hues[winner % hues.length] ?? ground;
    const part = 0.05 + (0.11 * ahead) / 16;
    const mix = (k: 0 | 1 | 2) => ground[k] + (tone[k] - ground[k]) * part;
    const colour = toRgb([mix(0), mix(1), mix(2)]);
    known.set(key, colour);
    return colour;
  };
}

/** Where one class ends and another begins. */
export function drawBoundary(votes: Votes, classes: number, plane: Plane): SVGGElement {
  const group = makeSvg('g', { class: 'boundary' });
  const [left, right] = plane.x.range;
  const [bottom, top] = plane.y.range;
  const [columns, rows] = [(votes[0]?.length ?? 2) - 1, votes.length - 1];
  /** 0.5 where this class is as strong as the strongest other. */
  const ahead = (shares: readonly number[], of: number) =>
    0.5 + (shares[of] ?? NaN) - Math.max(...shares.filter((_, k) => k !== of));
  const wanted = classes <= 2 ? [1] : Array.from({ length: classes }, (_, of) => of);
  for (const of of wanted) {
    const values = votes.map((row) => row.map((shares) => ahead(shares, of)));
    const d = isolines(values, 0.5)
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

/** Pixels between the small symbols that tell regions apart without colour. */
const lattice = 46;

export function drawTexture(classifier: Classifier, plane: Plane): SVGGElement {
  const group = makeSvg('g', { class: 'texture' });
  const [left, right] = plane.x.range;
  const [bottom, top] = plane.y.range;
  for (let py = top + lattice / 2; py < bottom; py += lattice)
    for (let px = left + lattice / 2; px < right; px += lattice) {
      const at = classAt(classifier, plane.x.invert(px), plane.y.invert(py));
      if (at !== null) group.append(drawSymbol(at, px, py));
    }
  return group;
}
