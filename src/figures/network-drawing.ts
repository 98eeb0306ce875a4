import { makeSvg } from './make.ts';
import { everyFrame, nameOfLayer, valuesAt, type NetworkData } from './network-data.ts';
import { headHeight, rowHeight, rowOf, shownUnits } from './network-summary.ts';
import { formatNumber } from './numbers.ts';
import type { Point } from './labels.ts';

/** Radius of a unit, pixels. */
const radius = 12;

/** Where each unit that is drawn stands, layer by layer. */
export function placesOf(data: NetworkData, width: number, height: number): Point[][] {
  const { layers } = data;
  const apart = rowOf(data);
  const named = (index: number) =>
    Math.max(0, ...(layers[index]?.names ?? []).map((name) => name.length)) * 6.5;
  const left = radius + 10 + named(0);
  const right = width - radius - 10 - named(layers.length - 1);
  const middle = headHeight + (height - 8 - headHeight) / 2;
  return layers.map(({ units }, i) => {
    const x = layers.length === 1 ? width / 2 : left + ((right - left) * i) / (layers.length - 1);
    const rows = shownUnits(units) + (shownUnits(units) < units ? 1 : 0);
    const top = middle - ((rows - 1) * apart) / 2;
    return Array.from({ length: shownUnits(units) }, (_, row) => [x, top + row * apart] as const);
  });
}

export interface State {
  /** The step of the training. */
  step: number;
  /** The layer that the forward pass has reached. */
  reached: number;
  /** The unit that is looked at. */
  focus: { layer: number; unit: number } | null;
  /** In an update: whether this weight is one of those that moved most. */
  moved?: ((gap: number, from: number, to: number) => boolean) | undefined;
  /** The layer whose numbers stand at its units. */
  told?: number | undefined;
}

export function drawNetwork(
  data: NetworkData,
  places: readonly (readonly Point[])[],
  state: State,
): SVGElement[] {
  return [drawEdges(data, places, state), drawUnits(data, places, state), drawHeads(data, places)];
}

/** Width and depth say how strong a weight is, tone and dash its sign. */
function drawEdges(data: NetworkData, places: readonly (readonly Point[])[], state: State): SVGGElement {
  const group = makeSvg('g', { class: 'edges' });
  const now = everyFrame(data)[state.step + (state.moved === undefined ? 0 : 1)];
  places.slice(1).forEach((behind, gap) => {
    const rows = now?.weights[gap];
    const most = Math.max(
      1e-12,
      ...(rows ?? []).map((row) => Math.max(...row.map((weight) => Math.abs(weight) || 0))),
    );
    (places[gap] ?? []).forEach((from, i) => {
      behind.forEach((to, j) => {
        const weight = rows?.[i]?.[j];
        group.append(
          edge(from, to, weight, Math.min(1, Math.abs(weight ?? 0) / most), edgeState(gap, i, j, state)),
        );
      });
    });
  });
  return group;
}

/** `dim` where the pass has not come yet, or where another unit is looked at. */
function edgeState(gap: number, i: number, j: number, { reached, focus, moved }: State): string {
  if (focus !== null) {
    const touches =
      (focus.layer === gap + 1 && focus.unit === j) || (focus.layer === gap && focus.unit === i);
    return touches ? 'lit' : 'dim';
  }
  if (moved !== undefined) return moved(gap, i, j) ? 'lit' : 'dim';
  return gap + 1 > reached ? 'dim' : '';
}

function edge(
  from: Point,
  to: Point,
  weight: number | undefined,
  share: number,
  state: string,
): SVGLineElement {
  const known = weight !== undefined && Number.isFinite(weight);
  return makeSvg('line', {
    class: 'edge',
    'data-tone': known ? (weight < 0 ? 'other' : 'this') : 'soft',
    'data-state': state,
    x1: from[0] + radius,
    y1: from[1],
    x2: to[0] - radius,
    y2: to[1],
    'stroke-width': known ? (0.5 + 3 * share).toFixed(2) : 0.75,
    'stroke-opacity': known ? (0.2 + 0.7 * share).toFixed(2) : 0.2,
    'stroke-dasharray': known ? (weight < 0 ? '5 4' : undefined) : undefined,
  });
}

