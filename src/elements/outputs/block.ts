import { make } from '../../figures/make.ts';
import { formatNumber } from '../../figures/numbers.ts';
import type { OutputOf } from '../../kernel/protocol.ts';
import { chooseColours } from './colours.ts';
import { drawLegend, paintMatrix } from './pixels.ts';
import type { Slices } from './slices.ts';

/** A tensor of rank 3 or more: its matrices side by side, one scale of colours for all. */
export function drawBlock(tensor: OutputOf<'tensor'>, slices: Slices, host: Element): HTMLElement {
  const { rows, columns, list, count } = slices;
  const colours = chooseColours(host, tensor.min ?? 0, tensor.max ?? 0);
  const size = Math.max(1, Math.floor(84 / Math.max(rows, columns)));
  const whole = list.filter((slice) => slice.at(rows - 1, columns - 1) < tensor.values.length);
  const items = whole.map((slice) => {
    const canvas = paintMatrix(tensor.values, rows, columns, slice.at, colours);
    canvas.style.width = `${columns * size}px`;
    return make('li', {}, canvas, make('span', { class: 'slice-name' }, slice.name));
  });
  const left = count - whole.length;
  const more =
    left > 0 ? [make('p', { class: 'output-more' }, `${formatNumber(left)} more slices are not drawn.`)] : [];
  return make(
    'div',
    { class: 'block', role: 'group', 'aria-label': `${count} slices of ${rows} by ${columns}` },
    make('ul', { class: 'block-slices' }, ...items),
    drawLegend(colours, formatNumber),
    ...more,
  );
}
