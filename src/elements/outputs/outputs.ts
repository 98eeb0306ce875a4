import { make } from '../../figures/make.ts';
import type { CellError, InputValue, Output, OutputKind, Place, Points } from '../../kernel/protocol.ts';
import { drawOutput } from './draw.ts';
import type { Drawn } from './drawn.ts';
import { drawError } from './error.ts';
import { drawNotice } from './notice.ts';
import type { RunRecord } from './run-record.ts';
import type { DrawnSeries } from './series.ts';
import { isSameText, showCount } from './text.ts';
import './outputs.css';

export interface OutputHost {
  enter(name: string, value: InputValue): void;
}

/** The outputs of one cell: numbered slots, then what the kernel says, then the error. */
export interface OutputView {
  /** A new run begins. What stands there gives way to the new run's outputs, slot by slot. */
  clear(): void;
  put(slot: number, output: Output): void;
  append(slot: number, points: Points): void;
  notice(text: string): void;
  error(error: CellError, go: (place: Place) => void): void;
  /** The run has ended; what it did not draw again goes. */
  finish(): void;
}

interface Slot {
  output: Output;
  drawn: Drawn<OutputKind>;
  /** Where it stands; lines that repeat share one. */
  item: HTMLElement;
  /** How many equal lines the item stands for. */
  count: number;
  /** Of the run before, not yet drawn again. */
  old: boolean;
}

/** So long a view of the run before may stay when nothing takes its place, in milliseconds. */
const patience = 300;

export function createOutputView(container: HTMLElement, host: OutputHost): OutputView {
  const list = make('div', { class: 'outputs' });
  const remarks = make('div', { class: 'output-remarks' });
  const slots = new Map<number, Slot>();
  const lastRuns = new Map<string, RunRecord>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const around = { enter: host.enter, lastRun: (title: string) => lastRuns.get(title) ?? null };

  /** With nothing to show the container is empty, so that the page can say so. */
  const settle = () => {
    if (slots.size === 0 && remarks.childElementCount === 0) {
      list.remove();
      remarks.remove();
      container.style.minHeight = '';
    } else if (list.parentElement !== container) container.append(list, remarks);
  };

  const remove = (number: number, slot: Slot) => {
    slots.delete(number);
    if ([...slots.values()].some((other) => other.item === slot.item)) return;
    slot.drawn.dispose?.();
    slot.item.remove();
  };

  const sweep = (keep: (slot: Slot) => boolean) => {
    for (const [number, slot] of slots) if (slot.old && !keep(slot)) remove(number, slot);
  };

  /** A series starts anew with each run, so that the old one can be shown beside it. */
  const reusable = (slot: Slot, output: Output) =>
    slot.output.kind === output.kind && slot.count === 1 && (output.kind !== 'series' || !slot.old);

  const insert = (number: number, output: Output) => {
    const drawn = drawOutput(output, around);
    const item = drawn.element;
    item.classList.add('output');
    item.dataset['kind'] = output.kind;
    item.dataset['slot'] = String(number);
    slots.set(number, { output, drawn, item, count: 1, old: false });
    place(list, item, number, output.kind);
    settle();
  };

  const put = (number: number, output: Output) => {
    const slot = slots.get(number);
    if (slot !== undefined && reusable(slot, output)) {
      Object.assign(slot, { output, old: false });
      slot.drawn.update(output);
      return;
    }
    if (slot !== undefined) remove(number, slot);
    const before = slots.get(number - 1);
    if (before !== undefined && repeats(before, output)) {
      slots.set(number, before);
      before.count += 1;
      showCount(before.item, before.count);
    } else insert(number, output);
  };

  return {
    put,
    clear: () => {
      for (const slot of slots.values()) keepRun(slot, lastRuns);
      // The page must not jump while the new run fills the same place.
      container.style.minHeight = slots.size === 0 ? '' : `${container.offsetHeight}px`;
      for (const [number, slot] of slots) {
        if (slot.count > 1) remove(number, slot);
        slot.old = true;
      }
      remarks.replaceChildren();
      clearTimeout(timer);
      timer = setTimeout(() => {
        sweep((slot) => slot.item.contains(document.activeElement));
        settle();
      }, patience);
    },
    append: (number, points) => slots.get(number)?.drawn.append?.(points),
    notice: (text) => {
      remarks.append(drawNotice(text));
      settle();
    },
    error: (error, go) => {
      remarks.append(drawError(error, go, container.closest('descent-cell')?.id));
      settle();
    },
    finish: () => {
      clearTimeout(timer);
      sweep(() => false);
      for (const slot of slots.values()) slot.drawn.finish?.();
      container.style.minHeight = '';
      settle();
    },
  };
}

function repeats(before: Slot, output: Output): boolean {
  return (
    !before.old &&
    output.kind === 'text' &&
    before.output.kind === 'text' &&
    isSameText(before.output, output)
  );
}

/** The curves of a run that got somewhere are kept for comparison. */
function keepRun(slot: Slot, lastRuns: Map<string, RunRecord>): void {
  if (slot.old || slot.output.kind !== 'series') return;
  const { record } = slot.drawn as unknown as DrawnSeries;
  if (record.x.length > 1) lastRuns.set(slot.output.title, record);
}

/** In the order of the slots; a progress bar stands before the curves next to it. */
function place(list: HTMLElement, item: HTMLElement, number: number, kind: OutputKind): void {
  const rank = (element: HTMLElement) => Number(element.dataset['slot']);
  const items = [...list.children].filter((child) => child instanceof HTMLElement);
  const next = items.find((other) => rank(other) > number) ?? null;
  const previous = next === null ? items.at(-1) : items[items.indexOf(next) - 1];
  const overCurves =
    kind === 'progress' && previous?.dataset['kind'] === 'series' && rank(previous) === number - 1;
  list.insertBefore(item, overCurves ? previous : next);
}
