import { createHandles } from './handles.ts';
import { binsOf } from './histogram-bins.ts';
import { drawGroup } from './histogram-bars.ts';
import { schema, type HistogramData } from './histogram-data.ts';
import { describeSides, heightOf, heights, reading, summarise, table } from './histogram-summary.ts';
import { drawFrame, drawLabel } from './frame.ts';
import { placeLabels } from './labels.ts';
import { makeSvg } from './make.ts';
import type { Plane } from './paths.ts';
import { createPicture } from './picture.ts';
import { createScale } from './scale.ts';
import { toneOf } from './symbols.ts';
import './histogram.css';

export { schema };

/** Bars of counts, over each other or below each other, and a line that the reader moves. */
export function create(first: HistogramData): {
  element: HTMLElement;
  update(data: HistogramData): void;
  dispose(): void;
} {
  let data = first;
  const handles = createHandles({
    axes: 'x',
    name: () => `Threshold${data.xLabel === undefined ? '' : `, ${data.xLabel}`}`,
    say: () => describeSides(data, data.threshold ?? 0),
    move: (_, [threshold]) => {
      data = { ...data, threshold: Number(threshold.toPrecision(4)) };
      picture.update();
    },
  });

  const draw = (svg: SVGSVGElement, width: number): number => {
    const height = heightOf(data);
    const bins = binsOf(data);
    const most = Math.max(1, ...bins.counts.flat());
    const x = createScale([bins.edges[0] ?? 0, bins.edges.at(-1) ?? 1], [44, width - 14]);
    const separate = data.layout === 'separate';
    const planes = data.groups.map((_, i): Plane => {
      const top = 22 + (separate ? i * heights.separate + 6 : 0);
      const bottom = separate ? top + heights.separate - 22 : height - 40;
      return { x, y: createScale([0, most * 1.06], [bottom, top]) };
    });
    const shapes = data.groups.map((group, i) =>
      drawGroup(bins, i, planes[i] ?? { x, y: x }, {
        label: group.label,
        solid: data.groups.length === 1 || separate,
      }),
    );
    svg.replaceChildren(...frames(planes, separate), ...shapes.map(({ element }) => element));
    if (data.groups.length > 1) svg.append(...names(shapes, planes));
    drawThreshold(svg, planes);
    return height;
  };

  const frames = (planes: readonly Plane[], separate: boolean) =>
    (separate ? planes : planes.slice(0, 1)).map((plane, i) => {
      const last = !separate || i === planes.length - 1;
      return drawFrame({
        ...plane,
        xLabel: last ? (data.xLabel ?? '') : '',
        yLabel: i === 0 ? 'how many' : '',
        ticks: {
          x: Math.max(3, Math.floor((plane.x.range[1] - plane.x.range[0]) / 90)),
          y: separate ? 2 : 4,
        },
        below: last,
      });
    });

  const names = (shapes: readonly ReturnType<typeof drawGroup>[], planes: readonly Plane[]) =>
    shapes.map(({ outline }, i) => {
      const { x, y } = planes[i] ?? { x: createScale([0, 1], [0, 1]), y: createScale([0, 1], [0, 1]) };
      const box = { left: x.range[0], right: x.range[1], top: y.range[1] - 8, bottom: y.range[0] };
      const text = data.groups[i]?.label ?? '';
      const others = data.layout === 'separate' ? [outline] : shapes.map((shape) => shape.outline);
      const peak = outline.reduce((a, b) => (b[1] < a[1] ? b : a), outline[0] ?? [box.left, box.top]);
      const [place] = placeLabels([{ text, line: [peak] }], others, box);
      return makeSvg(
        'g',
        { 'data-tone': toneOf(i) },
        ...(place === undefined ? [] : [drawLabel(text, place)]),
      );
    });

  const drawThreshold = (svg: SVGSVGElement, planes: readonly Plane[]) => {
    const [top, bottom] = [planes[0]?.y.range[1] ?? 0, planes.at(-1)?.y.range[0] ?? 0];
    const [plane] = planes;
    if (data.threshold === undefined || plane === undefined)
      return handles.place([], { x: createScale([0, 1], [0, 1]), y: createScale([0, 1], [0, 1]) });
    const at = Math.min(plane.x.range[1], Math.max(plane.x.range[0], plane.x(data.threshold)));
    svg.append(
      makeSvg(
        'g',
        { class: 'threshold', transform: `translate(${at.toFixed(1)} 0)` },
        makeSvg('line', { y1: top - 10, y2: bottom }),
        makeSvg('path', { d: `M-8 ${top - 14}h16v8l-8 8l-8-8Z` }),
      ),
    );
    // The handle lies on the head of the line.
    const head = createScale([0, 1], [top - 6, top - 7]);
    handles.place([[plane.x.invert(at), 0]], { x: plane.x, y: head });
  };

  const picture = createPicture({
    name: 'histogram',
    over: handles.element,
    draw,
    words: () => ({ summary: summarise(data), reading: reading(data), table: table(data) }),
  });
  return {
    element: picture.element,
    update: (next) => {
      data = next;
      picture.update();
    },
    dispose: picture.dispose,
  };
}
