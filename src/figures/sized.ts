/**
 * Calls `draw` with the element's width in pixels when it is first laid out and whenever the width changes, so
 * text in a drawing keeps its size on a phone. `redraw` draws at most once a frame.
 */
export interface Sized {
  redraw(): void;
  dispose(): void;
}

/** Below this nothing can be read; an element on its way in or out of the page may be so narrow for a moment. */
const narrowest = 120;

export function drawToWidth(element: HTMLElement, draw: (width: number) => void): Sized {
  let width = 0;
  let frame = 0;
  const redraw = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (width > 0) draw(width);
    });
  };
  const observer = new ResizeObserver(([entry]) => {
    const next = Math.floor(entry?.contentRect.width ?? 0);
    if (next === width || next < narrowest) return;
    width = next;
    // Not at once: a drawing that changes the height would make the observer complain of a loop.
    redraw();
  });
  observer.observe(element);
  return {
    redraw,
    dispose: () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    },
  };
}