function drawUnits(data: NetworkData, places: readonly (readonly Point[])[], state: State): SVGGElement {
  const group = makeSvg('g', { class: 'units' });
  const values = valuesAt(data, state.step);
  places.forEach((layer, i) => {
    const known = i <= state.reached ? values[i] : null;
    const most = Math.max(1e-12, ...(known ?? []).map((value) => Math.abs(value) || 0));
    layer.forEach((place, unit) => {
      const looked = state.focus?.layer === i && state.focus.unit === unit;
      group.append(drawUnit(place, known?.[unit], most, { looked, told: state.told === i }));
    });
    group.append(...drawNames(data, i, layer), ...drawMore(data, i, layer));
  });
  return group;
}

/** The fill says how much comes out; below zero the ring is dashed. */
function drawUnit(
  [x, y]: Point,
  value: number | undefined,
  most: number,
  { looked, told }: { looked: boolean; told: boolean },
): SVGGElement {
  const known = value !== undefined && Number.isFinite(value);
  const circle = makeSvg('circle', {
    cx: x,
    cy: y,
    r: radius,
    'stroke-dasharray': known && value < 0 ? '3 2.5' : undefined,
  });
  circle.style.setProperty('--share', `${known ? Math.round((85 * Math.abs(value)) / most) : 0}%`);
  const state = value !== undefined && !known ? 'broken' : looked ? 'looked' : '';
  const group = makeSvg(
    'g',
    { class: 'unit', 'data-tone': known && value < 0 ? 'other' : 'this', 'data-state': state },
    circle,
  );
  if (value !== undefined && (looked || told || !known))
    group.append(
      makeSvg(
        'text',
        { class: 'unit-value', x, y: y - radius - 4, 'text-anchor': 'middle' },
        formatNumber(value, 3),
      ),
    );
  return group;
}

/** Names stand outside: left of what goes in, right of what comes out. */
function drawNames({ layers }: NetworkData, index: number, places: readonly Point[]): SVGElement[] {
  const names = layers[index]?.names ?? [];
  if (index !== 0 && index !== layers.length - 1) return [];
  const side = index === 0 ? -1 : 1;
  return places.flatMap(([x, y], unit) => {
    const attributes = { x: x + side * (radius + 7), y: y + 4, 'text-anchor': side < 0 ? 'end' : 'start' };
    const name = names[unit];
    return name === undefined ? [] : [makeSvg('text', attributes, name)];
  });
}

function drawMore({ layers }: NetworkData, index: number, places: readonly Point[]): SVGElement[] {
  const left = (layers[index]?.units ?? 0) - places.length;
  const last = places.at(-1);
  if (left <= 0 || last === undefined) return [];
  const y = last[1] + rowHeight;
  const { anchor, x } = edgeOf(layers.length, index, last[0]);
  return [
    makeSvg('text', { class: 'more', x, y: y + 4, 'text-anchor': anchor }, `+ ${formatNumber(left)} more`),
  ];
}

/** Words above and below the first and the last layer begin and end with its units: the picture ends there. */
function edgeOf(layers: number, index: number, x: number): { anchor: string; x: number } {
  if (layers === 1 || (index > 0 && index < layers - 1)) return { anchor: 'middle', x };
  return index === 0 ? { anchor: 'start', x: x - radius } : { anchor: 'end', x: x + radius };
}

/** Names of the layers, in two rows where they would touch. */
function drawHeads(data: NetworkData, places: readonly (readonly Point[])[]): SVGGElement {
  const group = makeSvg('g', { class: 'heads' });
  const apart = Math.abs((places[1]?.[0]?.[0] ?? 1e9) - (places[0]?.[0]?.[0] ?? 0));
  places.forEach((layer, i) => {
    const text = headOf(data, i);
    const low = i % 2 === 1 && data.layers.some((_, k) => headOf(data, k).length * 6.6 > apart - 8);
    const { anchor, x } = edgeOf(places.length, i, layer[0]?.[0] ?? 0);
    group.append(makeSvg('text', { x, y: low ? 28 : 12, 'text-anchor': anchor }, text));
  });
  return group;
}

const headOf = (data: NetworkData, index: number): string => {
  const { activation } = data.layers[index] ?? {};
  return activation === undefined ? nameOfLayer(data, index) : `${nameOfLayer(data, index)}, ${activation}`;
};
