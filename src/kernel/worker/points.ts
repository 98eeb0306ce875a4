import type { Points } from '../protocol.ts';

type Reals = Points['x'];

/** One piece of a series after another. */
export function concatPoints(first: Points, second: Points): Points {
  return {
    x: concat(first.x, second.x),
    ys: first.ys.map((y, i) => concat(y, second.ys[i] ?? new Float64Array())),
  };
}

function concat(first: Reals, second: Reals): Float64Array<ArrayBuffer> {
  const joined = new Float64Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
