/** What each kind of prediction brings: its controls, its guess, and the guess beside the run. */
import type { Plain } from '../../kernel/plain.ts';
import type { Range } from '../../learning/prediction.ts';

/** A prediction as its markup has it. */
export interface PredictionSpec {
  id: string;
  lesson: string;
  cell: string;
  /** Path of the value in the lesson's scope. */
  value: string;
  within: number | null;
  unit: string;
  x: Range;
  y: Range;
  xLabel: string;
  yLabel: string;
  /** The prompt; of a pick with the list of choices in it. */
  prompt: HTMLElement;
}

export interface KindView {
  readonly element: HTMLElement;
  /** Stands beside the button that says the guess. */
  readonly tool?: HTMLElement;
  /** What the reader has put into the controls; `null` where that is no guess yet. */
  guess(): Plain | null;
  /** What to do when there is no guess yet. */
  readonly missing: string;
  /** Puts back a guess that was kept. False where it is none of this kind. */
  restore(answer: Plain): boolean;
  /** Whether the guess can be changed. */
  open(can: boolean): void;
  /** Shows what the run gave, beside the guess where there is one. A sentence, or why it cannot be shown. */
  reveal(real: Plain): { ok: boolean; text: string };
}

export function readSpec(element: HTMLElement): PredictionSpec {
  const { dataset, id } = element;
  const prompt = element.querySelector<HTMLElement>('.prediction-prompt') ?? element;
  const within = Number(dataset['within']);
  return {
    ...{ id, prompt, lesson: dataset['lesson'] ?? '', cell: dataset['cell'] ?? '' },
    ...{ value: dataset['value'] ?? '', within: within > 0 ? within : null, unit: dataset['unit'] ?? '' },
    ...{ x: readRange(dataset['x']), y: readRange(dataset['y']) },
    ...{ xLabel: dataset['xLabel'] ?? 'x', yLabel: dataset['yLabel'] ?? 'y' },
  };
}

function readRange(text = ''): Range {
  const [low = NaN, high = NaN] = text.split(' ').map(Number);
  return low < high ? [low, high] : [0, 1];
}
