import { make, setAttributes } from './make.ts';
import type { Point } from './labels.ts';
import type { Plane } from './paths.ts';

/**
 * Places in a picture that the reader moves, with the pointer or with the arrow keys. All handles of a picture are
 * one stop of the Tab key: Page Up and Page Down go from one to the next, arrows move it by a hundredth of the
 * picture, with Shift by a tenth. They lie over the drawing and draw nothing but the ring of the focus.
 */
export interface Handles {
  readonly element: HTMLElement;
  /** A handle at each place, in the units of the plane. */
  place(places: readonly Point[], plane: Plane): void;
}

export interface HandlesSpec {
  /** Which way they go: everywhere, or along x alone. */
  axes: 'xy' | 'x';
  /** What the handle is ("point 3 of 12, class A"). */
  name(index: number): string;
  /** Where it is, in words. */
  say(index: number): string;
  /** The reader moved it to this place, which lies in the plane. */
  move(index: number, place: Point): void;
}

export function createHandles({ axes, name, say, move }: HandlesSpec): Handles {
  const element = make('div', { class: 'handles', 'data-axes': axes });
  const handles: HTMLElement[] = [];
  let plane: Plane | null = null;
  let places: readonly Point[] = [];
  let current = 0;

  const put = (index: number, [x, y]: Point) => {
    if (plane === null) return;
    move(index, [within(x, plane.x.domain), axes === 'x' ? y : within(y, plane.y.domain)]);
  };
  const choose = (index: number) => {
    current = index;
    handles.forEach((handle, i) => (handle.tabIndex = i === index ? 0 : -1));
  };
  const onKey = (event: KeyboardEvent, index: number) => {
    const place = places[index];
    if (plane === null || place === undefined) return;
    const jump = { PageDown: 1, PageUp: -1 }[event.key];
    const to = jump === undefined ? toward(event, place, plane, axes) : null;
    if (jump === undefined && to === null) return;
    event.preventDefault();
    if (to !== null) return put(index, to);
    const other = (index + (jump ?? 0) + places.length) % places.length;
    choose(other);
    handles[other]?.focus();
  };
  const create = (index: number) => {
    const handle = make('div', { class: 'handle', role: 'slider' });
    handle.addEventListener('keydown', (event) => onKey(event, index));
    handle.addEventListener('focus', () => choose(index));
    onDrag(handle, element, (px, py) => {
      if (plane !== null) put(index, [plane.x.invert(px), axes === 'x' ? 0 : plane.y.invert(py)]);
    });
    return handle;
  };

  return {
    element,
    place: (next, at) => {
      [places, plane] = [next, at];
      while (handles.length < next.length) handles.push(create(handles.length));
      for (const handle of handles.splice(next.length)) handle.remove();
      current = Math.min(current, Math.max(0, next.length - 1));
      next.forEach(([x, y], i) => {
        const handle = handles[i];
        if (handle === undefined) return;
        if (!handle.isConnected) element.append(handle);
        handle.style.translate = `${at.x(x).toFixed(1)}px ${at.y(y).toFixed(1)}px`;
        setAttributes(handle, {
          'aria-label': name(i),
          'aria-valuetext': say(i),
          'aria-valuenow': Number(x.toPrecision(6)),
          'aria-valuemin': at.x.domain[0],
          'aria-valuemax': at.x.domain[1],
          tabindex: i === current ? 0 : -1,
        });
      });
    },
  };
}

const within = (value: number, [low, high]: readonly [number, number]) =>
  Math.min(Math.max(low, high), Math.max(Math.min(low, high), value));

/** Where a key leads, or null where it means nothing. */
function toward(
  { key, shiftKey }: KeyboardEvent,
  [x, y]: Point,
  plane: Plane,
  axes: 'xy' | 'x',
): Point | null {
  const part = shiftKey ? 0.1 : 0.01;
  const [dx, dy] = [plane.x, plane.y].map(({ domain }) => (domain[1] - domain[0]) * part) as [number, number];
  if (axes === 'x') {
    const ends = { Home: plane.x.domain[0], End: plane.x.domain[1] }[key];
    if (ends !== undefined) return [ends, y];
    if (key === 'ArrowUp') return [x + dx, y];
    if (key === 'ArrowDown') return [x - dx, y];
  }
  const moves: Record<string, Point> = {
    ArrowLeft: [x - dx, y],
    ArrowRight: [x + dx, y],
    ArrowUp: [x, y + dy],
    ArrowDown: [x, y - dy],
  };
  return moves[key] ?? null;
}

/** Calls back with the pointer's place in `stage`, in pixels, as long as it holds the handle. */
function onDrag(handle: HTMLElement, stage: HTMLElement, moved: (px: number, py: number) => void): void {
  let held = false;
  handle.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    held = true;
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener('pointermove', (event) => {
    if (!held) return;
    const box = stage.getBoundingClientRect();
    moved(event.clientX - box.left, event.clientY - box.top);
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    handle.addEventListener(end, () => {
      held = false;
    });
}
