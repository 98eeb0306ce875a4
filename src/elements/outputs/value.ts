import { make } from '../../figures/make.ts';
import type { OutputOf } from '../../kernel/protocol.ts';
import { redrawn, type Drawn } from './drawn.ts';
import { valueTree } from './value-tree.ts';

/** The last expression of a cell, or what `show` was given. */
export function drawValue(output: OutputOf<'value'>): Drawn<'value'> {
  return redrawn<'value'>(output, ({ value, caption }) => {
    const line = make('div', { class: 'console-line', 'data-level': 'value' });
    if (caption !== undefined) line.append(make('span', { class: 'value-caption' }, `${caption} `));
    line.append(make('span', { class: 'console-values' }, valueTree(value)));
    return [line];
  });
}
