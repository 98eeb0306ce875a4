import type { Stroke, Vertex } from './images.ts';

/** Part of an ellipse as a line of short pieces. Angles in turns, from the right, clockwise as y grows downwards. */
function arc(centre: Vertex, radii: Vertex, from: number, to: number): Vertex[] {
  const pieces = 14;
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const angle = 2 * Math.PI * (from + ((to - from) * i) / pieces);
    return [centre[0] + radii[0] * Math.cos(angle), centre[1] + radii[1] * Math.sin(angle)];
  });
}

/** A straight line in pieces, so that it can be bent. */
function line(...corners: Vertex[]): Vertex[] {
  return corners.flatMap((corner, i) => {
    const next = corners[i + 1];
    if (next === undefined) return [corner];
    return Array.from({ length: 5 }, (_, k): Vertex => {
      const share = k / 5;
      return [corner[0] + share * (next[0] - corner[0]), corner[1] + share * (next[1] - corner[1])];
    });
  });
}

/**
 * How a hand draws each digit, several ways where people differ: strokes in the unit square, drawn for this course.
 */
export const digitStrokes: readonly (readonly (readonly Stroke[])[])[] = [
  [[arc([0.5, 0.5], [0.32, 0.46], -0.25, 0.75)]],
  [[line([0.5, 0.04], [0.5, 0.96])], [line([0.3, 0.24], [0.55, 0.04], [0.55, 0.96])]],
  [[[...arc([0.5, 0.29], [0.3, 0.25], -0.48, 0.1), ...line([0.7, 0.48], [0.2, 0.96], [0.82, 0.96])]]],
  [[[...arc([0.46, 0.27], [0.3, 0.23], -0.42, 0.22), ...arc([0.46, 0.73], [0.34, 0.23], -0.22, 0.42)]]],
  [
    [line([0.62, 0.04], [0.16, 0.66], [0.86, 0.66]), line([0.66, 0.36], [0.66, 0.96])],
    [line([0.24, 0.04], [0.2, 0.52], [0.78, 0.52]), line([0.76, 0.06], [0.72, 0.96])],
  ],
  [[[...line([0.78, 0.05], [0.3, 0.05], [0.25, 0.45]), ...arc([0.47, 0.67], [0.3, 0.28], -0.36, 0.4)]]],
  [[[...line([0.68, 0.04], [0.36, 0.36]), ...arc([0.5, 0.68], [0.28, 0.28], -0.46, 0.58)]]],
  [
    [line([0.16, 0.06], [0.84, 0.06], [0.4, 0.96])],
    [line([0.16, 0.06], [0.84, 0.06], [0.42, 0.96]), line([0.36, 0.5], [0.76, 0.5])],
  ],
  [[arc([0.5, 0.27], [0.26, 0.22], 0.25, 1.25), arc([0.5, 0.73], [0.31, 0.24], -0.25, 0.75)]],
  [
    [arc([0.5, 0.3], [0.27, 0.26], 0, 1), line([0.77, 0.3], [0.7, 0.96])],
    [[...arc([0.5, 0.3], [0.27, 0.26], 0, 1), ...arc([0.5, 0.62], [0.27, 0.34], 0, 0.34)]],
  ],
];
