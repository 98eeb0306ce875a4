import { freshId, make, setAttributes } from '../../figures/make.ts';
import type { InputSpec, InputValue } from '../../kernel/protocol.ts';
import { pace, type Control, type Enter, type SpecOf } from './control.ts';

type Spec = SpecOf<'number'>;

/** A slider for the hand and a box for an exact number. */
export function createNumberInput(first: Spec, value: InputValue, onEnter: Enter): Control {
  let spec = first;
  const id = freshId('number');
  const label = make('label', { for: `${id}-slider`, id: `${id}-label`, class: 'input-label' });
  const slider = make('input', { type: 'range', id: `${id}-slider` });
  const box = make('input', { type: 'number', id, 'aria-label': '', inputmode: 'decimal' });
  const { soon, now } = pace<number>(onEnter, 60);
  const show = (number: number) => {
    slider.value = String(number);
    box.value = String(number);
    slider.style.setProperty('--share', String((number - spec.min) / (spec.max - spec.min || 1)));
  };
  const describe = () => {
    label.textContent = spec.name;
    setAttributes(slider, { min: spec.min, max: spec.max, step: spec.step });
    setAttributes(box, {
      min: spec.min,
      max: spec.max,
      step: 'any',
      'aria-label': `${spec.name}, exact value`,
    });
  };
  slider.addEventListener('input', () => {
    const number = tidy(slider.valueAsNumber, spec);
    show(number);
    soon(number);
  });
  box.addEventListener('change', () => {
    const number = fits(box.valueAsNumber) ? clamp(box.valueAsNumber, spec) : spec.value;
    show(number);
    now(number);
  });
  describe();
  show(fits(value) ? clamp(value, spec) : spec.value);
  const element = make('div', { class: 'input input-number' }, label, slider, box);
  const update = (next: InputSpec, entered: InputValue) => {
    if (next.type !== 'number') return;
    spec = next;
    describe();
    // Under the reader's hand the control knows better than the cell, which answers an earlier value.
    if (!element.contains(document.activeElement) && fits(entered)) show(clamp(entered, spec));
  };
  return { element, update };
}

function fits(value: InputValue): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function clamp(value: number, { min, max }: Spec): number {
  return Math.min(max, Math.max(min, value));
}

/** 0.1 + 0.2 is shown as 0.3: as many digits as the step has, and a few. */
function tidy(value: number, spec: Spec): number {
  return clamp(Number(value.toPrecision(10)), spec);
}
