/** What the order of running needs to know of a cell. */
export interface Dependencies {
  readonly id: string;
  readonly defines: readonly string[];
  readonly needs: readonly string[];
}

/**
 * The cells that define what this one needs: for each name the nearest cell above that defines it, else the nearest
 * below. Page order.
 */
export function providers(cell: string, cells: readonly Dependencies[]): string[] {
  const at = cells.findIndex(({ id }) => id === cell);
  const found = new Set<string>();
  for (const name of cells[at]?.needs ?? []) {
    const provider =
      cells.slice(0, at).findLast(({ defines }) => defines.includes(name)) ??
      cells.slice(at + 1).find(({ defines }) => defines.includes(name));
    if (provider !== undefined) found.add(provider.id);
  }
  return cells.filter(({ id }) => found.has(id)).map(({ id }) => id);
}

/** The cell after everything it needs, directly or not, that is not fresh. Circles are cut where they close. */
export function plan(
  cell: string,
  cells: readonly Dependencies[],
  isFresh: (id: string) => boolean,
): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const provider of providers(id, cells)) visit(provider);
    if (id === cell || !isFresh(id)) order.push(id);
  };
  visit(cell);
  return order;
}
