import { make } from '../../figures/make.ts';
import { drawToWidth } from '../../figures/sized.ts';
import { createTableToggle } from '../../figures/table-toggle.ts';
import type { OutputOf } from '../../kernel/protocol.ts';
import { leftOut, summarise } from './chart-summary.ts';
import { chartTable } from './chart-table.ts';
import type { Drawn } from './drawn.ts';
import { drawNotice } from './notice.ts';

type Chart = OutputOf<'chart'>;
type Plotter = typeof import('./plot.ts');

/** A chart from a plain description. Observable Plot is fetched when the first one appears. */
export function drawChart(output: Chart): Drawn<'chart'> {
  let current = output;
  let plotter: Plotter | null = null;
  const stage = make('div', { class: 'chart-stage', role: 'img' });
  const summary = make('span', { class: 'chart-summary' });
  const remark = make('p', { class: 'figure-remark' });
  const table = createTableToggle(() => chartTable(current.chart, current.caption));
  const caption = make('figcaption', {}, summary, ' ', table.button);
  const element = make(
    'div',
    {},
    make('figure', { class: 'output-figure' }, stage, remark, caption),
    table.region,
  );
  const sized = drawToWidth(stage, (width) => {
    if (plotter === null) return;
    stage.replaceChildren(tryPlot(plotter, current, width));
    stage.style.minHeight = '';
  });
  const update = (next: Chart) => {
    current = next;
    const text = summarise(next.chart);
    stage.setAttribute('aria-label', text);
    // The place is kept before the picture is there.
    if (plotter === null) stage.style.minHeight = `${heightOf(next)}px`;
    summary.textContent = next.caption ?? text;
    remark.textContent = leftOut(next.chart);
    table.update();
    sized.redraw();
  };
  update(output);
  import('./plot.ts').then(
    (module) => {
      plotter = module;
      sized.redraw();
    },
    () => {
      stage.replaceChildren(drawNotice('The charts could not be loaded; the table shows the numbers.'));
    },
  );
  return { element, update, dispose: sized.dispose };
}

/** A description can be valid and still make no picture. */
function tryPlot(plotter: Plotter, { chart }: Chart, width: number): Element {
  try {
    return plotter.plotChart(chart, width);
  } catch {
    return drawNotice('No picture can be made of this chart; the table shows its numbers.');
  }
}

export function heightOf({ chart }: Chart): number {
  return Math.min(800, Math.max(80, chart.height ?? 260));
}
