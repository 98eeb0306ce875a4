/** What a lesson builds on and what builds on it, near and far. */
export interface Need {
  from: string;
  to: string;
}

export interface Neighbourhood {
  /** Everything that must come first, the lesson's own needs and theirs. */
  before: ReadonlySet<string>;
  /** Everything that waits for it. */
  after: ReadonlySet<string>;
}

export const neighbourhood = (needs: readonly Need[], id: string): Neighbourhood => ({
  before: reach(id, (at) => needs.flatMap(({ from, to }) => (to === at ? [from] : []))),
  after: reach(id, (at) => needs.flatMap(({ from, to }) => (from === at ? [to] : []))),
});

function reach(start: string, next: (id: string) => string[]): Set<string> {
  const found = new Set<string>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const id of next(at))
      if (!found.has(id)) {
        found.add(id);
        open.push(id);
      }
  return found;
}
