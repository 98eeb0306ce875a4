/** Lets the pointer drag items of a list: by the handle, and with a mouse by the whole item. */
import { moveTo } from './order-move.ts';

export function letDrag(list: HTMLElement, moved: () => void): void {
  list.addEventListener('pointerdown', (event) => {
    const item = draggable(list, event);
    if (!item) return;
    if (event.pointerType === 'mouse' && !onHandle(event)) event.preventDefault();
    follow(list, item, event.pointerId, moved);
  });
}

const onHandle = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('.order-grab') !== null;

function draggable(list: HTMLElement, event: PointerEvent): HTMLElement | null {
  const { target, button, pointerType } = event;
  if (button !== 0 || !(target instanceof Element)) return null;
  if (!onHandle(event) && (pointerType !== 'mouse' || target.closest('button, a, .why'))) return null;
  const item = target.closest('li.order-item');
  return item instanceof HTMLElement && item.parentElement === list ? item : null;
}

/** Listens on the document: moving elements about would end a capture. */
function follow(list: HTMLElement, item: HTMLElement, pointer: number, moved: () => void): void {
  const ending = new AbortController();
  const { signal } = ending;
  let dragged = false;
  const end = (event: PointerEvent): void => {
    if (event.pointerId !== pointer) return;
    ending.abort();
    delete item.dataset['dragged'];
    if (dragged) swallowClick();
  };
  const move = (event: PointerEvent): void => {
    if (event.pointerId !== pointer) return;
    const before = [...list.children].indexOf(item);
    const place = placeAt(list, item, event.clientY);
    if (place === before) return;
    dragged = true;
    item.dataset['dragged'] = '';
    moveTo(list, item, place);
    moved();
  };
  document.addEventListener('pointermove', move, { signal });
  document.addEventListener('pointerup', end, { signal });
  document.addEventListener('pointercancel', end, { signal });
}

/** How many of the other items have their middle above the pointer. */
function placeAt(list: HTMLElement, item: HTMLElement, y: number): number {
  const others = [...list.children].filter((other) => other !== item);
  return others.filter((other) => {
    const { top, height } = other.getBoundingClientRect();
    return top + height / 2 < y;
  }).length;
}

/** The click that ends a drag is no click on the handle. */
function swallowClick(): void {
  const stop = (event: Event): void => event.stopPropagation();
  document.addEventListener('click', stop, { capture: true, once: true });
  setTimeout(() => document.removeEventListener('click', stop, { capture: true }));
}
