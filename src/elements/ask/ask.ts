/** Asks before something is erased or forgotten, in a dialog of the browser’s own. Its looks: `ask.css`. */
import { freshId, make } from '../../figures/make.ts';

export interface Question {
  title: string;
  text: string;
  /** The word on the button that does it. */
  act: string;
  /** What may be erased with it, ticked or not. */
  also?: string;
}

/** @returns whether to do it, and whether with the rest; `null` where the reader thought better of it */
export function ask({ title, text, act, also }: Question): Promise<{ also: boolean } | null> {
  const id = freshId('ask');
  const box = make('input', { type: 'checkbox' });
  const cancel = make(
    'button',
    { type: 'submit', value: '', class: 'quiet-button', autofocus: true },
    'Cancel',
  );
  const confirm = make('button', { type: 'submit', value: 'yes', class: 'strong-button' }, act);
  const form = make(
    'form',
    { method: 'dialog' },
    make('h2', { id }, title),
    make('p', {}, text),
    ...(also === undefined ? [] : [make('p', {}, make('label', {}, box, ` ${also}`))]),
    make('p', { class: 'buttons' }, cancel, confirm),
  );
  const dialog = make('dialog', { class: 'ask', 'aria-labelledby': id }, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes' ? { also: box.checked } : null);
    });
  });
}
