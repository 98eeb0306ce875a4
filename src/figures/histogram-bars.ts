import { linePath } from './frame.ts';
import type { Bins } from './histogram-data.ts';
import type { Point } from './labels.ts';
import { makeSvg } from './make.ts';
import { dashOf, type Plane } from './paths.ts';
import { toneOf } from './symbols.ts';

/** One group's bars and their outline, which has the dash of its tone where several lie over each other. */
export function drawGroup(
  { edges, counts }: Bins,
  index: number,
  { x, y }: Plane,
  { label, solid }: { label: string; solid: boolean },
): { element: SVGGElement; outline: Point[] } {
  const tone = toneOf(index);
  const row = counts[index] ?? [];
  const element = makeSvg('g', { class: 'bars', 'data-tone': tone, 'data-label': label });
  const floor = y(0);
  const outline: Point[] = [];
  row.forEach((count, i) => {
    const [left, right, top] = [x(edges[i] ?? 0), x(edges[i + 1] ?? 0), y(count)];
    outline.push([left, top], [right, top]);
    if (count === 0) return;
    const gap = solid ? Math.min(1, (right - left) / 4) : 0;
    element.append(
      makeSvg('rect', {
        class: solid ? 'bar solid' : 'bar',
        x: (left + gap / 2).toFixed(1),
        y: top.toFixed(1),
        width: Math.max(0.5, right - left - gap).toFixed(1),
        height: (floor - top).toFixed(1),
      }),
    );
  });
  const [first, last] = [outline[0], outline.at(-1)];
  if (!solid && first !== undefined && last !== undefined) {
    const line = [[first[0], floor] as const, ...outline, [last[0], floor] as const];
    element.append(makeSvg('path', { class: 'curve', d: linePath(line), 'stroke-dasharray': dashOf[tone] }));
  }
  return { element, outline };
}
