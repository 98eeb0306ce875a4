import { freshId, make } from '../../figures/make.ts';
import { readNumber } from '../../learning/prediction.ts';
import type { KindView, PredictionSpec } from './kind.ts';
import { createPair } from './pair.ts';
import { numberWords, withUnit } from './words.ts';

/** A number typed in; after the run the two stand side by side. */
export function createNumberView({ unit, within }: PredictionSpec): KindView {
  const id = freshId('guess');
  const box = make('input', { id, type: 'number', step: 'any', inputmode: 'decimal', autocomplete: 'off' });
  const label = make('label', { for: id }, labelOf(unit));
  const field = make('p', { class: 'prediction-field' }, label, box);
  const pair = createPair();
  const element = make('div', { 'data-enter': true }, field, pair.element);
  const guess = () => (Number.isFinite(box.valueAsNumber) ? box.valueAsNumber : null);
  return {
    element,
    guess,
    missing: 'Type a number first.',
    restore(answer) {
      if (typeof answer !== 'number' || !Number.isFinite(answer)) return false;
      box.value = String(answer);
      return true;
    },
    open(can) {
      field.hidden = !can;
      const mine = guess();
      pair.show(can || mine === null ? null : withUnit(mine, unit), null);
    },
    reveal(value) {
      const real = readNumber(value);
      if (!real.ok) return { ok: false, text: real.fault };
      const mine = guess();
      pair.show(mine === null ? null : withUnit(mine, unit), withUnit(real.value, unit));
      return { ok: true, text: numberWords(mine, real.value, { unit, within }) };
    },
  };
}

function labelOf(unit: string): string {
  if (unit === 'year') return 'Your guess, a year';
  return unit === '' ? 'Your guess' : `Your guess, in ${unit}`;
}
