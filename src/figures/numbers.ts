/** Numbers as a reader likes them: few digits, a true minus sign, no exponent where it can be avoided, 2026 and 12,000. */

const minus = (text: string) => text.replaceAll('-', '−');

export function formatNumber(value: number, digits = 4): string {
  if (value === 0) return '0';
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (size >= 1e9 || size < 1e-6) return minus(short(value.toExponential(digits - 1)));
  if (Number.isInteger(value) || size >= 10 ** digits)
    return minus(Math.round(value).toLocaleString('en', { useGrouping: 'min2' }));
  return minus(value.toLocaleString('en', { maximumSignificantDigits: digits, useGrouping: 'min2' }));
}

/** A number at an axis: at most about six characters, round as ticks are. */
export function formatTick(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e5 || size < 1e-3)) return minus(short(value.toExponential(2)));
  return formatNumber(value);
}

/** Three digits; what is nothing beside the range is 0: a walk that has arrived stands at 0, not at 1.1e−11. */
export function formatWithin(value: number, [low, high]: readonly [number, number]): string {
  return formatNumber(Math.abs(value) < (high - low) * 1e-4 ? 0 : value, 3);
}

/** 1.500e+12 → 1.5e12 */
function short(exponential: string): string {
  return exponential.replace(/\.?0*e\+?/, 'e');
}

export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1e6) return `${formatNumber(bytes / 1e3, 3)} kB`;
  return `${formatNumber(bytes / 1e6, 3)} MB`;
}

/** "3 s left", "2 min 5 s left"; milliseconds. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, ms / 1000);
  if (seconds < 1) return 'less than 1 s';
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.round(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** "1 tensor", "3 tensors". */
export function counted(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Smallest and largest finite number, or null where there is none. */
export function extent(values: Iterable<number>): [number, number] | null {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : null;
}
