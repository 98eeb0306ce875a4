import { make } from './make.ts';

/** Back and Next through a few places that have names, as the layers of a network have. */
export interface Stepper {
  readonly element: HTMLElement;
  /** From 0. */
  readonly place: number;
  /** So many places there are now; with fewer than two the stepper is hidden. */
  setCount(count: number): void;
}

export interface StepperSpec {
  /** What it steps through ("Forward pass"). */
  label: string;
  says(place: number): string;
  onStep(place: number): void;
  /** It stands at the first place until asked; else, where all is seen, at the last. */
  fromStart?: boolean;
}

export function createStepper({ label, says, onStep, fromStart = false }: StepperSpec): Stepper {
  const back = make('button', { type: 'button', class: 'figure-button quiet' }, 'Back');
  const next = make('button', { type: 'button', class: 'figure-button' }, 'Next');
  const text = make('output', { class: 'stepper-says' });
  const element = make('div', { class: 'stepper', role: 'group', 'aria-label': label }, text, back, next);
  let place = 0;
  let count = 1;
  const show = (to: number) => {
    place = Math.min(count - 1, Math.max(0, to));
    text.textContent = says(place);
    // Not `disabled`: the button that was just pressed would lose the focus.
    back.ariaDisabled = String(place === 0);
    next.textContent = place === count - 1 ? 'Again' : 'Next';
    onStep(place);
  };
  back.addEventListener('click', () => show(place - 1));
  next.addEventListener('click', () => show(place === count - 1 ? 0 : place + 1));
  return {
    element,
    get place() {
      return place;
    },
    setCount: (to) => {
      const atEnd = !fromStart && place === count - 1;
      count = Math.max(1, to);
      element.hidden = count < 2;
      show(atEnd ? count - 1 : place);
    },
  };
}
