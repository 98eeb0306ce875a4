/** Contour lines of a grid by marching squares. Pure: numbers in, polylines out. */
export type Vertex = readonly [number, number];

/**
 * Polylines where the function has this level, in grid units: x 0 … columns − 1, y 0 … rows − 1. Between grid
 * points the function is taken as linear. Squares with a number that is not finite have no line.
 */
export function isolines(values: readonly (readonly number[])[], level: number): Vertex[][] {
  const segments: [Vertex, Vertex][] = [];
  for (let row = 0; row + 1 < values.length; row++)
    for (let column = 0; column + 1 < (values[row]?.length ?? 0); column++)
      segments.push(...square(values, row, column, level));
  return join(segments);
}

function square(
  values: readonly (readonly number[])[],
  row: number,
  column: number,
  level: number,
): [Vertex, Vertex][] {
  const v = (r: number, c: number) => values[row + r]?.[column + c] ?? NaN;
  const [a, b, c, d] = [v(0, 0), v(0, 1), v(1, 1), v(1, 0)];
  if (![a, b, c, d].every(Number.isFinite)) return [];
  const bottom = () => [column + share(a, b, level), row] as const;
  const right = () => [column + 1, row + share(b, c, level)] as const;
  const top = () => [column + share(d, c, level), row + 1] as const;
  const left = () => [column, row + share(a, d, level)] as const;
  const above = [a, b, c, d].map((value) => value >= level);
  const code = Number(above[0]) + 2 * Number(above[1]) + 4 * Number(above[2]) + 8 * Number(above[3]);
  const middle = (a + b + c + d) / 4 >= level;
  switch (code) {
    case 1:
    case 14:
      return [[left(), bottom()]];
    case 2:
    case 13:
      return [[bottom(), right()]];
    case 3:
    case 12:
      return [[left(), right()]];
    case 4:
    case 11:
      return [[right(), top()]];
    case 6:
    case 9:
      return [[bottom(), top()]];
    case 7:
    case 8:
      return [[left(), top()]];
    // A saddle: the value in the middle says which corners belong together.
    case 5:
      return middle
        ? [
            [left(), top()],
            [bottom(), right()],
          ]
        : [
            [left(), bottom()],
            [right(), top()],
          ];
    case 10:
      return middle
        ? [
            [left(), bottom()],
            [right(), top()],
          ]
        : [
            [left(), top()],
            [bottom(), right()],
          ];
    default:
      return [];
  }
}

function share(from: number, to: number, level: number): number {
  return from === to ? 0.5 : (level - from) / (to - from);
}

const key = ([x, y]: Vertex) => `${x.toFixed(6)},${y.toFixed(6)}`;

/** Segments that touch become one line. */
function join(segments: readonly [Vertex, Vertex][]): Vertex[][] {
  const ends = new Map<string, number[]>();
  const note = (vertex: Vertex, i: number) => {
    const list = ends.get(key(vertex));
    if (list === undefined) ends.set(key(vertex), [i]);
    else list.push(i);
  };
  segments.forEach(([from, to], i) => {
    note(from, i);
    note(to, i);
  });
  const used = new Set<number>();
  const follow = (line: Vertex[]): Vertex[] => {
    for (;;) {
      const end = line.at(-1);
      const next = end && ends.get(key(end))?.find((i) => !used.has(i));
      const segment = next === undefined ? undefined : segments[next];
      if (end === undefined || next === undefined || segment === undefined) return line;
      used.add(next);
      line.push(key(segment[0]) === key(end) ? segment[1] : segment[0]);
    }
  };
  return segments.flatMap((segment, i) => {
    // A level that is exactly a grid point's touches it without a length.
    if (used.has(i) || key(segment[0]) === key(segment[1])) return [];
    used.add(i);
    const forward = follow([...segment]);
    return [follow(forward.toReversed())];
  });
}

/**
 * Heights for the lines: close together near the lowest point, where a walk ends, as rings of a bowl at equal
 * distances; at equal ratios above the lowest when `log`.
 */
export function levelsFor(low: number, high: number, count: number, log: boolean): number[] {
  const span = high - low;
  if (!(span > 0)) return [];
  return Array.from({ length: count }, (_, i) => {
    const part = (i + 1) / (count + 1);
    return log ? low + span * 10 ** (-4 * (1 - part)) : low + span * part ** 2;
  });
}
