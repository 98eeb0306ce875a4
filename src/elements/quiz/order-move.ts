/**
 * Moves an item of a list to a place, counted from 0; places outside the list are its ends. The others are moved around
 * it: an element that is taken out and put back loses its focus.
 */
export function moveTo(list: HTMLElement, item: Element, place: number): void {
  const goal = Math.max(0, Math.min(list.children.length - 1, place));
  let at = [...list.children].indexOf(item);
  for (; at > goal; at -= 1) {
    const before = item.previousElementSibling;
    if (before) item.after(before);
  }
  for (; at < goal; at += 1) {
    const after = item.nextElementSibling;
    if (after) item.before(after);
  }
}
