import { make } from '../../figures/make.ts';

/** A wide thing scrolls inside its own region, which the keyboard can reach. */
export function scrollable(label: string, ...children: HTMLElement[]): HTMLElement {
  return make(
    'div',
    { class: 'output-scroll', role: 'region', 'aria-label': label, tabindex: 0 },
    ...children,
  );
}
