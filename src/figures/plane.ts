import { drawFrame, linePath } from './frame.ts';
import { createHandles } from './handles.ts';
import type { Point } from './labels.ts';
import { freshId, make, makeSvg } from './make.ts';
import { formatNumber } from './numbers.ts';
import { inside, type Plane } from './paths.ts';
import { createPicture } from './picture.ts';
import { boxFor, margins } from './plane-box.ts';
import { schema, type PlaneData } from './plane-figure-data.ts';
import { classifierOf, lineEnds, lineThrough, rightOnes } from './plane-model.ts';
import { askPlane, drawBoundary, drawTexture, paintRegions } from './plane-regions.ts';
import { accuracy, reading, summarise, table } from './plane-summary.ts';
import { createScale } from './scale.ts';
import { drawSymbol, shapeNames } from './symbols.ts';
import { onThemeChange } from './theme.ts';
import './plane.css';

export { schema };

/** Points of classes and the regions of a classifier, computed again as the reader moves a point or the line. */
export function create(first: PlaneData): {
  element: HTMLElement;
  update(data: PlaneData): void;
  dispose(): void;
} {
  let data = first;
  let grips = gripsOf(first);
  const tint = make('canvas', { class: 'tint', 'aria-hidden': 'true' });
  const clip = makeSvg('clipPath', { id: freshId('plane') }, makeSvg('rect'));
  const key = make('ul', { class: 'figure-key', 'aria-hidden': 'true' });

  const handles = createHandles({
    axes: 'xy',
    name: (i) =>
      data.moves === 'line'
        ? `End ${i + 1} of the line`
        : `Point ${i + 1} of ${data.points.length}, ${data.classes[data.points[i]?.class ?? 0] ?? ''}`,
    say: (i) => {
      const [x, y] = placesToMove()[i] ?? [NaN, NaN];
      const where = `${data.xLabel ?? 'x'} ${formatNumber(x, 3)}, ${data.yLabel ?? 'y'} ${formatNumber(y, 3)}`;
      return data.regions === undefined ? where : `${where}; ${accuracy(data)}`;
    },
    move: (i, place) => {
      data = moved(i, place);
      picture.update();
    },
  });
  const placesToMove = (): readonly Point[] => {
    if (data.moves === 'points') return data.points.map(({ x, y }) => [x, y] as const);
    return data.moves === 'line' ? grips : [];
  };
  const moved = (i: number, place: Point): PlaneData => {
    const { regions } = data;
    if (data.moves === 'points')
      return {
        ...data,
        points: data.points.map((point, k) => (k === i ? { ...point, x: place[0], y: place[1] } : point)),
      };
    if (regions?.by !== 'line') return data;
    grips = grips.map((grip, k) => (k === i ? place : grip));
    const [a, b] = grips;
    return a === undefined || b === undefined
      ? data
      : { ...data, regions: { by: 'line', ...lineThrough(a, b, regions) } };
  };

  const draw = (svg: SVGSVGElement, width: number): number => {
    const box = boxFor(data, width);
    const plane: Plane = {
      x: createScale(data.x, [box.left, box.right]),
      y: createScale(data.y, [box.bottom, box.top]),
    };
    const [w, h] = [box.right - box.left, box.bottom - box.top];
    tint.style.cssText = `left:${box.left}px;top:${box.top}px;width:${w}px;height:${h}px`;
    clip.replaceChildren(makeSvg('rect', { x: box.left, y: box.top, width: w, height: h }));
    const classifier = classifierOf(data);
    const land = makeSvg('g', { 'clip-path': `url(#${clip.id})` });
    const size = data.regions?.by === 'neighbours' ? 'fine' : 'coarse';
    const votes = classifier === null ? [] : askPlane(classifier, plane, size);
    paintRegions(tint, votes);
    if (classifier !== null)
      land.append(
        drawTexture(classifier, plane),
        data.regions?.by === 'line' ? drawLine(data, plane) : drawBoundary(votes, data.classes.length, plane),
      );
    svg.replaceChildren(
      makeSvg('defs', {}, clip),
      land,
      drawFrame({
        ...plane,
        xLabel: data.xLabel ?? 'x',
        yLabel: data.yLabel ?? 'y',
        grid: false,
        ticks: { x: 5, y: 5 },
      }),
      drawPoints(data, plane),
      ...(data.moves === 'line' ? [drawGrips(grips, plane)] : []),
    );
    handles.place(placesToMove(), plane);
    return box.bottom + margins.bottom;
  };

  const picture = createPicture({
    name: 'plane',
    under: [key],
    over: handles.element,
    draw,
    words: () => {
      key.replaceChildren(...keyOf(data));
      return { summary: summarise(data), reading: reading(data), table: table(data) };
    },
  });
  picture.element.querySelector('.figure-image')?.prepend(tint);
  const stopTheme = onThemeChange(picture.redraw);
  return {
    element: picture.element,
    update: (next) => {
      data = next;
      grips = gripsOf(next);
      picture.update();
    },
    dispose: () => {
      stopTheme();
      picture.dispose();
    },
  };
}

/** Two places on the line, a quarter in from where it leaves the picture. */
function gripsOf(data: PlaneData): readonly Point[] {
  const { regions, moves, x, y } = data;
  if (regions?.by !== 'line' || moves !== 'line') return [];
  const [a, b] = lineEnds(regions, data) ?? [
    [x[0], (y[0] + y[1]) / 2],
    [x[1], (y[0] + y[1]) / 2],
  ];
  const between = (share: number): Point => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
  return [between(0.2), between(0.8)];
}

function drawLine(data: PlaneData, { x, y }: Plane): SVGGElement {
  const group = makeSvg('g', { class: 'boundary' });
  const ends = data.regions?.by === 'line' ? lineEnds(data.regions, data) : null;
  if (ends !== null) group.append(makeSvg('path', { d: linePath(ends.map(([px, py]) => [x(px), y(py)])) }));
  return group;
}

function drawGrips(grips: readonly Point[], { x, y }: Plane): SVGGElement {
  const dots = grips.map(([px, py]) => makeSvg('circle', { cx: x(px), cy: y(py), r: 6.5 }));
  return makeSvg('g', { class: 'grips' }, ...dots);
}

/** A point that lies on the wrong side carries a ring. */
function drawPoints(data: PlaneData, { x, y }: Plane): SVGGElement {
  const right = rightOnes(data);
  const group = makeSvg('g', { class: 'points' });
  data.points.forEach((point, i) => {
    const [cx, cy] = [x(point.x), y(point.y)];
    if (!inside([cx, cy], { x, y })) return;
    if (right[i] === false) group.append(makeSvg('circle', { class: 'wrong', cx, cy, r: 9.5 }));
    group.append(drawSymbol(point.class, cx, cy));
  });
  return group;
}

/** What the shapes mean. Read aloud it would say what the sentence says. */
function keyOf({ classes, regions, points }: PlaneData): HTMLElement[] {
  const icon = (...shapes: SVGElement[]) =>
    makeSvg('svg', { class: 'plane', width: 20, height: 20, viewBox: '-10 -10 20 20' }, ...shapes);
  const items = classes.map((name, i) =>
    make('li', { 'data-shape': shapeNames[i] }, icon(drawSymbol(i, 0, 0)), name),
  );
  if (regions !== undefined && points.length > 0)
    items.push(make('li', {}, icon(makeSvg('circle', { class: 'wrong', r: 8 })), 'on the wrong side'));
  return items;
}
