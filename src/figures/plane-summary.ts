import { sentence } from './describe.ts';
import { counted, formatNumber, formatWithin } from './numbers.ts';
import { boxHeight } from './plane-box.ts';
import type { PlaneData } from './plane-figure-data.ts';
import { classAt, classifierOf, rightOnes } from './plane-model.ts';
import { roomOf, type Room } from './room.ts';
import { shapeNames } from './symbols.ts';
import type { TableData } from './table-toggle.ts';

/** The figure in words. */
export function summarise(data: PlaneData): string {
  const { points, classes } = data;
  if (points.length === 0) return ['No points yet.', ...divided(data)].join(' ');
  const groups = classes.map(
    (name, i) => `${formatNumber(points.filter((point) => point.class === i).length)} ${name}`,
  );
  const parts = classes.length > 1 ? `: ${groups.join(', ')}` : ` of ${classes[0] ?? ''}`;
  return [sentence(`${counted(points.length, 'point')}${parts}`), ...beyond(data), ...divided(data)].join(
    ' ',
  );
}

/** What of the points is not seen. */
function beyond({ points, x, y }: PlaneData): string[] {
  const out = points.filter((point) => point.x < x[0] || point.x > x[1] || point.y < y[0] || point.y > y[1]);
  return out.length === 0 ? [] : [`${counted(out.length, 'point')} beyond the picture.`];
}

function divided(data: PlaneData): string[] {
  const { regions } = data;
  if (regions === undefined) return [];
  const how = {
    grid: 'The plane is divided as the grid says',
    line: 'A straight line divides the plane',
    neighbours: regions.by === 'neighbours' ? neighbours(regions.k) : '',
    net: 'A network divides the plane',
  }[regions.by];
  return [sentence(how)];
}

/** How well the regions fit, which changes as the reader moves something. */
export function reading(data: PlaneData): string {
  if (data.regions === undefined) return '';
  const line = data.regions.by === 'line' ? [`${equation(data)}.`] : [];
  return [...line, ...(data.points.length === 0 ? [] : [accuracy(data)])].join(' ');
}

const neighbours = (k: number) =>
  k === 1
    ? 'Each place has the class of the nearest point'
    : `Each place has the class of most of the ${k} nearest points`;

/** "46 of 50 points lie where their own class is: 92%." */
export function accuracy(data: PlaneData): string {
  const right = rightOnes(data);
  const hits = right.filter(Boolean).length;
  const share = right.length === 0 ? '' : `: ${formatNumber((100 * hits) / right.length, 3)}%`;
  return `${formatNumber(hits)} of ${counted(right.length, 'point')} on the right side${share}.`;
}

/** "0.8 x − 1.2 y + 0.5 = 0" */
export function equation({ regions, xLabel = 'x', yLabel = 'y' }: PlaneData): string {
  if (regions?.by !== 'line') return '';
  const { w, b } = regions;
  const signed = (value: number, text: string) => `${value < 0 ? '−' : '+'} ${text}`;
  const times = (value: number, name: string) => `${formatNumber(value, 3)} ${name}`.replace(/^(−?)1 /, '$1');
  const second = signed(w[1], times(Math.abs(w[1]), yLabel));
  return `${times(w[0], xLabel)} ${second} ${signed(b, formatNumber(Math.abs(b), 3))} = 0`;
}

export function table(data: PlaneData): TableData {
  const { points, classes, x, y, xLabel = 'x', yLabel = 'y' } = data;
  const classifier = classifierOf(data);
  const rows = points.map((point) => {
    const at = classifier === null ? null : classAt(classifier, point.x, point.y);
    return [
      `${classes[point.class] ?? ''} (${shapeNames[point.class] ?? ''})`,
      formatWithin(point.x, x),
      formatWithin(point.y, y),
      ...(classifier === null ? [] : [at === null ? 'none' : (classes[at] ?? '')]),
    ];
  });
  return {
    caption: 'The points',
    columns: ['class', xLabel, yLabel, ...(classifier === null ? [] : ['lies where'])],
    rows,
  };
}

/** The key of classes, one line, two on a phone. */
export const room = (data: PlaneData): Room => roomOf(boxHeight(data), [0, 0], [27, 51]);
