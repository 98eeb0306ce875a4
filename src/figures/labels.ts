/** Labels that stand on their lines: where each lies so that it hides as little as possible. Pixels throughout. */
export type Point = readonly [number, number];

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Label {
  text: string;
  /** The line that the label names. */
  line: readonly Point[];
}

export interface Placed {
  x: number;
  /** Baseline of the text. */
  y: number;
  anchor: 'start' | 'middle' | 'end';
  box: Box;
}

const glyph = 6.7;
const height = 14;
/** Air around a label, sideways. */
const air = 4;

/** A label goes near the end of its line, or further back where the end is crowded. */
export function placeLabels(
  labels: readonly Label[],
  obstacles: readonly (readonly Point[])[],
  frame: Box,
): Placed[] {
  const dots = obstacles.flatMap((line) => sample(line, 5));
  const placed: Placed[] = [];
  for (const label of labels) {
    const best = candidates(label, frame)
      .map((place) => ({ place, cost: place.back + cost(place, dots, placed, frame) }))
      .reduce((a, b) => (b.cost < a.cost ? b : a));
    placed.push(best.place);
  }
  return placed;
}

type Candidate = Placed & { back: number };

function candidates({ text, line }: Label, frame: Box): Candidate[] {
  const width = text.length * glyph;
  const list: Candidate[] = [];
  const points = line.length === 0 ? [[frame.left, frame.top] as const] : line;
  for (const share of [1, 0.9, 0.75, 0.6, 0.45, 0.3, 0.15, 0]) {
    const [x, y] = points[Math.round(share * (points.length - 1))] ?? [0, 0];
    for (const anchor of ['start', 'end', 'middle'] as const)
      for (const [dx, dy] of offsets(anchor))
        list.push({ ...at(x + dx, y + dy, width, anchor), back: (1 - share) * 4 });
  }
  return [...list, ...corners(width, frame)];
}

/** Where a line is too crowded, its name stands in a corner of the picture, in the line's colour. */
function corners(width: number, frame: Box): Candidate[] {
  return [0, 1, 2].flatMap((row) => [
    { ...at(frame.right - 6, frame.top + 16 + row * 16, width, 'end'), back: 9 + row },
    { ...at(frame.left + 6, frame.top + 16 + row * 16, width, 'start'), back: 10 + row },
  ]);
}

/** Beside, above and below the point. */
function offsets(anchor: Placed['anchor']): Point[] {
  if (anchor === 'middle')
    return [
      [0, -9],
      [0, 18],
    ];
  const side = anchor === 'start' ? 8 : -8;
  return [
    [side, 4],
    [side, -9],
    [side, 18],
  ];
}

function at(x: number, y: number, width: number, anchor: Placed['anchor']): Placed {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return {
    x,
    y,
    anchor,
    box: { left: left - air, top: y - height + 2, right: left + width + air, bottom: y + 4 },
  };
}

function cost({ box }: Placed, dots: readonly Point[], placed: readonly Placed[], frame: Box): number {
  let sum = 0;
  for (const [x, y] of dots) if (x > box.left && x < box.right && y > box.top && y < box.bottom) sum += 1;
  for (const other of placed) if (overlaps(box, other.box)) sum += 100;
  const out =
    Math.max(0, frame.left - box.left) +
    Math.max(0, box.right - frame.right) +
    Math.max(0, frame.top - box.top) +
    Math.max(0, box.bottom - frame.bottom);
  return sum + out * 10;
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Points along a line at about this distance. */
export function sample(line: readonly Point[], gap: number): Point[] {
  const dots: Point[] = [];
  line.forEach(([x, y], i) => {
    const before = line[i - 1];
    if (before === undefined) return dots.push([x, y]);
    const [px, py] = before;
    const steps = Math.min(200, Math.max(1, Math.round(Math.hypot(x - px, y - py) / gap)));
    for (let k = 1; k <= steps; k++) dots.push([px + ((x - px) * k) / steps, py + ((y - py) * k) / steps]);
    return dots.length;
  });
  return dots;
}
