import { digest } from './question-parts.ts';

/**
 * Orders parts by chance, the same at every build: by a hash of the seed and each key. Where `never` is that very
 * order, the first part goes to the end.
 */
export function shuffled<T extends { key: string }>(
  parts: readonly T[],
  seed: string,
  never?: readonly T[],
): T[] {
  const drawn = parts
    .map((part) => ({ part, lot: digest(`${seed}/${part.key}`) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ part }) => part);
  const forbidden =
    never?.length === drawn.length && never.every(({ key }, place) => drawn[place]?.key === key);
  return forbidden ? [...drawn.slice(1), ...drawn.slice(0, 1)] : drawn;
}
