import type { DisplayHost } from './display-host.ts';
import { toNumber } from './display-numbers.ts';
import type { Series, SeriesOptions } from './vocabulary.ts';

/** Curves that grow. A name that `add` does not mention has no point there (NaN). */
export function showSeries(
  host: DisplayHost,
  title: string,
  names: readonly string[],
  { x = 'step', y = '', log = false, run }: SeriesOptions = {},
): Series {
  const slot = host.put({
    kind: 'series',
    title,
    names: [...names],
    x,
    y,
    log,
    ...(run === undefined ? {} : { run }),
  });
  return {
    add(at, values) {
      const ys = names.map((name) =>
        Float64Array.of(Object.hasOwn(values, name) ? Number(values[name]) : NaN),
      );
      host.append(slot, { x: Float64Array.of(toNumber('series.add: x', at)), ys });
    },
  };
}
