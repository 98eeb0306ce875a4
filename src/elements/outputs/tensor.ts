import { make } from '../../figures/make.ts';
import { counted, formatBytes, formatNumber } from '../../figures/numbers.ts';
import { onThemeChange } from '../../figures/theme.ts';
import type { OutputOf } from '../../kernel/protocol.ts';
import { drawBlock } from './block.ts';
import type { Drawn } from './drawn.ts';
import { drawHeatMap } from './heat-map.ts';
import { scrollable } from './scrollable.ts';
import { slicesOf } from './slices.ts';
import { drawNumbers } from './tensor-numbers.ts';

type Tensor = OutputOf<'tensor'>;
type View = Tensor['as'];

/** A tensor: what it is, and its numbers as text or colours, whichever the reader likes. */
export function drawTensor(output: Tensor): Drawn<'tensor'> {
  const element = make('div');
  let tensor = output;
  let view: View = output.as;
  const draw = () => {
    element.replaceChildren(
      heading(tensor),
      ...choices(tensor, view, choose),
      picture(tensor, view, element),
    );
  };
  const choose = (next: View) => {
    view = next;
    draw();
    element.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  };
  const stop = onThemeChange(draw);
  draw();
  const update = (next: Tensor) => {
    if (next.as !== tensor.as) view = next.as;
    tensor = next;
    draw();
  };
  return { element, update, dispose: stop };
}

function heading(tensor: Tensor): HTMLElement {
  const { shape, dtype, min, max, mean, notFinite, bytes, caption } = tensor;
  const parts = [`shape [${shape.join(', ')}]`, dtype];
  if (min !== null && max !== null) parts.push(`${formatNumber(min)} to ${formatNumber(max)}`);
  if (mean !== null) parts.push(`mean ${formatNumber(mean)}`);
  parts.push(formatBytes(bytes));
  const line = make('p', { class: 'tensor-line' });
  line.append(make('span', { class: 'tensor-name' }, caption ?? 'Tensor'), ` ${parts.join(' · ')}`);
  if (notFinite > 0)
    line.append(
      ' · ',
      make('strong', { class: 'tensor-warning' }, `⚠ ${counted(notFinite, 'number')} not finite`),
    );
  return line;
}

/** The views that make sense for the rank. */
function views({ shape, size }: Tensor): View[] {
  if (size <= 1) return ['numbers'];
  return shape.length <= 2 ? ['numbers', 'heat map'] : ['numbers', 'block'];
}

function choices(tensor: Tensor, view: View, choose: (view: View) => void): HTMLElement[] {
  const list = views(tensor);
  if (list.length < 2) return [];
  const shown = shownView(tensor, view);
  const buttons = list.map((name) => {
    const button = make('button', { type: 'button', 'aria-pressed': String(name === shown) }, titles[name]);
    button.addEventListener('click', () => {
      choose(name);
    });
    return button;
  });
  return [make('div', { class: 'tensor-views', role: 'group', 'aria-label': 'Show as' }, ...buttons)];
}

const titles: Record<View, string> = { numbers: 'Numbers', 'heat map': 'Heat map', block: 'Slices' };

/** A heat map asked of rank 3 is a block, a block asked of rank 2 a heat map. */
function shownView(tensor: Tensor, view: View): View {
  if (view === 'numbers') return 'numbers';
  return views(tensor)[1] ?? 'numbers';
}

function picture(tensor: Tensor, view: View, host: Element): HTMLElement {
  const slices = slicesOf(tensor.shape);
  const shown = shownView(tensor, view);
  if (shown === 'heat map') return drawHeatMap(tensor, slices, host);
  if (shown === 'block') return drawBlock(tensor, slices, host);
  return scrollable('Numbers of the tensor', drawNumbers(tensor, slices));
}
