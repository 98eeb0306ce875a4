import { freshId, make } from '../../figures/make.ts';
import { readPick } from '../../learning/prediction.ts';
import type { KindView, PredictionSpec } from './kind.ts';
import { pickWords } from './words.ts';

interface Choice {
  text: string;
  button: HTMLInputElement;
  label: HTMLElement;
  mark: HTMLElement;
}

/** One of the list's choices; after the run the choices say which was guessed and which it is. */
export function createPickView({ prompt }: PredictionSpec): KindView {
  const lists = prompt.querySelectorAll(':scope > ul, :scope > ol');
  const choices = [...(lists[lists.length - 1]?.children ?? [])].map(toChoice(freshId('pick')));
  const element = make(
    'fieldset',
    { class: 'prediction-choices' },
    make('legend', { class: 'prediction-ears' }, 'Your guess'),
    ...choices.map(({ label }) => label),
  );
  for (const list of lists) if (list === lists[lists.length - 1]) list.remove();
  const guess = () => choices.find(({ button }) => button.checked)?.text ?? null;
  const marked = (real: string | null) => {
    for (const { text, label, mark } of choices) {
      const told = [text === guess() ? 'your guess' : '', text === real ? 'the run' : ''].filter(Boolean);
      mark.textContent = told.join(', ');
      label.toggleAttribute('data-guessed', text === guess());
      label.toggleAttribute('data-real', text === real);
    }
  };
  return {
    element,
    guess,
    missing: 'Choose one first.',
    restore(answer) {
      const found = choices.find(({ text }) => text === answer);
      if (!found) return false;
      found.button.checked = true;
      return true;
    },
    open(can) {
      for (const { button } of choices) button.disabled = !can;
      if (can) for (const { mark } of choices) mark.textContent = '';
      else marked(null);
    },
    reveal(value) {
      const texts = choices.map(({ text }) => text);
      const real = readPick(value, texts);
      if (!real.ok) return { ok: false, text: real.fault };
      marked(real.value);
      return { ok: true, text: pickWords(guess(), real.value) };
    },
  };
}

const toChoice =
  (name: string) =>
  (item: Element): Choice => {
    const text = item.textContent.trim();
    const button = make('input', { type: 'radio', name, value: text });
    const mark = make('span', { class: 'prediction-mark' });
    const words = make('span', { class: 'prediction-choice' });
    words.append(...item.childNodes);
    return { text, button, mark, label: make('label', {}, button, words, mark) };
  };
