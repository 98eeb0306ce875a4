import { createCurveControls, type CurveControls } from './curve-controls.ts';
import { schema, type CurveData } from './curve-data.ts';
import { marksOf } from './curve-marks.ts';
import { curveTable, height, summarise } from './curve-summary.ts';
import { drawFrame, drawLabel, linePath } from './frame.ts';
import { placeLabels, type Box, type Point } from './labels.ts';
import { freshId, make, makeSvg } from './make.ts';
import { extent } from './numbers.ts';
import { dashOf, inside, remarksOn, type Plane } from './paths.ts';
import { createPicture } from './picture.ts';
import { createScale } from './scale.ts';

export { schema };

/** A function of one variable, with slopes, points and steps on it. */
export function create(first: CurveData): {
  element: HTMLElement;
  update(data: CurveData): void;
  dispose(): void;
} {
  let given = first;
  const bar = make('div', { class: 'figure-controls' });
  const setUp = () => createCurveControls(given, () => picture.update());
  let controls: CurveControls = setUp();
  let data = controls.apply(given);
  const clip = makeSvg('clipPath', { id: freshId('curve') });
  const ground = makeSvg('g');
  const main = makeSvg('path', { class: 'curve function' });
  const curves = makeSvg('g');
  const marks = makeSvg('g');
  const drawing = makeSvg('g', { 'clip-path': `url(#${clip.id})` }, main, curves, marks);
  const names = makeSvg('g');

  const draw = (svg: SVGSVGElement, width: number): number => {
    if (!svg.contains(ground)) svg.append(makeSvg('defs', {}, clip), ground, drawing, names);
    const box: Box = { left: 50, right: width - 18, top: 22, bottom: height - 40 };
    const [w, h] = [box.right - box.left, box.bottom - box.top + 4];
    clip.replaceChildren(makeSvg('rect', { x: box.left, y: box.top - 2, width: w, height: h }));
    const plane = planeOf(data, box);
    ground.replaceChildren(
      drawFrame({ ...plane, xLabel: data.xLabel ?? 'x', yLabel: data.yLabel ?? 'y', ticks: { x: 6, y: 4 } }),
    );
    const lines = linesOf(data, plane);
    main.setAttribute('d', linePath(lines[0]?.whole ?? []));
    curves.replaceChildren(...lines.slice(1).map(({ element }) => element));
    const marked = marksOf(data, plane);
    marks.replaceChildren(...marked.map((mark) => mark.element));
    const named = [...lines, ...marked].filter((mark) => mark.label !== null);
    const labels = named.flatMap((mark) => mark.label ?? []);
    const places = placeLabels(
      labels,
      [...lines.map(({ line }) => line), ...labels.map((label) => label.line)],
      box,
    );
    names.replaceChildren(
      ...places.map((place, i) =>
        makeSvg('g', { 'data-tone': named[i]?.tone }, drawLabel(labels[i]?.text ?? '', place)),
      ),
    );
    return height;
  };

  const showControls = () => {
    bar.replaceChildren(...controls.elements);
    bar.hidden = controls.elements.length === 0;
  };
  const picture = createPicture({
    name: 'curve',
    draw,
    words: () => {
      data = controls.apply(given);
      const told = { ...data, descent: undefined };
      const remark = remarksOn(data.paths ?? [], planeOf(data, unitBox));
      return { summary: summarise(told), table: curveTable(told), remark };
    },
  });
  showControls();
  picture.element.prepend(bar);
  return {
    element: picture.element,
    update: (next) => {
      // A cell that draws again and again leaves the reader's sliders where they are, unless their ranges change.
      const same = isSameControls(given, next);
      given = next;
      if (!same) {
        controls.dispose();
        controls = setUp();
        showControls();
      }
      picture.update();
    },
    dispose: () => {
      controls.dispose();
      picture.dispose();
    },
  };
}

const unitBox: Box = { left: 0, right: 100, top: 0, bottom: 100 };

/** Whether both have the same controls; without any they have. */
function isSameControls(a: CurveData, b: CurveData): boolean {
  const look = ({ x, xLabel, tangent, descent, play, paths, f }: CurveData) =>
    tangent?.moves === true || descent !== undefined || play === true
      ? JSON.stringify([x, xLabel, tangent, descent, play, paths, f])
      : '';
  return look(a) === look(b);
}

/** The curve itself in ink, more of them in their tones. */
function linesOf(data: CurveData, plane: Plane) {
  const { xs, ys, label, curves = [] } = data;
  const all = [
    { ys, label: curves.length === 0 ? undefined : label, tone: undefined },
    ...curves.map((curve) => ({ ...curve, tone: curve.tone })),
  ];
  return all.map(({ ys: values, label: text, tone }) => {
    const line = xs.map((x, i): Point => [plane.x(x), plane.y(values[i] ?? NaN)]);
    const seen = line.filter((point) => inside(point, plane));
    return {
      element: makeSvg('path', {
        class: 'curve',
        'data-tone': tone,
        d: linePath(line),
        'stroke-dasharray': tone === undefined ? undefined : dashOf[tone],
      }),
      line: seen,
      whole: line,
      label: text === undefined ? null : { text, line: seen },
      tone,
    };
  });
}

/** A little air above and below the curves; zero is the floor when they nearly touch it. */
function planeOf({ x, xs, ys, curves = [] }: CurveData, box: Box): Plane {
  const drawn = [ys, ...curves.map((curve) => curve.ys)].flatMap((values) =>
    values.filter((_, i) => within(xs[i] ?? NaN, x)),
  );
  const [low, high] = extent(drawn) ?? [0, 1];
  const air = (high - low || 1) * 0.06;
  const floor = low >= 0 && low < 0.1 * high ? -air / 2 : low - air;
  return {
    x: createScale(x, [box.left, box.right]),
    y: createScale([floor, high + air], [box.bottom, box.top]),
  };
}

function within(value: number, [low, high]: readonly [number, number]): boolean {
  return value >= low && value <= high;
}
