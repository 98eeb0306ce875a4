/** From numbers to pixels. */
export interface Scale {
  (value: number): number;
  invert(pixel: number): number;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  readonly log: boolean;
  /** Round numbers within the domain, about `count` of them. */
  ticks(count: number): number[];
}

type Pair = readonly [number, number];

export function createScale(domain: Pair, range: Pair, log = false): Scale {
  const [low, high] = widen(domain, log);
  const to = log ? Math.log10 : (value: number) => value;
  const from = log ? (value: number) => 10 ** value : (value: number) => value;
  const [a, b] = [to(low), to(high)];
  const scale = (value: number) => range[0] + ((to(value) - a) / (b - a)) * (range[1] - range[0]);
  const invert = (pixel: number) => from(a + ((pixel - range[0]) / (range[1] - range[0])) * (b - a));
  const ticks = (count: number) => (log ? logTicks(low, high, count) : linearTicks(low, high, count));
  return Object.assign(scale, { invert, ticks, domain: [low, high] as const, range, log });
}

/** A domain of no length cannot be drawn: it gets some. */
function widen([low, high]: Pair, log: boolean): Pair {
  if (log) return low === high ? [low / 2, high * 2] : [low, high];
  if (low !== high) return [low, high];
  const half = low === 0 ? 1 : Math.abs(low) / 2;
  return [low - half, high + half];
}

/** 1, 2 or 5 times a power of ten. */
export function roundStep(span: number, count: number): number {
  const raw = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const lead = raw / power;
  return power * (lead >= 7 ? 10 : lead >= 3.2 ? 5 : lead >= 1.5 ? 2 : 1);
}

function linearTicks(low: number, high: number, count: number): number[] {
  const step = roundStep(high - low, count);
  if (!Number.isFinite(step) || step <= 0) return [];
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

/** Less than a decade or little more: 1, 2 and 5, or, where even these are rare, round steps. */
function withinDecades(low: number, high: number, count: number): number[] {
  const power = 10 ** Math.floor(Math.log10(low));
  const ticks = [1, 2, 5, 10, 20, 50, 100].map((lead) => Number((lead * power).toPrecision(12)));
  const inside = ticks.filter((tick) => tick >= low && tick <= high);
  return inside.length >= 2 ? inside : linearTicks(low, high, Math.min(3, count));
}

function logTicks(low: number, high: number, count: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  if (last - first < 1) return withinDecades(low, high, count);
  const every = Math.ceil((last - first + 1) / count);
  const powers = [];
  for (let power = first; power <= last; power += every) powers.push(10 ** power);
  return powers;
}
