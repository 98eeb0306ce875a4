/** Says how something ended, for a minute with a way back. */
import { make } from '../../figures/make.ts';

/** Milliseconds for which what was erased can be brought back. */
const grace = 60_000;

/** @param undo brings back what was; asked at most once, within a minute */
export type Say = (text: string, undo?: () => Promise<string>) => void;

export function createSay(root: HTMLElement): Say {
  const place = root.querySelector('.says') ?? root;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say: Say = (text, undo) => {
    clearTimeout(timer);
    place.replaceChildren(make('span', {}, text));
    if (!undo) return;
    const button = make('button', { type: 'button', class: 'quiet-button' }, 'Undo');
    button.addEventListener('click', () => {
      clearTimeout(timer);
      button.disabled = true;
      undo().then(say, () => say('It could not be brought back: the browser’s storage refused.'));
    });
    place.append(' ', button);
    button.focus();
    timer = setTimeout(() => button.remove(), grace);
  };
  return say;
}
