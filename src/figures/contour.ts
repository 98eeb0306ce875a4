import { schema, type ContourData } from './contour-data.ts';
import { contourTable, describeRace, summarise } from './contour-summary.ts';
import { createFog } from './fog.ts';
import { drawFrame, drawLabel } from './frame.ts';
import { placeLabels, type Box } from './labels.ts';
import { boxFor, margins } from './plane-box.ts';
import { drawContours, drawTint, heightLegend } from './landscape.ts';
import { freshId, make, makeSvg, setAttributes } from './make.ts';
import { drawPath, remarksOn, toPixels, type Plane } from './paths.ts';
import { createPlayer } from './player.ts';
import { createScale } from './scale.ts';
import { drawToWidth } from './sized.ts';
import { createTableToggle } from './table-toggle.ts';
import { onThemeChange } from './theme.ts';
import './figures.css';
import './controls.css';

export { schema };

/** A landscape from above: tint and contour lines, the walkers' paths, fog. */
export function create(first: ContourData): {
  element: HTMLElement;
  update(data: ContourData): void;
  dispose(): void;
} {
  let data = first;
  let plane: Plane | null = null;
  const tint = make('canvas', { class: 'tint', 'aria-hidden': 'true' });
  const clip = makeSvg('clipPath', { id: freshId('contour') }, makeSvg('rect'));
  const land = makeSvg('g', { 'clip-path': `url(#${clip.id})` });
  const ground = makeSvg('g');
  const walks = makeSvg('g', { 'clip-path': `url(#${clip.id})` });
  const names = makeSvg('g');
  const fog = createFog();
  const svg = makeSvg(
    'svg',
    { class: 'plane', 'aria-hidden': true },
    makeSvg('defs', {}, clip),
    land,
    fog.element,
    ground,
    walks,
    names,
  );
  const stage = make('div', { class: 'contour-stage', role: 'img' }, tint, svg);
  const remark = make('p', { class: 'figure-remark' });
  const summary = make('span', { class: 'figure-summary' });
  const table = createTableToggle(() => contourTable(data));
  const legend = make('div');
  const standing = make('p', { class: 'figure-reading' });
  const player = createPlayer(() => drawWalks());
  const foot = make('figcaption', {}, summary, ' ', table.button);
  const element = make(
    'figure',
    { class: 'figure contour' },
    player.element,
    stage,
    legend,
    standing,
    remark,
    foot,
    table.region,
  );

  const shown = () => data.frame ?? player.step;

  const drawWalks = () => {
    if (plane === null) return;
    const at = plane;
    const paths = data.paths.map((path) => ({ ...path, points: path.points.slice(0, shown() + 1) }));
    const pixels = paths.map((path) => toPixels(path, at));
    walks.replaceChildren(...paths.map((path, i) => drawPath(path, pixels[i] ?? [], at)));
    fog.move(pixels[0]?.at(-1) ?? null, data.fog, at);
    drawNames(at);
    remark.textContent = remarksOn(paths, at);
    standing.hidden = data.race !== true;
    standing.textContent = data.race === true ? describeRace(data, shown()) : '';
  };

  /** Labels keep their places while the reader plays a walk: they are placed for the whole of it. */
  const drawNames = (at: Plane) => {
    const box = boxOf(at);
    const end = data.frame === undefined ? undefined : data.frame + 1;
    const whole = data.paths.map(({ points }) => toPixels({ points: points.slice(0, end) }, at));
    const labels = data.paths.map(({ label }, i) => ({ text: label, line: within(whole[i] ?? [], box) }));
    const places = placeLabels(
      labels,
      whole.map((line) => within(line, box)),
      box,
    );
    names.replaceChildren(
      ...data.paths.flatMap((path, i) => {
        const place = places[i];
        return place === undefined || path.points.length === 0
          ? []
          : [makeSvg('g', { 'data-tone': path.tone }, drawLabel(path.label, place))];
      }),
    );
  };

  const drawLand = () => {
    if (plane === null) return;
    drawTint(data, tint);
    land.replaceChildren(drawContours(data, plane));
    legend.replaceChildren(heightLegend(data));
  };

  const layOut = (width: number) => {
    const box = boxFor(data, width);
    plane = { x: createScale(data.x, [box.left, box.right]), y: createScale(data.y, [box.bottom, box.top]) };
    const [w, h] = [box.right - box.left, box.bottom - box.top];
    setAttributes(svg, {
      width,
      height: box.bottom + margins.bottom,
      viewBox: `0 0 ${width} ${box.bottom + margins.bottom}`,
    });
    setAttributes(clip.firstElementChild as Element, { x: box.left, y: box.top, width: w, height: h });
    legend.style.paddingInlineStart = `${box.left - 50}px`;
    tint.style.cssText = `left:${box.left}px;top:${box.top}px;width:${w}px;height:${h}px`;
    ground.replaceChildren(
      drawFrame({
        ...plane,
        xLabel: data.xLabel ?? 'x',
        yLabel: data.yLabel ?? 'y',
        grid: false,
        ticks: { x: 5, y: 5 },
      }),
    );
    drawLand();
    drawWalks();
  };

  const describe = () => {
    const text = summarise(data);
    stage.setAttribute('aria-label', text);
    summary.textContent = text;
    table.update();
    player.setLast(
      data.frame === undefined ? Math.max(0, ...data.paths.map((path) => path.points.length - 1)) : 0,
    );
  };

  const sized = drawToWidth(stage, layOut);
  const stopTheme = onThemeChange(drawLand);
  describe();

  return {
    element,
    update: (next) => {
      const sameLand = isSameLand(data, next);
      data = next;
      describe();
      if (!sameLand) layOutAgain(stage, layOut);
      else drawWalks();
    },
    dispose: () => {
      player.dispose();
      sized.dispose();
      stopTheme();
    },
  };
}

function layOutAgain(stage: HTMLElement, layOut: (width: number) => void): void {
  const width = Math.floor(stage.clientWidth);
  if (width > 0) layOut(width);
}

/** Only the walkers have moved: the land need not be drawn again. */
function isSameLand(a: ContourData, b: ContourData): boolean {
  const look = ({ x, y, xLabel, yLabel, log }: ContourData) => JSON.stringify([x, y, xLabel, yLabel, log]);
  return (
    look(a) === look(b) &&
    a.values.length === b.values.length &&
    a.values.every(
      (row, j) =>
        row.length === b.values[j]?.length && row.every((value, i) => Object.is(value, b.values[j]?.[i])),
    )
  );
}

function boxOf({ x, y }: Plane): Box {
  return { left: x.range[0], right: x.range[1], top: y.range[1], bottom: y.range[0] };
}

function within(line: ReturnType<typeof toPixels>, box: Box) {
  return line.filter(([x, y]) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
}
