import { createRamp, type Rgb } from '../../figures/palette.ts';
import { readToken } from '../../figures/theme.ts';

/** How numbers become colours: with both signs in them, zero is the ground and the signs have a colour each. */
export interface Colours {
  colour(value: number): Rgb;
  /** Ends of the legend. */
  readonly low: number;
  readonly high: number;
  readonly missing: Rgb;
}

export function chooseColours(element: Element, min: number, max: number): Colours {
  const token = (name: Parameters<typeof readToken>[1]) => readToken(element, name);
  const missing = token('gold');
  if (min < 0 && max > 0) {
    const bound = Math.max(-min, max);
    const ramp = createRamp([token('orange'), token('raised'), token('blue')]);
    return { colour: (value) => ramp((value / bound + 1) / 2), low: -bound, high: bound, missing };
  }
  const ramp = createRamp([token('raised'), token('blue'), mixInk(token('blue'), token('ink'))]);
  const span = max - min || 1;
  return { colour: (value) => ramp((value - min) / span), low: min, high: max, missing };
}

function mixInk(a: Rgb, b: Rgb): Rgb {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2];
}
