import { freshId, make } from '../../figures/make.ts';
import { onThemeChange, readToken } from '../../figures/theme.ts';
import type { InputSpec, InputValue } from '../../kernel/protocol.ts';
import { pace, type Control, type Enter, type SpecOf } from './control.ts';
import { createSheet, isGrey, type Sheet } from './sheet.ts';

type Spec = SpecOf<'drawing'>;

/** A drawing in grey: with a pointer, or with a cursor that arrow keys move and Space inks. */
export function createDrawingInput(spec: Spec, value: InputValue, onEnter: Enter): Control {
  const sheet = createSheet(spec.width, spec.height, isGrey(value) ? value : spec.value);
  const id = freshId('drawing');
  const canvas = make('canvas', {
    width: spec.width,
    height: spec.height,
    tabindex: 0,
    role: 'application',
    'aria-roledescription': 'drawing sheet',
    'aria-describedby': `${id}-hint`,
  });
  const cursor = make('div', { class: 'drawing-cursor', hidden: true });
  const stage = make('div', { class: 'drawing-stage' }, canvas, cursor);
  stage.style.width = `${spec.width * Math.max(1, Math.floor(224 / Math.max(spec.width, spec.height, 1)))}px`;
  const speech = make('span', { class: 'for-ears', role: 'status' });
  const clear = make('button', { type: 'button' }, 'Clear');
  const { soon } = pace<number[]>(onEnter, 120);
  const draw = () => {
    paint(canvas, sheet);
    canvas.setAttribute(
      'aria-label',
      `${spec.name}: ${sheet.inked()} of ${spec.width * spec.height} squares inked`,
    );
  };
  const changed = () => {
    draw();
    soon([...sheet.grey]);
  };
  clear.addEventListener('click', () => {
    sheet.clear();
    changed();
  });
  listenToPointer(canvas, sheet, changed);
  listenToKeys(canvas, cursor, sheet, changed, (text) => {
    speech.textContent = text;
  });
  onThemeChange(draw);
  draw();
  const hint = make(
    'p',
    { id: `${id}-hint`, class: 'input-says' },
    'Draw here. With the keyboard: arrow keys move, Space inks, Backspace wipes.',
  );
  const element = make(
    'fieldset',
    { class: 'input input-drawing' },
    make('legend', { class: 'input-label' }, spec.name),
    stage,
    speech,
    make('div', { class: 'input-buttons' }, clear),
    hint,
  );
  const update = (next: InputSpec, entered: InputValue) => {
    if (next.type !== 'drawing' || element.contains(document.activeElement) || !isGrey(entered)) return;
    if (entered.length !== sheet.grey.length) return;
    sheet.replace(entered);
    draw();
  };
  return { element, update };
}

function paint(canvas: HTMLCanvasElement, { width, height, grey }: Sheet): void {
  if (width === 0 || height === 0) return;
  const [ground, ink] = [readToken(canvas, 'raised'), readToken(canvas, 'ink')];
  const image = new ImageData(width, height);
  grey.forEach((share, i) => {
    const mix = (k: 0 | 1 | 2) => ground[k] + (ink[k] - ground[k]) * share;
    image.data.set([mix(0), mix(1), mix(2), 255], i * 4);
  });
  canvas.getContext('2d')?.putImageData(image, 0, 0);
}

function listenToPointer(canvas: HTMLCanvasElement, sheet: Sheet, changed: () => void): void {
  let last: [number, number] | null = null;
  const ink = (event: PointerEvent) => {
    const box = canvas.getBoundingClientRect();
    const to: [number, number] = [
      ((event.clientX - box.left) / box.width) * sheet.width,
      ((event.clientY - box.top) / box.height) * sheet.height,
    ];
    sheet.stroke(last ?? to, to);
    last = to;
    changed();
  };
  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    ink(event);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (last !== null) ink(event);
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    canvas.addEventListener(end, () => {
      last = null;
    });
}

function listenToKeys(
  canvas: HTMLCanvasElement,
  cursor: HTMLElement,
  sheet: Sheet,
  changed: () => void,
  say: (text: string) => void,
): void {
  let [column, row] = [Math.floor(sheet.width / 2), Math.floor(sheet.height / 2)];
  const show = () => {
    cursor.style.cssText = `left:${(column / sheet.width) * 100}%;top:${(row / sheet.height) * 100}%;width:${100 / sheet.width}%;height:${100 / sheet.height}%`;
  };
  const moves: Record<string, [number, number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  canvas.addEventListener('keydown', (event) => {
    const move = moves[event.key];
    if (move !== undefined) {
      column = Math.min(sheet.width - 1, Math.max(0, column + move[0]));
      row = Math.min(sheet.height - 1, Math.max(0, row + move[1]));
    } else if (event.key === ' ') sheet.dab(column, row, 1);
    else if (event.key === 'Backspace' || event.key === 'Delete') sheet.dab(column, row, 0);
    else return;
    event.preventDefault();
    cursor.hidden = false;
    show();
    if (move === undefined) changed();
    say(
      `row ${row + 1}, column ${column + 1}, ${(sheet.grey[row * sheet.width + column] ?? 0) > 0.5 ? 'inked' : 'empty'}`,
    );
  });
  canvas.addEventListener('blur', () => {
    cursor.hidden = true;
  });
}
