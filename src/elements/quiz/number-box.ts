import { readNumber } from '../../learning/quiz-number.ts';
import type { AnswerControl, ControlParts } from './answer-control.ts';

/** A box for a number as people write it. */
export function createNumberBox({ root, key, changed, check }: ControlParts<'number'>): AnswerControl {
  const box = root.querySelector<HTMLInputElement>('.number-answer input');
  const foreseen = [...root.querySelectorAll<HTMLElement>('[data-foreseen]')];
  box?.addEventListener('input', changed);
  box?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    check();
  });
  const put = (text: string): void => {
    if (box) box.value = text;
  };
  return {
    read() {
      const typed = readNumber(box?.value ?? '', key.unit);
      if (!typed.ok) box?.setAttribute('aria-invalid', 'true');
      return typed.ok ? { answer: typed.value } : { missing: typed.words };
    },
    write: (answer) => put(typeof answer === 'number' ? String(answer).replace('-', '−') : ''),
    clear: () => put(''),
    mark(mark) {
      const why = foreseen.find((each) => each.dataset['foreseen'] === String(mark.foreseen));
      if (why) why.hidden = false;
    },
  };
}
