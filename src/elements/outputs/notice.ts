import { make } from '../../figures/make.ts';

/** What the kernel itself has to say. */
export function drawNotice(text: string): HTMLElement {
  return make(
    'p',
    { class: 'output-notice' },
    make('span', { class: 'notice-mark', 'aria-hidden': 'true' }, 'i'),
    make('span', { class: 'for-ears' }, 'Notice: '),
    text,
  );
}
