import { make, setAttributes } from './make.ts';
import { formatNumber } from './numbers.ts';
import { reducedMotion } from './theme.ts';

/**
 * Play, Step and a slider along the steps of a walk, a training, an episode. Nothing moves by itself: it stands at the
 * end until asked, and whoever asked for less motion is brought to the end by Play.
 */
export interface Player {
  readonly element: HTMLElement;
  /** The step shown, from 0. */
  readonly step: number;
  /** Goes to a step and stands there. */
  go(step: number): void;
  /** The walk has this many steps now. Who stood at the end stays at the end. */
  setLast(last: number): void;
  dispose(): void;
}

/** A whole walk takes at most this long, in milliseconds, and a step at most `slow`. */
const longest = 6_000;
const slow = 220;

export interface PlayerOptions {
  /** What is played, for ears; "Walk" where it is missing. */
  label?: string;
  /** What one step is called; "step" where it is missing. */
  noun?: string;
  /** Milliseconds for one step, where it is to be read. */
  pace?: number;
}

export function createPlayer(
  onStep: (step: number) => void,
  { label = 'Walk', noun = 'step', pace }: PlayerOptions = {},
): Player {
  const play = make('button', { type: 'button', class: 'figure-button' }, 'Play');
  const next = make('button', { type: 'button', class: 'figure-button quiet' }, 'Step');
  const slider = make('input', { type: 'range', min: 0, step: 1, 'aria-label': `${label}, ${noun}` });
  const says = make('output', { class: 'player-says' });
  let step = 0;
  let last = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  const show = (to: number) => {
    step = Math.min(last, Math.max(0, to));
    slider.value = String(step);
    slider.style.setProperty('--share', String(last === 0 ? 1 : step / last));
    const text = `${noun} ${formatNumber(step)} of ${formatNumber(last)}`;
    says.textContent = text;
    setAttributes(slider, { 'aria-valuetext': text });
    onStep(step);
  };
  const pause = () => {
    clearInterval(timer);
    timer = undefined;
    play.textContent = 'Play';
  };
  const start = () => {
    // Whoever asked for less motion gets the result.
    if (reducedMotion()) {
      show(last);
      return;
    }
    if (step >= last) show(0);
    play.textContent = 'Pause';
    timer = setInterval(
      () => {
        show(step + 1);
        if (step >= last) pause();
      },
      pace ?? Math.min(slow, longest / Math.max(1, last)),
    );
  };
  play.addEventListener('click', () => {
    if (timer === undefined) start();
    else pause();
  });
  next.addEventListener('click', () => {
    pause();
    show(step >= last ? 0 : step + 1);
  });
  slider.addEventListener('input', () => {
    pause();
    show(slider.valueAsNumber);
  });
  const element = make(
    'div',
    { class: 'player', role: 'group', 'aria-label': label },
    slider,
    says,
    next,
    play,
  );
  return {
    element,
    get step() {
      return step;
    },
    go: (to) => {
      pause();
      show(to);
    },
    setLast: (to) => {
      const atEnd = step >= last && timer === undefined;
      last = Math.max(0, to);
      setAttributes(slider, { max: last });
      element.hidden = last === 0;
      show(atEnd ? last : step);
    },
    dispose: pause,
  };
}
