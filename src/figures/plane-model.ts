import { heightAt } from './contour-summary.ts';
import type { ClassPoint, PlaneData, Regions } from './plane-figure-data.ts';
import { forward } from './small-net.ts';

/** For each class how much of the plane's vote it gets at a place; they add up to 1. */
export type Classifier = (x: number, y: number) => readonly number[];

export function classifierOf(data: PlaneData): Classifier | null {
  const { regions, classes, points } = data;
  if (regions === undefined) return null;
  switch (regions.by) {
    case 'grid':
      return gridClassifier(regions, data);
    case 'line': {
      const { w, b } = regions;
      return (x, y) => two(w[0] * x + w[1] * y + b > 0 ? 1 : 0);
    }
    case 'neighbours':
      return (x, y) => votes(nearest(points, regions.k, x, y), classes.length);
    case 'net':
      return (x, y) =>
        netShares(forward([x, y], regions.layers).at(-1) ?? [], regions.layers.at(-1)?.activation);
  }
}

const two = (share: number) => [1 - share, share];

function gridClassifier(
  { values }: Extract<Regions, { by: 'grid' }>,
  { x, y, classes }: PlaneData,
): Classifier {
  if (classes.length <= 2) return (px, py) => two(heightAt({ x, y, values }, px, py));
  const [rows, columns] = [values.length, values[0]?.length ?? 0];
  return (px, py) => {
    const j = Math.round(((py - y[0]) / (y[1] - y[0])) * (rows - 1));
    const i = Math.round(((px - x[0]) / (x[1] - x[0])) * (columns - 1));
    return classes.map((_, k) => (values[j]?.[i] === k ? 1 : 0));
  };
}

/** One output is the share of the second class: as it is after a sigmoid, by its sign otherwise. */
function netShares(output: readonly number[], last: string | undefined): readonly number[] {
  const [only = NaN] = output;
  if (output.length === 1) return two(last === 'sigmoid' ? only : 1 / (1 + Math.exp(-2 * only)));
  if (last === 'softmax') return output;
  const most = Math.max(...output);
  const powers = output.map((value) => Math.exp(value - most));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

function nearest(points: readonly ClassPoint[], k: number, x: number, y: number): ClassPoint[] {
  const best: { point: ClassPoint; distance: number }[] = [];
  for (const point of points) {
    const distance = (point.x - x) ** 2 + (point.y - y) ** 2;
    if (best.length === k && distance >= (best.at(-1)?.distance ?? 0)) continue;
    const at = best.findIndex((other) => other.distance > distance);
    best.splice(at < 0 ? best.length : at, 0, { point, distance });
    if (best.length > k) best.pop();
  }
  return best.map(({ point }) => point);
}

function votes(near: readonly ClassPoint[], classes: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const point of near) counts[point.class] = (counts[point.class] ?? 0) + 1;
  return counts.map((count) => (near.length === 0 ? NaN : count / near.length));
}

/** The class with the largest share, the first among equals; `null` where nothing can be said. */
export function classAt(classifier: Classifier, x: number, y: number): number | null {
  const shares = classifier(x, y);
  if (!shares.some(Number.isFinite)) return null;
  // A share of exactly one half belongs to the second class of two, as in 1 if p ≥ 0.5.
  if (shares.length === 2) return (shares[1] ?? 0) >= 0.5 ? 1 : 0;
  return shares.indexOf(Math.max(...shares));
}

/** Whether each point lies where its own class is; all of them where the plane is not divided. */
export function rightOnes(data: PlaneData): boolean[] {
  const classifier = classifierOf(data);
  return data.points.map(
    (point) => classifier === null || classAt(classifier, point.x, point.y) === point.class,
  );
}

/** The line through two places, turned so that the second class stays on its side. */
export function lineThrough(
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  before: { w: readonly [number, number]; b: number },
): { w: [number, number]; b: number } {
  const [nx, ny] = [ay - by, bx - ax];
  const length = Math.hypot(nx, ny);
  if (length < 1e-9) return { w: [...before.w], b: before.b };
  const size = Math.hypot(...before.w) || 1;
  const turn = nx * before.w[0] + ny * before.w[1] < 0 ? -1 : 1;
  const w: [number, number] = [(turn * size * nx) / length, (turn * size * ny) / length];
  return { w, b: -(w[0] * ax + w[1] * ay) };
}

/** Where w · (x, y) + b = 0 enters and leaves the picture; `null` where it does not cross it. */
export function lineEnds(
  { w: [wx, wy], b }: { w: readonly [number, number]; b: number },
  { x, y }: Pick<PlaneData, 'x' | 'y'>,
): [[number, number], [number, number]] | null {
  const ends: [number, number][] = [];
  if (wy !== 0) for (const px of x) ends.push([px, (wx * px + b) / -wy]);
  if (wx !== 0) for (const py of y) ends.push([(wy * py + b) / -wx, py]);
  const slack = 1e-9;
  const inside = ends.filter(
    ([px, py]) => px >= x[0] - slack && px <= x[1] + slack && py >= y[0] - slack && py <= y[1] + slack,
  );
  const [first] = inside;
  const other = inside.find(
    ([px, py]) => first !== undefined && Math.hypot(px - first[0], py - first[1]) > slack,
  );
  return first === undefined || other === undefined ? null : [first, other];
}
