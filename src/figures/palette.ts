/** Colour scales in OKLab, where equal steps look equal. */
export type Rgb = readonly [number, number, number];
type Lab = readonly [number, number, number];

const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const gamma = (c: number) => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055);

/** https://bottosson.github.io/posts/oklab/ */
export function toLab([red, green, blue]: Rgb): Lab {
  const [r, g, b] = [linear(red / 255), linear(green / 255), linear(blue / 255)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

export function toRgb([L, a, b]: Lab): Rgb {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const byte = (c: number) => Math.round(255 * gamma(Math.min(1, Math.max(0, c))));
  return [
    byte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    byte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    byte(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** A colour for each number from 0 to 1, through the stops at equal distances. */
export function createRamp(stops: readonly Rgb[], steps = 256): (share: number) => Rgb {
  const labs = stops.map(toLab);
  const table = Array.from({ length: steps }, (_, i) => toRgb(between(labs, i / (steps - 1))));
  const last = stops.at(-1) ?? [0, 0, 0];
  return (share) => table[Math.round(Math.min(1, Math.max(0, share)) * (steps - 1))] ?? last;
}

function between(labs: readonly Lab[], share: number): Lab {
  const at = share * (labs.length - 1);
  const i = Math.min(labs.length - 2, Math.floor(at));
  const [from, to] = [labs[Math.max(0, i)], labs[i + 1]];
  if (from === undefined || to === undefined) return labs[0] ?? [0, 0, 0];
  const mix = (k: 0 | 1 | 2) => from[k] + (to[k] - from[k]) * (at - i);
  return [mix(0), mix(1), mix(2)];
}

export function css([red, green, blue]: Rgb): string {
  return `rgb(${red} ${green} ${blue})`;
}
