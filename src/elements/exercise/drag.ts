/** Dragging a row of a list up and down, by mouse, pen or finger. */
export interface Drag {
  /** The pointer is over this row, counted from 0. */
  to(row: number): void;
  /** The row was let go after it had been dragged. */
  end(): void;
  /** Rows of the list, all of the same height. */
  count: number;
}

/** Pixels that a pointer may move while it means a click. */
const slack = 4;

export function followDrag(grip: HTMLElement, list: HTMLElement, drag: Drag): void {
  let start: number | null = null;
  let dragging = false;
  grip.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    start = event.clientY;
    dragging = false;
    grip.setPointerCapture(event.pointerId);
  });
  grip.addEventListener('pointermove', ({ clientY }) => {
    if (start === null) return;
    dragging ||= Math.abs(clientY - start) > slack;
    if (!dragging) return;
    grip.dataset['dragged'] = '';
    const { top, height } = list.getBoundingClientRect();
    const row = Math.floor(((clientY - top) / height) * drag.count);
    drag.to(Math.min(Math.max(row, 0), drag.count - 1));
  });
  const finish = (): void => {
    if (dragging) drag.end();
    start = null;
    dragging = false;
    delete grip.dataset['dragged'];
  };
  grip.addEventListener('pointerup', finish);
  grip.addEventListener('pointercancel', finish);
}
