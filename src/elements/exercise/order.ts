/** Lines to put in order: they stand in place of the cell's code, and are moved by arrow keys, buttons and dragging. */
import { make } from '../../figures/make.ts';
import { moved, orderIn } from '../../learning/exercise-order.ts';
import type { DescentCell } from '../cell/cell.ts';
import { changedEvent } from '../cell/changed.ts';
import { highlighted } from '../cell/code.ts';
import { followDrag } from './drag.ts';

/** @param say tells the reader where a line is now */
export function createOrder(cell: DescentCell, say: (text: string) => void): void {
  const lines = cell.original.split('\n');
  const list = make('ol', {
    class: 'exercise-lines',
    'aria-label': `Lines of ${cell.label}, to put in order`,
  });
  const items = (): HTMLLIElement[] => [...list.querySelectorAll('li')];
  const textOf = (item: HTMLElement): string => item.dataset['line'] ?? '';

  function place(item: HTMLLIElement, to: number): void {
    const before = items();
    const from = before.indexOf(item);
    const order = moved(before, from, to);
    if (order.indexOf(item) === from) return;
    // The line in hand stays in the page, and with it focus and pointer: the others go round it.
    const at = order.indexOf(item);
    item.before(...order.slice(0, at));
    item.after(...order.slice(at + 1));
    name();
  }

  function keep(item: HTMLLIElement): void {
    cell.source = items().map(textOf).join('\n');
    say(`Line ${items().indexOf(item) + 1} of ${lines.length}.`);
  }

  function move(item: HTMLLIElement, by: number): void {
    place(item, items().indexOf(item) + by);
    keep(item);
  }

  function name(): void {
    items().forEach((item, index, all) => {
      const [grip, up, down] = item.querySelectorAll('button');
      const text = textOf(item).trim();
      if (grip) grip.ariaLabel = `Line ${index + 1}: ${text}`;
      if (up) up.ariaLabel = `Move up: ${text}`;
      if (down) down.ariaLabel = `Move down: ${text}`;
      if (up) up.ariaDisabled = `${index === 0}`;
      if (down) down.ariaDisabled = `${index === all.length - 1}`;
    });
  }

  function draw(line: string): HTMLLIElement {
    const grip = make('button', {
      ...{ type: 'button', class: 'exercise-line' },
      'aria-description': 'Arrow keys move this line.',
    });
    const code = highlighted(line);
    grip.append(make('span', { class: 'exercise-grip', 'aria-hidden': 'true' }, '⠿'), code);
    const [up, down] = ['↑', '↓'].map((sign) =>
      make('button', { type: 'button', class: 'exercise-move' }, sign),
    );
    const item = make('li', {}, grip, ...(up && down ? [up, down] : []));
    item.dataset['line'] = line;
    up?.addEventListener('click', () => move(item, -1));
    down?.addEventListener('click', () => move(item, 1));
    grip.addEventListener('keydown', (event) => {
      const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
      if (by === 0) return;
      event.preventDefault();
      move(item, by);
    });
    followDrag(grip, list, {
      to: (row) => place(item, row),
      end: () => keep(item),
      count: lines.length,
    });
    return item;
  }

  /** Shows the cell's text; one that holds other lines, written in the editor, is shown as code. */
  function show(): void {
    const order = orderIn(cell.source, lines);
    list.hidden = order === null;
    if (order === null || order.join('\n') === items().map(textOf).join('\n')) return;
    list.replaceChildren(...order.map(draw));
    name();
  }

  cell.addEventListener(changedEvent, show);
  show();
  // Beside the code, not in it: what comes near the code is taken for a wish to edit.
  cell.piece('code').before(list);
}
