import { make } from './make.ts';

/** A kernel's numbers to type over. */
export interface KernelEditor {
  readonly element: HTMLElement;
  set(values: readonly (readonly number[])[]): void;
}

export function createKernelEditor(onChange: (values: number[][]) => void): KernelEditor {
  const grid = make('div', { class: 'kernel-inputs' });
  const element = make('fieldset', { class: 'kernel-editor' }, make('legend', {}, 'Change the kernel'), grid);
  let boxes: HTMLInputElement[][] = [];
  // What is not a number yet, a lone minus sign for instance, counts as 0 until it is one.
  const read = () =>
    boxes.map((row) => row.map(({ valueAsNumber }) => (Number.isFinite(valueAsNumber) ? valueAsNumber : 0)));
  grid.addEventListener('input', () => onChange(read()));
  const box = (value: number, row: number, column: number) =>
    make('input', {
      type: 'number',
      step: 'any',
      value: Number(value.toPrecision(4)),
      'aria-label': `row ${row}, column ${column}`,
    });
  return {
    element,
    set: (values) => {
      boxes = values.map((row, j) => row.map((value, i) => box(value, j, i)));
      grid.style.setProperty('--columns', String(values[0]?.length ?? 1));
      grid.replaceChildren(...boxes.flat());
    },
  };
}
