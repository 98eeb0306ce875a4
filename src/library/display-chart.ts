import { chart as schema, type Chart, type Mark } from '../kernel/protocol.ts';
import { check } from './display-check.ts';
import type { DisplayHost } from './display-host.ts';
import { toReals } from './display-numbers.ts';
import type { ChartMark, ChartSpec } from './vocabulary.ts';

/** Puts out a chart; what is wrong with its description is an error at the reader's line. */
export function showChart(host: DisplayHost, spec: ChartSpec, caption?: string): void {
  const chart = toChart(spec);
  host.put({ kind: 'chart', chart, ...(caption === undefined ? {} : { caption }) });
}

function toChart(spec: ChartSpec): Chart {
  if (!Array.isArray(spec.marks)) throw new TypeError('show.chart: marks must be an array.');
  return check('show.chart', schema, { ...spec, marks: spec.marks.map(toMark) });
}

function toMark(mark: ChartMark, index: number): Mark {
  const call = (part: string) => `show.chart: marks[${index}].${part}`;
  const { x, y, x2, y2, ...rest } = mark;
  const made: Mark = { ...rest, x: toReals(call('x'), x), y: toReals(call('y'), y) };
  if (x2 !== undefined) made.x2 = toReals(call('x2'), x2);
  if (y2 !== undefined) made.y2 = toReals(call('y2'), y2);
  if (made.type !== 'rule-x' && made.type !== 'rule-y' && made.x.length !== made.y.length)
    throw new RangeError(`${call('x')} has ${made.x.length} numbers, y has ${made.y.length}.`);
  return made;
}
