import { drawFrame } from '../../figures/frame.ts';
import { make, makeSvg, setAttributes } from '../../figures/make.ts';
import { formatNumber } from '../../figures/numbers.ts';
import { createScale, type Scale } from '../../figures/scale.ts';
import { drawToWidth } from '../../figures/sized.ts';
import type { SpecOf } from './control.ts';
import type { ClassPoint, PointSet } from './point-set.ts';

type Spec = SpecOf<'points'>;

export interface PointActions {
  /** The class that a new point gets. */
  kind(): number;
  changed(): void;
  redraw(): void;
}

/** The plane itself: one tab stop; arrow keys move the selected point. */
export function createPlane(
  spec: Spec,
  set: PointSet,
  actions: PointActions,
): { element: HTMLElement; draw(): void } {
  const svg = makeSvg('svg', {
    class: 'plane',
    tabindex: 0,
    role: 'application',
    'aria-roledescription': 'plane of points',
  });
  const speech = make('p', { class: 'for-ears', role: 'status' });
  const element = make('div', { class: 'points-plane' }, svg, speech);
  let scales: { x: Scale; y: Scale } | null = null;
  const dots = makeSvg('g');
  const draw = () => {
    svg.setAttribute('aria-label', `${spec.name}: ${set.points.length} points. ${selectedText(spec, set)}`);
    if (scales === null) return;
    const { x, y } = scales;
    dots.replaceChildren(
      ...set.points.map((point, i) => drawPoint(point, x(point.x), y(point.y), i === set.selected)),
    );
  };
  drawToWidth(element, (full) => {
    const width = Math.min(full, 460);
    const height = Math.round(Math.min(width, 340));
    setAttributes(svg, { width, height, viewBox: `0 0 ${width} ${height}` });
    scales = {
      x: createScale(spec.x, [42, width - 10]),
      y: createScale(spec.y, [height - 26, 10]),
    };
    svg.replaceChildren(drawFrame({ ...scales, xLabel: '', yLabel: '' }), dots);
    draw();
  });
  listenToPointer(svg, set, actions, () => scales);
  svg.addEventListener('keydown', (event) => {
    if (!moveByKey(event, spec, set, actions)) return;
    event.preventDefault();
    speech.textContent = selectedText(spec, set);
  });
  return { element, draw };
}

function selectedText(spec: Spec, set: PointSet): string {
  const point = set.selected === null ? undefined : set.points[set.selected];
  if (point === undefined) return 'None selected.';
  const where = `x ${formatNumber(point.x)}, y ${formatNumber(point.y)}`;
  return `Point ${(set.selected ?? 0) + 1} of ${set.points.length}: ${where}, ${spec.classes[point.class] ?? ''}.`;
}

/** A class has a colour and a shape. */
function drawPoint(point: ClassPoint, x: number, y: number, selected: boolean): SVGGElement {
  const group = makeSvg('g', {
    class: 'class-point',
    'data-class': point.class,
    transform: `translate(${x} ${y})`,
  });
  if (selected) group.append(makeSvg('circle', { class: 'point-selected', r: 11 }));
  group.append(makeSvg('path', { d: shapes[point.class] ?? shapes[0] ?? '' }));
  return group;
}

const shapes = [
  'M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0Z',
  'M0-6.5L6.5 5.5H-6.5Z',
  'M-5-5H5V5H-5Z',
  'M0-7L6 0L0 7L-6 0Z',
];

/** Within this many pixels a press takes hold of a point; 24 in all. */
const grip = 12;

function listenToPointer(
  svg: SVGSVGElement,
  set: PointSet,
  actions: PointActions,
  scales: () => { x: Scale; y: Scale } | null,
): void {
  let held = false;
  const where = (event: PointerEvent): [number, number] => {
    const box = svg.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  svg.addEventListener('pointerdown', (event) => {
    const to = scales();
    if (to === null || event.button !== 0) return;
    const [px, py] = where(event);
    const near = set.points.findLastIndex((p) => Math.hypot(to.x(p.x) - px, to.y(p.y) - py) <= grip);
    if (near >= 0) set.select(near);
    else if (!set.add(to.x.invert(px), to.y.invert(py), actions.kind())) return;
    held = true;
    svg.setPointerCapture(event.pointerId);
    if (near >= 0) actions.redraw();
    else actions.changed();
  });
  svg.addEventListener('pointermove', (event) => {
    const to = scales();
    if (!held || to === null || set.selected === null) return;
    const [px, py] = where(event);
    set.change(set.selected, { x: to.x.invert(px), y: to.y.invert(py) });
    actions.changed();
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    svg.addEventListener(end, () => {
      held = false;
    });
}

/** Whether the key meant something. */
function moveByKey(event: KeyboardEvent, spec: Spec, set: PointSet, actions: PointActions): boolean {
  const { selected } = set;
  const point = selected === null ? undefined : set.points[selected];
  const [dx, dy] = stepOf(event, spec);
  if ((dx !== 0 || dy !== 0) && selected !== null && point !== undefined)
    set.change(selected, { x: point.x + dx, y: point.y + dy });
  else if (event.key === 'Enter' || event.key === 'Insert')
    set.add((spec.x[0] + spec.x[1]) / 2, (spec.y[0] + spec.y[1]) / 2, actions.kind());
  else if ((event.key === 'Delete' || event.key === 'Backspace') && selected !== null) set.remove(selected);
  else if (event.key === 'PageDown' || event.key === 'PageUp' || dx !== 0 || dy !== 0) {
    const size = set.points.length;
    if (size === 0) return false;
    set.select(((selected ?? -1) + (event.key === 'PageUp' ? -1 : 1) + size) % size);
    actions.redraw();
    return true;
  } else return false;
  actions.changed();
  return true;
}

/** A fiftieth of the range, a tenth of that with Shift. */
function stepOf({ key, shiftKey }: KeyboardEvent, { x, y }: Spec): [number, number] {
  const part = shiftKey ? 500 : 50;
  const [dx, dy] = [(x[1] - x[0]) / part, (y[1] - y[0]) / part];
  if (key === 'ArrowLeft') return [-dx, 0];
  if (key === 'ArrowRight') return [dx, 0];
  if (key === 'ArrowUp') return [0, dy];
  return key === 'ArrowDown' ? [0, -dy] : [0, 0];
}
