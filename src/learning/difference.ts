/** The difference of two texts by lines, along a longest common subsequence. */
export interface DifferenceLine {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Cells of the table; beyond it the texts are shown as wholly replaced. */
const largest = 1_000_000;

export function difference(before: string, after: string): DifferenceLine[] {
  const a = before.split('\n');
  const b = after.split('\n');
  if (a.length * b.length > largest) return [...lines('removed', a), ...lines('added', b)];
  return walk(a, b, lengths(a, b));
}

const lines = (kind: DifferenceLine['kind'], texts: readonly string[]): DifferenceLine[] =>
  texts.map((text) => ({ kind, text }));

/** `table[i][j]`: length of the longest common subsequence of `a` from i and `b` from j. */
function lengths(a: readonly string[], b: readonly string[]): Uint32Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = table[i];
    if (!row) continue;
    for (let j = b.length - 1; j >= 0; j -= 1)
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  return table;
}

function walk(a: readonly string[], b: readonly string[], table: readonly Uint32Array[]): DifferenceLine[] {
  const result: DifferenceLine[] = [];
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      result.push({ kind: 'same', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      result.push({ kind: 'removed', text: a[i] ?? '' });
      i += 1;
    } else {
      result.push({ kind: 'added', text: b[j] ?? '' });
      j += 1;
    }
  }
  return [...result, ...lines('removed', a.slice(i)), ...lines('added', b.slice(j))];
}
