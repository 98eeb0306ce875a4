/** Numbers, or lists of them in lists. */
export type Lists = number | readonly Lists[];

/**
 * Central differences: for each number of `x`, (f(x + h) − f(x − h)) / 2h, where h grows with numbers above 1.
 * Two calls of f for each number.
 */
export async function centralDifferences(
  f: (x: never) => number | Promise<number>,
  x: Lists,
  h: number,
): Promise<Lists> {
  const at = async (replaced: (part: Lists) => Lists): Promise<number> => {
    const value: unknown = await f(replaced(x) as never);
    if (typeof value !== 'number') throw new TypeError('gradient: the function must give one number.');
    return value;
  };
  const walk = async (part: Lists, replace: (part: Lists) => Lists): Promise<Lists> => {
    if (typeof part === 'number') {
      const step = h * Math.max(1, Math.abs(part));
      const above = await at(() => replace(part + step));
      const below = await at(() => replace(part - step));
      return (above - below) / (2 * step);
    }
    const slopes: Lists[] = [];
    for (const [index, each] of part.entries())
      slopes.push(await walk(each, (other) => replace(part.with(index, other))));
    return slopes;
  };
  return walk(x, (part) => part);
}
