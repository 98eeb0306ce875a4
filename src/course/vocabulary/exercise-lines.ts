/** Lines to put in order. */
import { shuffledIndices } from '../../library/data.ts';

/** The lines of a text that are not empty. */
export const linesOf = (source: string): string[] => source.split('\n').filter((line) => line.trim() !== '');

/**
 * The lines in an order that is not the right one, always the same for the same seed.
 * @returns `null` where every order is the right one
 */
export function shuffled(lines: readonly string[], seed: number): string[] | null {
  if (new Set(lines).size < 2) return null;
  const right = lines.join('\n');
  for (let draw = seed; ; draw += 1) {
    const order = shuffledIndices(lines.length, draw).map((index) => lines[index] ?? '');
    if (order.join('\n') !== right) return order;
  }
}
