/** The map of what builds on what: chapters as rows, lessons as boxes in them, needs as lines. Coordinates in pixels. */

export interface MapChapter {
  number: number;
  title: string;
  lessons: readonly MapLesson[];
}
export interface MapLesson {
  id: string;
  number: string;
  title: string;
  needs: readonly string[];
  written: boolean;
}

export interface MapBox {
  lesson: MapLesson;
  x: number;
  y: number;
  /** The title, broken into at most three lines. */
  lines: string[];
}
export interface MapLine {
  /** Ids of lessons: `to` needs `from`. */
  from: string;
  to: string;
  /** What an SVG path has as its `d`. */
  path: string;
}
export interface PrerequisiteMap {
  width: number;
  height: number;
  boxes: MapBox[];
  lines: MapLine[];
  rows: { number: number; title: string; y: number }[];
}

export const box = { width: 156, height: 58 } as const;
const gap = { x: 24, y: 58 } as const;
const margin = { top: 30, left: 10 } as const;
/** Characters of a title that fit in a line of a box. */
const fits = 19;

export function drawMap(chapters: readonly MapChapter[]): PrerequisiteMap {
  const widest = Math.max(...chapters.map(({ lessons }) => lessons.length));
  const width = 2 * margin.left + widest * box.width + (widest - 1) * gap.x;
  const y = (row: number): number => margin.top + row * (box.height + gap.y);
  const boxes = chapters.flatMap(({ lessons }, row) =>
    lessons.map((lesson, column) => ({
      lesson,
      x: margin.left + column * (box.width + gap.x),
      y: y(row),
      lines: breakTitle(lesson.title),
    })),
  );
  return {
    width,
    height: y(chapters.length) - gap.y + margin.left,
    boxes,
    lines: linesBetween(boxes),
    rows: chapters.map(({ number, title }, row) => ({ number, title, y: y(row) })),
  };
}

function linesBetween(boxes: readonly MapBox[]): MapLine[] {
  const byId = new Map(boxes.map((each) => [each.lesson.id, each]));
  return boxes.flatMap((to) =>
    to.lesson.needs.flatMap((need) => {
      const from = byId.get(need);
      return from ? [{ from: need, to: to.lesson.id, path: pathBetween(from, to) }] : [];
    }),
  );
}

/** Neighbours are joined side to side, others of a row by an arc above it, rows from below to above. */
function pathBetween(from: MapBox, to: MapBox): string {
  const middle = box.width / 2;
  if (from.y !== to.y) {
    const [x1, y1, x2, y2] = [from.x + middle, from.y + box.height, to.x + middle, to.y];
    const bend = Math.min((y2 - y1) / 2, 90);
    return `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`;
  }
  if (to.x - from.x <= box.width + gap.x) return `M${from.x + box.width} ${from.y + box.height / 2}H${to.x}`;
  const [x1, x2, top] = [from.x + middle, to.x + middle, from.y - 22];
  return `M${x1} ${from.y}C${x1} ${top} ${x2} ${top} ${x2} ${to.y}`;
}

/** Breaks between words; what does not fit into three lines ends in an ellipsis. */
export function breakTitle(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= fits) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2] ?? ''} …`];
}
