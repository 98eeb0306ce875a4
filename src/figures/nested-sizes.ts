/** Where the rings lie. Pixels. */
export interface Circle {
  x: number;
  y: number;
  r: number;
  /** Middle of the line on which the ring's name stands. */
  nameAt: number;
}

/** All rings touch the bottom of the outermost, but for this. */
const gap = 8;
const edge = 2;
/** Diameter of the innermost ring, at least. */
const innermost = 116;
/** What is seen of a ring above the next, as long as there is room. */
const crest = 80;

/** Height of the drawing where it is wide enough. */
export const heightOf = (rings: number): number => innermost + (crest + gap) * (rings - 1) + 2 * edge;

/** From here on there is room for words beside the rings. */
export const wideFrom = 520;

/** From the outermost inwards. Where there is room the rings stand at the left, with words at their right. */
export function circlesFor(rings: number, width: number): Circle[] {
  const height = Math.min(heightOf(rings), width);
  const outer = (height - 2 * edge) / 2;
  const x = width < wideFrom ? width / 2 : Math.max(outer + edge, width * 0.3);
  const step = (2 * outer - innermost - gap * (rings - 1)) / (rings - 1);
  return Array.from({ length: rings }, (_, i) => {
    const r = outer - (i * (step + gap)) / 2;
    const y = height - edge - gap * i - r;
    return { x, y, r, nameAt: i === rings - 1 ? y : y - r + step / 2 + 2 };
  });
}

/** The innermost ring at a point; -1 beside them all. */
export const ringAt = (circles: readonly Circle[], x: number, y: number): number =>
  circles.findLastIndex((circle) => Math.hypot(x - circle.x, y - circle.y) <= circle.r);
