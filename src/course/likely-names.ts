/** The names that someone who wrote `wanted` may have meant, likeliest first, three at the most. */
export function likelyNames(wanted: string, known: Iterable<string>): string[] {
  const pairs = pairsOf(wanted);
  return [...known]
    .map((name) => ({ name, likeness: likeness(pairs, pairsOf(name)) }))
    .filter(({ likeness }) => likeness > 0.5)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** A remedy that begins with what may have been meant. */
export function meantOr(wanted: string, known: Iterable<string>, otherwise: string): string {
  const likely = likelyNames(wanted, known);
  return likely.length > 0 ? `Did you mean ${likely.join(' or ')}? ${otherwise}` : otherwise;
}

const pairsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

/** Dice's coefficient of two sets of neighbouring letters: 1 for equal ones, 0 for none in common. */
function likeness(a: Set<string>, b: Set<string>): number {
  const common = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}
