/** The plane in which a guess is drawn and the run stands beside it. */
import { drawFrame, drawLabel } from '../../figures/frame.ts';
import { placeLabels, type Box, type Label, type Point } from '../../figures/labels.ts';
import { freshId, make, makeSvg, setAttributes } from '../../figures/make.ts';
import type { Plane } from '../../figures/paths.ts';
import { createScale } from '../../figures/scale.ts';
import { drawToWidth } from '../../figures/sized.ts';
import type { Pair, Range } from '../../learning/prediction.ts';

export interface GuessPlane {
  readonly element: HTMLElement;
  readonly svg: SVGSVGElement;
  /** Where things are drawn; nothing of it leaves the frame. */
  readonly marks: SVGGElement;
  /** Above the frame's edge: handles. */
  readonly handles: SVGGElement;
  /** `null` before it is laid out. */
  plane(): Plane | null;
  /** Names that stand beside what they name. */
  name(labels: readonly (Label & { tone: string })[]): void;
  /** Other ranges, so that the run is in the picture. */
  widen(x: Range, y: Range): void;
  redraw(): void;
}

export interface PlaneSpec {
  x: Range;
  y: Range;
  xLabel: string;
  yLabel: string;
  height: number;
}

export function createGuessPlane(spec: PlaneSpec, draw: (plane: Plane) => void): GuessPlane {
  const clip = makeSvg('clipPath', { id: freshId('guess') }, makeSvg('rect'));
  const ground = makeSvg('g');
  const marks = makeSvg('g', { 'clip-path': `url(#${clip.id})` });
  const names = makeSvg('g', { 'aria-hidden': true });
  const handles = makeSvg('g');
  const svg = makeSvg('svg', { class: 'plane' }, makeSvg('defs', {}, clip), ground, marks, names, handles);
  const element = make('div', { class: 'prediction-stage' }, svg);
  const { height, xLabel, yLabel } = spec;
  let { x, y } = spec;
  let plane: Plane | null = null;
  let box: Box = { left: 0, right: 0, top: 0, bottom: 0 };
  let width = 0;

  const lay = () => {
    box = { left: 50, right: width - 18, top: 24, bottom: height - 40 };
    setAttributes(svg, { width, height, viewBox: `0 0 ${width} ${height}` });
    setAttributes(clip.firstElementChild as Element, {
      ...{ x: box.left - 6, y: box.top - 6 },
      ...{ width: box.right - box.left + 12, height: box.bottom - box.top + 12 },
    });
    plane = {
      x: createScale(x, [box.left, box.right]),
      y: createScale(y, [box.bottom, box.top]),
    };
    ground.replaceChildren(drawFrame({ ...plane, xLabel, yLabel }));
    draw(plane);
  };
  drawToWidth(element, (next) => {
    width = next;
    lay();
  });
  return {
    ...{ element, svg, marks, handles },
    plane: () => plane,
    name(labels) {
      const places = placeLabels(
        labels,
        labels.map(({ line }) => line),
        box,
      );
      names.replaceChildren(
        ...places.map((place, i) =>
          makeSvg('g', { 'data-tone': labels[i]?.tone }, drawLabel(labels[i]?.text ?? '', place)),
        ),
      );
    },
    widen(nextX, nextY) {
      [x, y] = [nextX, nextY];
      if (width > 0) lay();
    },
    redraw: () => plane && draw(plane),
  };
}

/** A range that holds values of a run as well, unless they are so far off that nothing else could be seen. */
export function widened([low, high]: Range, values: Iterable<number>): Range {
  const [least, most] = [low - 3 * (high - low), high + 3 * (high - low)];
  let [from, to] = [low, high];
  for (const value of values) {
    if (!(value >= least && value <= most)) continue;
    from = Math.min(from, value);
    to = Math.max(to, value);
  }
  return [from, to];
}

/** Calls back with places in the units of the plane while a pointer is held down in it. */
export function onHold(
  svg: SVGSVGElement,
  plane: () => Plane | null,
  held: (place: Pair, first: boolean) => void,
): void {
  let holds = false;
  const tell = (event: PointerEvent, first: boolean) => {
    const at = plane();
    const box = svg.getBoundingClientRect();
    if (at) held([at.x.invert(event.clientX - box.left), at.y.invert(event.clientY - box.top)], first);
  };
  svg.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    // The handles are for keys: a pointer that meets one draws.
    event.preventDefault();
    holds = true;
    svg.setPointerCapture(event.pointerId);
    tell(event, true);
  });
  svg.addEventListener('pointermove', (event) => {
    if (holds) tell(event, false);
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    svg.addEventListener(end, () => {
      holds = false;
    });
}

export const toPixel = ([x, y]: Pair, plane: Plane): Point => [plane.x(x), plane.y(y)];
