import { freshId, makeSvg, setAttributes } from './make.ts';
import type { Point } from './labels.ts';
import type { Plane } from './paths.ts';

/** A veil over everything farther from the walker than the eye reaches. */
export interface Fog {
  readonly element: SVGGElement;
  /** Clears the view around a place; `radius` in units of x; `null` lifts the fog. */
  move(place: Point | null, radius: number | undefined, plane: Plane): void;
}

export function createFog(): Fog {
  const id = freshId('fog');
  const eye = makeSvg('ellipse', { fill: `url(#${id}-edge)` });
  const ground = makeSvg('rect', { fill: 'white' });
  const edge = makeSvg(
    'radialGradient',
    { id: `${id}-edge` },
    makeSvg('stop', { offset: 0.72, 'stop-color': 'black' }),
    makeSvg('stop', { offset: 1, 'stop-color': 'black', 'stop-opacity': 0 }),
  );
  const mask = makeSvg('mask', { id, maskUnits: 'userSpaceOnUse' }, ground, eye);
  const veil = makeSvg('rect', { class: 'fog', mask: `url(#${id})` });
  const element = makeSvg('g', { 'aria-hidden': true }, makeSvg('defs', {}, edge, mask), veil);
  const move: Fog['move'] = (place, radius, { x, y }) => {
    element.style.display = radius === undefined || place === null ? 'none' : '';
    if (radius === undefined || place === null) return;
    const [left, right] = x.range;
    const [bottom, top] = y.range;
    const box = { x: left, y: top, width: right - left, height: bottom - top };
    for (const rect of [ground, veil, mask]) setAttributes(rect, box);
    const perX = (right - left) / (x.domain[1] - x.domain[0]);
    const perY = (bottom - top) / (y.domain[1] - y.domain[0]);
    setAttributes(eye, { cx: place[0], cy: place[1], rx: radius * perX, ry: radius * perY });
  };
  return { element, move };
}
