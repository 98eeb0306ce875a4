import { make, setAttributes } from './make.ts';
import { formatNumber } from './numbers.ts';
import { roundStep } from './scale.ts';

/** A named number that the reader changes: label, slider, value. */
export interface Slider {
  readonly element: HTMLElement;
  readonly value: number;
  /** Moves it without telling anybody. */
  set(value: number): void;
}

export interface SliderSpec {
  label: string;
  min: number;
  max: number;
  /** The smallest change; a round number, about a hundredth of the range, where it is missing. */
  step?: number;
  value: number;
  format?(value: number): string;
  onInput(value: number): void;
}

export function createSlider({ label, min, max, value, onInput, ...more }: SliderSpec): Slider {
  const { step = roundStep(max - min, 100), format = (number: number) => formatNumber(number, 3) } = more;
  const input = make('input', { type: 'range', min, max, step });
  const says = make('output', { class: 'slider-value' });
  const element = make(
    'label',
    { class: 'slider' },
    make('span', { class: 'slider-name' }, label),
    input,
    says,
  );
  const tell = () => {
    const text = format(input.valueAsNumber);
    says.textContent = text;
    setAttributes(input, { 'aria-valuetext': text });
  };
  const set = (next: number) => {
    input.value = String(next);
    tell();
  };
  input.addEventListener('input', () => {
    tell();
    onInput(input.valueAsNumber);
  });
  set(value);
  return {
    element,
    set,
    get value() {
      return input.valueAsNumber;
    },
  };
}
