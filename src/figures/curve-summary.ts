import { secantSlope, valueAt, type CurveData } from './curve-data.ts';
import { asGiven } from './curve-walk.ts';
import { describeCurve, sentence } from './describe.ts';
import { counted, formatNumber } from './numbers.ts';
import { roomOf, type Room } from './room.ts';
import type { TableData } from './table-toggle.ts';

/** The figure in words. */
export function summarise(given: CurveData): string {
  const data = asGiven(given);
  const { xs, ys, xLabel = 'x', yLabel = 'y', tangent, secant, paths = [] } = data;
  const { curves = [], label: own } = data;
  const said = [
    describeCurve(own ?? yLabel, xs, ys, xLabel),
    ...curves.map((curve) => describeCurve(curve.label, xs, curve.ys, xLabel)),
  ];
  if (tangent !== undefined)
    said.push(
      `the tangent at ${xLabel} ${formatNumber(tangent.at)} has slope ${formatNumber(tangent.slope)}`,
    );
  if (secant !== undefined)
    said.push(
      `the secant from ${formatNumber(secant.from)} to ${formatNumber(secant.to)} has slope ${formatNumber(secantSlope(data))}`,
    );
  for (const { label, points } of paths) {
    const [first] = points;
    const last = points.at(-1);
    if (first === undefined || last === undefined) continue;
    const steps = counted(points.length - 1, 'step');
    said.push(`${label}: ${steps} from ${xLabel} ${formatNumber(first[0])} to ${formatNumber(last[0])}`);
  }
  return said.map(sentence).join(' ');
}

export function curveTable(given: CurveData): TableData {
  const data = asGiven(given);
  const { xs, ys, xLabel = 'x', yLabel = 'y', points = [], paths = [], curves = [], label = 'curve' } = data;
  const row = (name: string, x: number, y: number) => [name, formatNumber(x, 5), formatNumber(y, 5)];
  const all = [{ label, ys }, ...curves];
  const rows = [
    ...paths.flatMap(({ label: name, points: steps }) =>
      steps.map(([x, y], i) => row(`${name}, step ${i}`, x, y)),
    ),
    ...points.map((point) => row(point.label ?? 'point', point.x, point.y)),
    ...all.flatMap((curve) => some(xs, 50).map((x) => row(curve.label, x, valueAt({ xs, ys: curve.ys }, x)))),
  ];
  return { caption: `${yLabel} against ${xLabel}`, columns: ['', xLabel, yLabel], rows };
}

/** About so many of a list, evenly, the ends included. */
function some(list: readonly number[], count: number): number[] {
  if (list.length <= count) return [...list];
  return Array.from(
    { length: count },
    (_, i) => list[Math.round((i * (list.length - 1)) / (count - 1))] ?? NaN,
  );
}

export const height = 300;

export function room({ tangent, descent, play, paths = [] }: CurveData): Room {
  const sliders = (tangent?.moves === true ? 1 : 0) + (descent === undefined ? 0 : 1);
  const plays = descent !== undefined || (play === true && paths.some(({ points }) => points.length > 1));
  const rows = sliders + (plays ? 1 : 0);
  return roomOf(height, [rows, sliders + (plays ? 2 : 0)]);
}
