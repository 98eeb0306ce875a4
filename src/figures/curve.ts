import { schema, type CurveData } from './curve-data.ts';
import { marksOf } from './curve-marks.ts';
import { curveTable, summarise } from './curve-summary.ts';
import { drawFrame, drawLabel, linePath } from './frame.ts';
import { placeLabels, type Box, type Point } from './labels.ts';
import { freshId, make, makeSvg, setAttributes } from './make.ts';
import { extent } from './numbers.ts';
import { inside, remarksOn, type Plane } from './paths.ts';
import { createScale } from './scale.ts';
import { drawToWidth } from './sized.ts';
import { createTableToggle } from './table-toggle.ts';
import './figures.css';

export { schema };

const height = 300;

/** A function of one variable, with slopes, points and steps on it. */
export function create(first: CurveData): {
  element: HTMLElement;
  update(data: CurveData): void;
  dispose(): void;
} {
  let data = first;
  const clip = makeSvg('clipPath', { id: freshId('curve') }, makeSvg('rect'));
  const ground = makeSvg('g');
  const curve = makeSvg('path', { class: 'curve function' });
  const marks = makeSvg('g');
  const drawing = makeSvg('g', { 'clip-path': `url(#${clip.id})` }, curve, marks);
  const names = makeSvg('g');
  const svg = makeSvg(
    'svg',
    { class: 'plane', 'aria-hidden': true },
    makeSvg('defs', {}, clip),
    ground,
    drawing,
    names,
  );
  const stage = make('div', { class: 'curve-stage', role: 'img' }, svg);
  const remark = make('p', { class: 'figure-remark' });
  const summary = make('span', { class: 'figure-summary' });
  const table = createTableToggle(() => curveTable(data));
  const foot = make('figcaption', {}, summary, ' ', table.button);
  const element = make('figure', { class: 'figure curve-figure' }, stage, remark, foot, table.region);

  const draw = (width: number) => {
    const box: Box = { left: 50, right: width - 18, top: 22, bottom: height - 40 };
    setAttributes(svg, { width, height, viewBox: `0 0 ${width} ${height}` });
    setAttributes(clip.firstElementChild as Element, {
      x: box.left,
      y: box.top - 2,
      width: box.right - box.left,
      height: box.bottom - box.top + 4,
    });
    const plane = planeOf(data, box);
    ground.replaceChildren(
      drawFrame({ ...plane, xLabel: data.xLabel ?? 'x', yLabel: data.yLabel ?? 'y', ticks: { x: 6, y: 4 } }),
    );
    const line = data.xs.map((x, i): Point => [plane.x(x), plane.y(data.ys[i] ?? NaN)]);
    curve.setAttribute('d', linePath(line));
    const marked = marksOf(data, plane);
    marks.replaceChildren(...marked.map((mark) => mark.element));
    const named = marked.filter((mark) => mark.label !== null);
    const labels = named.flatMap((mark) => mark.label ?? []);
    const obstacles = [line.filter((point) => inside(point, plane)), ...labels.map((label) => label.line)];
    const places = placeLabels(labels, obstacles, box);
    names.replaceChildren(
      ...places.map((place, i) =>
        makeSvg('g', { 'data-tone': named[i]?.tone }, drawLabel(labels[i]?.text ?? '', place)),
      ),
    );
    remark.textContent = remarksOn(data.paths ?? [], plane);
  };
  const describe = () => {
    const text = summarise(data);
    stage.setAttribute('aria-label', text);
    summary.textContent = text;
    table.update();
  };
  const sized = drawToWidth(stage, draw);
  describe();
  return {
    element,
    update: (next) => {
      data = next;
      describe();
      if (stage.clientWidth > 0) draw(Math.floor(stage.clientWidth));
    },
    dispose: sized.dispose,
  };
}

/** A little air above and below the curve; zero is the floor when the curve nearly touches it. */
function planeOf(data: CurveData, box: Box): Plane {
  const drawn = data.ys.filter((_, i) => within(data.xs[i] ?? NaN, data.x));
  const [low, high] = extent(drawn) ?? [0, 1];
  const air = (high - low || 1) * 0.06;
  const floor = low >= 0 && low < 0.1 * high ? -air / 2 : low - air;
  return {
    x: createScale(data.x, [box.left, box.right]),
    y: createScale([floor, high + air], [box.bottom, box.top]),
  };
}

function within(value: number, [low, high]: readonly [number, number]): boolean {
  return value >= low && value <= high;
}
