import { describeCurve, sentence } from '../../figures/describe.ts';
import { make } from '../../figures/make.ts';
import { counted, formatNumber } from '../../figures/numbers.ts';
import { drawToWidth } from '../../figures/sized.ts';
import { createTableToggle } from '../../figures/table-toggle.ts';
import type { OutputOf } from '../../kernel/protocol.ts';
import type { Drawn } from './drawn.ts';
import { appendPoints, createRecord, domains, fateOf, type RunRecord } from './run-record.ts';
import { createSeriesPicture } from './series-picture.ts';

type Series = OutputOf<'series'>;

export interface DrawnSeries extends Drawn<'series'> {
  readonly record: RunRecord;
}

/** Curves that grow while a cell runs, over those of the run before, if there was one. */
export function drawSeries(output: Series, last: RunRecord | null): DrawnSeries {
  const record = createRecord(output.names, output.run);
  const picture = createSeriesPicture();
  const stage = make('div', { class: 'series-stage', role: 'img', 'aria-label': output.title }, picture.svg);
  const remarks = make('p', { class: 'figure-remark' });
  const table = createTableToggle(() => tableOf(output, record));
  const caption = make(
    'figcaption',
    {},
    make('span', { class: 'series-title' }, output.title),
    ' ',
    table.button,
  );
  const element = make(
    'div',
    {},
    make('figure', { class: 'output-figure' }, stage, remarks, caption),
    table.region,
  );
  let ended = false;
  const sized = drawToWidth(stage, (width) => {
    picture.draw(width, record, last, output, ended);
    remarks.textContent = remarksOn(record, output);
  });
  return {
    element,
    record,
    update: () => undefined,
    append: (points) => {
      appendPoints(record, points);
      sized.redraw();
    },
    finish: () => {
      ended = true;
      stage.setAttribute('aria-label', `${output.title}. ${summaryOf(output, record, last)}`);
      table.update();
      sized.redraw();
    },
    dispose: sized.dispose,
  };
}

/** What the picture cannot show. */
export function remarksOn(record: RunRecord, { x, log }: Pick<Series, 'x' | 'log'>): string {
  const unit = x === '' ? 'x' : x;
  const ceiling = domains([record], log)?.ceiling ?? Infinity;
  const remarks = record.names.flatMap((name, k) => {
    const y = record.ys[k] ?? [];
    const fate = fateOf(record.x, y, ceiling);
    const list = [];
    if (fate.kind === 'left') list.push(`${name} left the picture at ${unit} ${formatNumber(fate.at)}.`);
    if (fate.kind === 'not a number')
      list.push(`${name} is not a number from ${unit} ${formatNumber(fate.at)} on.`);
    const lost = log ? y.filter((value) => value <= 0).length : 0;
    if (lost > 0)
      list.push(`${name}: ${counted(lost, 'value')} of 0 or less cannot stand on a logarithmic axis.`);
    return list;
  });
  return remarks.join(' ');
}

function summaryOf({ x }: Series, record: RunRecord, last: RunRecord | null): string {
  const of = (run: RunRecord, prefix: string) =>
    run.names.map((name, k) => sentence(prefix + describeCurve(name, run.x, run.ys[k] ?? [], x)));
  return [...of(record, ''), ...(last === null ? [] : of(last, 'last run: '))].join(' ');
}

function tableOf({ title, x, names }: Series, record: RunRecord) {
  const rows = record.x.map((value, i) => [
    formatNumber(value),
    ...record.ys.map((y) => formatNumber(y[i] ?? NaN)),
  ]);
  return { caption: title, columns: [x, ...names], rows };
}
