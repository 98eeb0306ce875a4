import { gapsOf, most, parametersOf, type LayersData } from './layers-data.ts';
import { headHeight, rowHeight } from './network-summary.ts';
import { counted, formatNumber } from './numbers.ts';
import { roomOf, type Room } from './room.ts';
import type { TableData } from './table-toggle.ts';

/** Pixels: as high as the widest layer there can be, so that nothing moves below it. */
export const height = headHeight + most.units * rowHeight + 8;

export function summarise({ inputs, outputs }: LayersData): string {
  return `From ${counted(inputs.length, 'input')} (${inputs.join(', ')}) to ${counted(outputs.length, 'output')} (${outputs.join(', ')}).`;
}

/** "3 hidden layers of 4 units, 4 layers of weights. Parameters: 12 + 20 + 20 + 10 = 62." */
export function reading(data: LayersData): string {
  const { hidden, units } = data;
  const gaps = gapsOf(data).map(({ parameters }) => formatNumber(parameters));
  const sum = gaps.length > 1 ? `${gaps.join(' + ')} = ` : '';
  const between =
    hidden === 0 ? 'No hidden layer' : `${counted(hidden, 'hidden layer')} of ${counted(units, 'unit')}`;
  const kind = hidden === 0 ? ': as shallow as can be' : hidden === 1 ? ': still called shallow' : ': deep';
  return `${between}${kind}. Parameters: ${sum}${formatNumber(parametersOf(data))}.`;
}

export function layersTable(data: LayersData): TableData {
  const gaps = gapsOf(data);
  const name = (layer: number) =>
    layer === 0 ? 'input' : layer === gaps.length ? 'output' : `hidden ${layer}`;
  return {
    caption: 'Parameters from layer to layer',
    columns: ['from', 'to', 'weights', 'biases', 'parameters'],
    rows: gaps.map(({ from, to, parameters }, i) => [
      name(i),
      name(i + 1),
      formatNumber(from * to),
      formatNumber(to),
      formatNumber(parameters),
    ]),
  };
}

export const room = (): Room => roomOf(height, [1, 2]);
