/** Fills the dots beside the names of lessons as far as the reader has come. Every page runs this as it loads. */
import { doneInWords } from '../../learning/progress-words.ts';
import { progressNote } from './note.ts';

/** Each lesson's link in a list that has dots names it: `data-lesson`. */
export function fillDots(): void {
  const { done } = progressNote();
  for (const link of document.querySelectorAll<HTMLElement>('a[data-lesson]')) {
    const part = done.get(link.dataset['lesson'] ?? '') ?? 0;
    const words = doneInWords(part);
    const dot = link.querySelector<HTMLElement>('.dot');
    const said = link.querySelector<HTMLElement>('.said');
    if (!dot || !said || (part === 0 && !link.dataset['done'])) continue;
    link.dataset['done'] = words;
    dot.style.setProperty('--done', String(part));
    dot.title = words;
    said.textContent = words && ` (${words})`;
  }
}
