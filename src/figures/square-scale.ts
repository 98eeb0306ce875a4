import { make } from './make.ts';
import { formatNumber } from './numbers.ts';
import { fillOf } from './squares.ts';

/** A strip from the smallest number to the largest, filled as the squares are. */
export interface SquareScale {
  readonly element: HTMLElement;
  /** `null` hides it. */
  set(
    shown: { label?: string | undefined; range: readonly [number, number]; strongest: number } | null,
  ): void;
}

/** Pixels that it takes in height. */
export const scaleHeight = 24;

export function createSquareScale(): SquareScale {
  const strip = make('span', { class: 'square-scale-strip' });
  const [name, low, high] = [make('span'), make('span'), make('span')];
  // The summary says the same numbers.
  const element = make('div', { class: 'square-scale', 'aria-hidden': true }, name, low, strip, high);
  return {
    element,
    set: (shown) => {
      element.hidden = shown === null;
      if (shown === null) return;
      const { label = '', range, strongest } = shown;
      name.hidden = label === '';
      name.textContent = label;
      low.textContent = formatNumber(range[0], 3);
      high.textContent = formatNumber(range[1], 3);
      strip.style.background = `linear-gradient(90deg in oklab,${stops(range, strongest).join(',')})`;
    },
  };
}

/** Both ends and, with both signs, zero between them. */
function stops(range: readonly [number, number], strongest: number): string[] {
  const [low, high] = range;
  const at = (value: number) => fillOf(value, range, strongest).slice('fill:'.length);
  const zero = low < 0 && high > 0 ? [`${at(0)} ${((100 * -low) / (high - low)).toFixed(1)}%`] : [];
  return [at(low), ...zero, at(high)];
}
