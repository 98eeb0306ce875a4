import { describeCurve, sentence } from '../../figures/describe.ts';
import { counted, extent, formatNumber } from '../../figures/numbers.ts';
import type { Chart, Mark } from '../../kernel/protocol.ts';

const nouns: Record<Mark['type'], string> = {
  line: 'line',
  dot: 'dots',
  bar: 'bars',
  area: 'area',
  'rule-x': 'vertical rule',
  'rule-y': 'horizontal rule',
  text: 'texts',
  link: 'links',
};

/** The chart in words, from its author or from its numbers. */
export function summarise(chart: Chart): string {
  if (chart.summary !== undefined && chart.summary.trim() !== '') return sentence(chart.summary);
  if (chart.marks.length === 0) return 'An empty chart.';
  const axes = `Chart of ${chart.y?.label ?? 'y'} against ${chart.x?.label ?? 'x'}`;
  return [sentence(axes), ...chart.marks.map((mark) => sentence(describeMark(mark, chart)))].join(' ');
}

function describeMark(mark: Mark, chart: Chart): string {
  const name = mark.label ?? nouns[mark.type];
  switch (mark.type) {
    case 'line':
    case 'area':
      return describeCurve(name, mark.x, mark.y, chart.x?.label ?? 'x');
    case 'bar':
      return describeBars(name, mark, chart);
    case 'rule-x':
      return `${name} at ${list(mark.x)}`;
    case 'rule-y':
      return `${name} at ${list(mark.y)}`;
    case 'text':
      return `${name}: ${(mark.texts ?? []).slice(0, 8).join(', ')}`;
    case 'dot':
    case 'link':
      return `${name}: ${counted(mark.x.length, mark.type)}, x ${range(mark.x)}, y ${range(mark.y)}`;
  }
}

function describeBars(name: string, { x, y }: Mark, chart: Chart): string {
  const bands = chart.x?.bands;
  const at = (i: number) => bands?.[x[i] ?? -1] ?? formatNumber(x[i] ?? NaN);
  const finite = Array.from(y, (_, i) => i).filter((i) => Number.isFinite(y[i]));
  const [first] = finite;
  if (first === undefined) return `${name}: no finite bar`;
  const by = (better: (a: number, b: number) => boolean) =>
    finite.reduce((a, b) => (better(y[b] ?? 0, y[a] ?? 0) ? b : a), first);
  const high = by((a, b) => a > b);
  const low = by((a, b) => a < b);
  const say = (i: number) => `${formatNumber(y[i] ?? NaN)} at ${at(i)}`;
  return `${name}: ${counted(y.length, 'bar')}, highest ${say(high)}, lowest ${say(low)}`;
}

function range(values: ArrayLike<number> & Iterable<number>): string {
  const found = extent(values);
  return found === null ? 'not finite' : `from ${formatNumber(found[0])} to ${formatNumber(found[1])}`;
}

function list(values: ArrayLike<number>): string {
  const shown = Array.from(values)
    .slice(0, 5)
    .map((value) => formatNumber(value));
  return shown.join(', ') + (values.length > 5 ? ' …' : '');
}

/** Numbers that no picture can hold. */
export function leftOut(chart: Chart): string {
  let infinite = 0;
  let unloggable = 0;
  for (const mark of chart.marks)
    for (let i = 0; i < mark.x.length; i++) {
      const [x, y] = [mark.x[i] ?? NaN, mark.y[i] ?? NaN];
      if (!Number.isFinite(x) || !Number.isFinite(y)) infinite += 1;
      else if ((chart.x?.scale === 'log' && x <= 0) || (chart.y?.scale === 'log' && y <= 0)) unloggable += 1;
    }
  const said = [];
  if (infinite > 0) said.push(`${counted(infinite, 'point')} not drawn: not a finite number.`);
  if (unloggable > 0) said.push(`${counted(unloggable, 'point')} not drawn: 0 or less has no logarithm.`);
  return said.join(' ');
}
