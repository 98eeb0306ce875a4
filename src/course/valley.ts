/** The valley on the landing page: level lines and two real descents, computed when the site is built. */

export type Point = readonly [x: number, y: number];

/** A bent valley with its floor at the origin. */
export const height = ([x, y]: Point): number => 0.5 * x ** 2 + 3 * (y - 0.12 * x ** 2) ** 2;

const slope = ([x, y]: Point): Point => {
  const off = y - 0.12 * x ** 2;
  return [x - 6 * off * 0.24 * x, 6 * off];
};

/** The points that gradient descent visits, the start among them. */
export function descend(start: Point, rate: number, steps: number): Point[] {
  const path = [start];
  let [x, y] = start;
  for (let step = 0; step < steps; step++) {
    const [dx, dy] = slope([x, y]);
    [x, y] = [x - rate * dx, y - rate * dy];
    path.push([x, y]);
  }
  return path;
}

/** The closed line on which the valley is this high: from the floor outwards, it is met once in every direction. */
export function levelLine(level: number, points = 360): Point[] {
  return Array.from({ length: points }, (_, index) => {
    const angle = (2 * Math.PI * index) / points;
    const at = (radius: number): Point => [radius * Math.cos(angle), radius * Math.sin(angle)];
    let [low, high] = [0, 8];
    for (let halving = 0; halving < 40; halving++) {
      const middle = (low + high) / 2;
      if (height(at(middle)) < level) low = middle;
      else high = middle;
    }
    return at(low);
  });
}
