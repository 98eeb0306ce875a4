import { make } from '../../figures/make.ts';
import type { OutputOf } from '../../kernel/protocol.ts';
import { redrawn, type Drawn } from './drawn.ts';
import { valueTree } from './value-tree.ts';

type Text = OutputOf<'text'>;

/** A level is said by a mark and a word; the colour only repeats it. */
const signs: Record<Text['level'], { mark: string; word: string } | null> = {
  log: null,
  info: { mark: 'i', word: 'info' },
  warn: { mark: '⚠', word: 'warning' },
  error: { mark: '✗', word: 'error' },
  debug: { mark: '·', word: 'debug' },
};

/** A line of the console. */
export function drawText(output: Text): Drawn<'text'> {
  const drawn = redrawn<'text'>(output, (text) => [line(text)]);
  return drawn;
}

function line(output: Text): HTMLElement {
  const element = make('div', { class: 'console-line', 'data-level': output.level });
  const sign = signs[output.level];
  if (sign !== null)
    element.append(
      make(
        'span',
        { class: 'console-sign' },
        make('span', { 'aria-hidden': 'true' }, sign.mark),
        ` ${sign.word}`,
      ),
    );
  const values = make('span', { class: 'console-values' });
  output.values.forEach((value, i) => {
    if (i > 0) values.append(' ');
    values.append(valueTree(value));
  });
  element.append(values);
  return element;
}

/** Two lines that look the same are one line, counted. */
export function isSameText(a: Text, b: Text): boolean {
  return a.level === b.level && JSON.stringify(a.values) === JSON.stringify(b.values);
}

/** Says how often a line came: ×12. */
export function showCount(element: HTMLElement, count: number): void {
  const line = element.firstElementChild ?? element;
  line.querySelector('.console-count')?.remove();
  if (count < 2) return;
  line.append(
    make(
      'span',
      { class: 'console-count' },
      make('span', { 'aria-hidden': 'true' }, `×${count.toLocaleString('en')}`),
      make('span', { class: 'for-ears' }, `${count} times`),
    ),
  );
}
