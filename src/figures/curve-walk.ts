import { valueAt, type CurveData } from './curve-data.ts';
import { descend } from './functions.ts';
import { formatNumber } from './numbers.ts';
import type { Path } from './plane-data.ts';

/** Gradient descent along the curve with this learning rate. */
export function walk(
  data: CurveData,
  { start, steps }: NonNullable<CurveData['descent']>,
  rate: number,
): Path {
  const { f = [0] } = data;
  const places = descend(f, start, rate, steps);
  return {
    label: `learning rate ${formatNumber(rate, 3)}`,
    tone: 'this',
    points: places.map((x) => [x, valueAt(data, x)]),
  };
}

/** The data before the reader touches anything, for the words that the build writes. */
export function asGiven(data: CurveData): CurveData {
  const { descent, paths = [] } = data;
  return descent === undefined ? data : { ...data, paths: [...paths, walk(data, descent, descent.rate)] };
}
