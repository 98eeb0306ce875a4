/** Lines to put in order. Logic alone. */

/** The lines of a text in its order, where they are those of `lines` and no others; else `null`. */
export function orderIn(text: string, lines: readonly string[]): string[] | null {
  const order = text.split('\n');
  return [...order].sort().join('\n') === [...lines].sort().join('\n') ? order : null;
}

/** The list with what stood at `from` moved to `to`; places beyond the ends are the ends. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  const at = Math.min(Math.max(to, 0), rest.length);
  return [...rest.slice(0, at), ...list.slice(from, from + 1), ...rest.slice(at)];
}
