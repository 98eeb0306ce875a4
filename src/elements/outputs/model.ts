import { make } from '../../figures/make.ts';
import { formatNumber } from '../../figures/numbers.ts';
import type { OutputOf } from '../../kernel/protocol.ts';
import { redrawn, type Drawn } from './drawn.ts';
import { scrollable } from './scrollable.ts';

type Model = OutputOf<'model'>;

/** The layers of a model with output shapes and parameters. */
export function drawModel(output: Model): Drawn<'model'> {
  return redrawn<'model'>(output, (model) => [scrollable(`Model ${model.name}`, table(model))]);
}

const heads = ['Layer', 'Type', 'Output', 'Parameters'];

function table(model: Model): HTMLElement {
  const head = make(
    'tr',
    {},
    ...heads.map((text, i) => make('th', { scope: 'col', 'data-numeric': i === 3 }, text)),
  );
  const rows = model.layers.map((layer) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, layer.name),
      make('td', {}, layer.type),
      make('td', {}, make('code', {}, layer.output)),
      make(
        'td',
        { 'data-numeric': true },
        formatNumber(layer.parameters) + (layer.trainable ? '' : ' (frozen)'),
      ),
    ),
  );
  return make(
    'table',
    { class: 'output-table' },
    make('caption', {}, `${model.caption ?? model.name}: ${total(model)}`),
    make('thead', {}, head),
    make('tbody', {}, ...rows),
  );
}

function total({ parameters, trainable }: Model): string {
  const all = `${formatNumber(parameters)} parameters`;
  return trainable === parameters ? `${all}, all trainable` : `${all}, ${formatNumber(trainable)} trainable`;
}
