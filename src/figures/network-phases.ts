import { everyFrame, nameOfLayer, nameOfUnit, valuesAt, type NetworkData } from './network-data.ts';
import { formatNumber } from './numbers.ts';

/** One moment of a training that is gone through in its two phases: forward layer by layer, then the update. */
export interface Moment {
  /** The step whose values are shown. */
  step: number;
  /** The layer that the forward pass has reached. */
  reached: number;
  /** The weights have moved; what they make of the input is not known yet. */
  updating: boolean;
}

/** Whether both phases can be shown. */
export const hasPhases = (data: NetworkData): boolean =>
  data.target !== undefined &&
  data.input !== undefined &&
  data.layers.length > 1 &&
  everyFrame(data).length > 1;

/** How many moments there are: after the last update, one more forward pass. */
export const momentsOf = ({ layers, ...data }: NetworkData): number =>
  everyFrame(data).length * (layers.length + 1) - 1;

export function momentAt({ layers }: Pick<NetworkData, 'layers'>, place: number): Moment {
  const round = layers.length + 1;
  const [step, reached] = [Math.floor(place / round), place % round];
  return { step, reached: Math.min(reached, layers.length - 1), updating: reached === layers.length };
}

export interface Move {
  gap: number;
  from: number;
  to: number;
  before: number;
  after: number;
}

/** What the update after a step changed, the largest change first. */
export function movesAt(data: NetworkData, step: number): Move[] {
  const [now, next] = [everyFrame(data)[step], everyFrame(data)[step + 1]];
  const moves = (now?.weights ?? []).flatMap((rows, gap) =>
    rows.flatMap((row, from) =>
      row.map((before, to) => ({ gap, from, to, before, after: next?.weights[gap]?.[from]?.[to] ?? before })),
    ),
  );
  const by = ({ before, after }: Move) => Math.abs(after - before);
  return moves.sort((a, b) => by(b) - by(a));
}

/** The moment in a sentence. */
export function describeMoment(data: NetworkData, moment: Moment): string {
  const { layers, target = [] } = data;
  const { step, reached, updating } = moment;
  const short = (value: number) => formatNumber(value, 2);
  if (updating) {
    const [most] = movesAt(data, step);
    if (most === undefined) return '';
    const [from, to] = [nameOfUnit(data, most.gap, most.from), nameOfUnit(data, most.gap + 1, most.to)];
    return `Update ${step + 1}: every weight moves a little, so that the error gets smaller. Most of all from ${from} to ${to}: ${short(most.before)} becomes ${short(most.after)}.`;
  }
  const values = valuesAt(data, step)[reached] ?? [];
  const list = values.slice(0, 6).map(short).join(', ');
  const pass = `Forward pass ${step + 1}, ${nameOfLayer(data, reached)}: ${list}.`;
  if (reached < layers.length - 1) return pass;
  const errors = values.map((value, i) => short(value - (target[i] ?? NaN)));
  return `${pass} Wanted ${target.map(short).join(', ')}, so the error is ${errors.join(', ')}.`;
}
