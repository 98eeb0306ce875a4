import { sentence } from './describe.ts';
import { everyFrame, nameOfLayer, nameOfUnit, valuesAt, type NetworkData } from './network-data.ts';
import { describeMoment, hasPhases, momentAt } from './network-phases.ts';
import { counted, formatNumber } from './numbers.ts';
import { roomOf, type Room } from './room.ts';
import type { TableData } from './table-toggle.ts';

/** The figure in words. */
export function summarise(data: NetworkData): string {
  const { layers } = data;
  const list = layers.map(
    ({ units, activation }, i) =>
      `${nameOfLayer(data, i)} of ${formatNumber(units)}${activation === undefined ? '' : ` (${activation})`}`,
  );
  const said = [`${counted(layers.length, 'layer')}: ${list.join(', ')}`];
  const frames = everyFrame(data);
  const weights = frames.at(-1)?.weights.flat(2) ?? [];
  if (weights.length > 0)
    said.push(`${counted(weights.length, 'weight')}, the strongest ${strongest(weights)}`);
  if (frames.length > 1) said.push(`${counted(frames.length - 1, 'step')} of training`);
  const output = valuesAt(data, frames.length - 1).at(-1);
  if (output && layers.length > 1)
    said.push(
      `Out come ${someOf(
        output.map((value) => formatNumber(value, 3)),
        8,
      )}`,
    );
  return said.map(sentence).join(' ');
}

const strongest = (weights: readonly number[]) =>
  formatNumber(
    weights.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0),
    3,
  );

/** The first of a list, and how many there are more. */
function someOf(list: readonly string[], most: number): string {
  const left = list.length - most;
  return left > 0 ? `${list.slice(0, most).join(', ')} and ${formatNumber(left)} more` : list.join(', ');
}

/** "hidden 2: 0.42. From x₁ × 1.2, x₂ × −0.7; bias 0.1." */
export function describeUnit(data: NetworkData, step: number, layer: number, unit: number, most = 6): string {
  const value = valuesAt(data, step)[layer]?.[unit];
  const said = value === undefined ? '' : `: ${formatNumber(value, 3)}`;
  return `${nameOfUnit(data, layer, unit)}${said}. ${describeInputs(data, step, layer, unit, most)}`.trim();
}

function describeInputs(data: NetworkData, step: number, layer: number, unit: number, most: number): string {
  const now = everyFrame(data)[step];
  const rows = now?.weights[layer - 1];
  if (now === undefined || rows === undefined) return '';
  const inputs = rows
    .map((row, from) => ({ from, weight: row[unit] ?? NaN }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ from, weight }) => `${nameOfUnit(data, layer - 1, from)} × ${formatNumber(weight, 3)}`);
  const bias = now.biases?.[layer - 1]?.[unit];
  return `From ${someOf(inputs, most)}${bias === undefined ? '' : `; bias ${formatNumber(bias, 3)}`}.`;
}

/** What the lines mean, as long as no unit is looked at; where two phases can be played, the first moment. */
export function reading(data: NetworkData): string {
  if (hasPhases(data)) return describeMoment(data, momentAt(data, 0));
  if (everyFrame(data).length === 0) return '';
  return 'Solid lines are weights above zero, dashed ones below; wide is strong.';
}

export function table(data: NetworkData): TableData {
  const last = everyFrame(data).length - 1;
  const values = valuesAt(data, last);
  const rows = data.layers.flatMap(({ units }, layer) =>
    Array.from({ length: units }, (_, unit) => {
      const value = values[layer]?.[unit];
      return [
        nameOfUnit(data, layer, unit),
        value === undefined ? '' : formatNumber(value),
        describeInputs(data, last, layer, unit, 8).replace(/^From |\.$/g, ''),
      ];
    }),
  );
  return { caption: 'The units', columns: ['unit', 'value', 'from'], rows };
}

/** So many units of a layer are drawn; of a longer one all but the last of these places, which says how many more. */
export const mostUnits = 10;

/** Pixels. */
export const rowHeight = 34;
export const headHeight = 46;

export const shownUnits = (units: number): number => (units > mostUnits ? mostUnits - 1 : units);

/** Where numbers stand at the units, the rows are further apart. */
export const rowOf = (data: NetworkData): number => (hasPhases(data) ? 52 : rowHeight);

export function heightOf(data: NetworkData): number {
  const most = Math.max(...data.layers.map(({ units }) => Math.min(units, mostUnits)));
  return headHeight + Math.max(2, most) * rowOf(data) + 8;
}

export function room(data: NetworkData): Room {
  if (hasPhases(data)) return roomOf(heightOf(data), [1, 2]);
  const steps = data.layers.length > 1 && valuesAt(data, everyFrame(data).length - 1).every(Boolean);
  const plays = everyFrame(data).length > 1;
  return roomOf(heightOf(data), [(steps ? 1 : 0) + (plays ? 1 : 0), (steps ? 1 : 0) + (plays ? 2 : 0)]);
}
