/** One line of the benchmark's table. Ratios compare two things measured side by side in one run. */
export interface Row {
  name: string;
  value: number;
  unit: 'ms' | 'ratio' | 'kB' | 'count' | '1/s';
  target: number;
  better: 'lower' | 'higher';
}

export const isMet = ({ value, target, better }: Row): boolean =>
  better === 'lower' ? value <= target : value >= target;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new Error('The median of nothing was asked for.');
  return middle;
}

export function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.name,
    `${format(row.value)} ${row.unit}`,
    `${row.better === 'lower' ? '≤' : '≥'} ${format(row.target)}`,
    isMet(row) ? 'met' : 'MISSED',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) => line.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n');
}

const format = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
