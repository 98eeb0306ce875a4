/** Lines to put in order. */
import { createRandom } from '../../library/random.ts';

/** The lines of a text that are not empty. */
export const linesOf = (source: string): string[] => source.split('\n').filter((line) => line.trim() !== '');

/**
 * The lines in an order that is not the right one, always the same for the same seed.
 * @returns `null` where every order is the right one
 */
export function shuffled(lines: readonly string[], seed: number): string[] | null {
  if (new Set(lines).size < 2) return null;
  const { uniform } = createRandom(seed);
  const right = lines.join('\n');
  for (;;) {
    const order = shuffle(lines, uniform);
    if (order.join('\n') !== right) return order;
  }
}

/** Fisher and Yates' shuffle in Durstenfeld's form (1964): each order is as likely as any other. */
function shuffle(lines: readonly string[], uniform: () => number): string[] {
  const order = [...lines];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const at = Math.floor(uniform() * (last + 1));
    [order[last], order[at]] = [order[at] ?? '', order[last] ?? ''];
  }
  return order;
}
