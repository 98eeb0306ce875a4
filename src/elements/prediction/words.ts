/** A guess and a run in words. Nothing is scored: the words say how far, not how good. */
import { formatNumber } from '../../figures/numbers.ts';
import { describeCurve } from '../../figures/describe.ts';
import { gaps, type Gap } from '../../learning/prediction-sketch.ts';
import type { Pair, Range } from '../../learning/prediction.ts';

/** Said where somebody ran the cell without a guess. */
const noGuess = 'No guess this time, and that is fine.';

/** A year is a name more than a number: it has no unit behind it and no groups. */
export function withUnit(value: number, unit: string): string {
  if (unit === 'year') return Number.isInteger(value) ? String(value) : formatNumber(value);
  if (unit === '' || unit === '%') return `${formatNumber(value)}${unit}`;
  return `${formatNumber(value)}\u00A0${unit}`;
}

/** @param within how far off is still close, if the lesson says so */
export function numberWords(
  guess: number | null,
  real: number,
  { unit, within }: { unit: string; within: number | null },
): string {
  if (guess === null) return `${noGuess} The run gave ${withUnit(real, unit)}.`;
  const both = `You guessed ${withUnit(guess, unit)}, the run gave ${withUnit(real, unit)}`;
  if (!Number.isFinite(real)) return `${both}.`;
  if (guess === real) return `${both}: just that.`;
  const off = Math.abs(guess - real);
  const far = Number(off.toPrecision(3));
  const side =
    unit === 'year'
      ? `${far === 1 ? '1 year' : `${formatNumber(far)} years`} too ${guess > real ? 'late' : 'early'}`
      : `${withUnit(far, unit)} too ${guess > real ? 'high' : 'low'}`;
  if (within !== null && off <= within) return `${both}: close, ${side}.`;
  if (guess / real >= 2 && real !== 0)
    return `${both}: your guess is about ${formatNumber(guess / real, 2)} times the run.`;
  if (real / guess >= 2 && guess !== 0)
    return `${both}: the run is about ${formatNumber(real / guess, 2)} times your guess.`;
  return `${both}: ${side}.`;
}

export function pickWords(guess: string | null, real: string): string {
  // A choice may be a sentence, with a stop of its own.
  const end = /[.!?…]$/u.test(real) ? '' : '.';
  if (guess === null) return `${noGuess} It is ${real}${end}`;
  if (guess === real) return `It is ${real.replace(/\.$/u, '')}, as you guessed.`;
  return `You guessed ${guess.replace(/\.$/u, '')}; it is ${real}${end}`;
}

export function pointWords(
  guess: Pair | null,
  real: Pair,
  { xLabel, yLabel, within }: { xLabel: string; yLabel: string; within: number | null },
): string {
  const place = ([x, y]: Pair) => `${xLabel} ${formatNumber(x, 3)}, ${yLabel} ${formatNumber(y, 3)}`;
  if (guess === null) return `${noGuess} The run came to ${place(real)}.`;
  const far = Math.hypot(real[0] - guess[0], real[1] - guess[1]);
  const close = within !== null && far <= within ? 'close, ' : '';
  return `You guessed ${place(guess)}; the run came to ${place(real)}: ${close}${formatNumber(far, 3)} away.`;
}

export function curveWords(
  guess: readonly number[] | null,
  real: readonly Pair[],
  { x, xLabel, yLabel }: { x: Range; xLabel: string; yLabel: string },
): string {
  const xs = real.map(([at]) => at);
  const ys = real.map(([, y]) => y);
  const run = describeCurve(`in the run, ${yLabel}`, xs, ys, xLabel);
  const told = `${run.charAt(0).toUpperCase()}${run.slice(1)}.`;
  if (guess === null) return `${noGuess} ${told}`;
  const widest = widestOf(gaps(guess, real, x));
  if (widest === null) return told;
  const side = widest.by > 0 ? 'above' : 'below';
  const where = `at ${xLabel} ${formatNumber(widest.x, 3)}`;
  return `${told} It is furthest from your curve ${where}: ${formatNumber(Math.abs(widest.by), 3)} ${side} it.`;
}

const widestOf = (all: readonly Gap[]): Gap | null =>
  all
    .filter(({ by }) => Number.isFinite(by))
    .reduce<Gap | null>((a, b) => (a === null || Math.abs(b.by) > Math.abs(a.by) ? b : a), null);
