/** What a question says under its answers: shown to all, and spoken with the explanation by a screen reader. */
import { make } from '../../figures/make.ts';
import { spoken } from './spoken.ts';

export interface Says {
  outcome(text: string, tone: 'right' | 'wrong' | 'shown'): void;
  /** No mark: something is missing. */
  missing(text: string): void;
  remind(text: string): void;
  /** For screen readers alone, of what others see. */
  aside(text: string): void;
  clear(): void;
}

const signs = { right: '✓ ', wrong: '✗ ', shown: '' } as const;

export function createSays(root: HTMLElement): Says | null {
  const place = root.querySelector<HTMLElement>('.question-says');
  if (!place) return null;
  const put = (tone: string, ...nodes: (Node | string)[]): void => {
    place.dataset['tone'] = tone;
    place.replaceChildren(...nodes);
  };
  return {
    outcome(text, tone) {
      const sign = make('span', { 'aria-hidden': 'true' }, signs[tone]);
      put(tone, sign, text, make('span', { class: 'question-aside' }, ` ${explanations(root)}`));
    },
    missing: (text) => put('missing', text),
    remind: (text) => put('remind', text),
    aside: (text) => put('aside', make('span', { class: 'question-aside' }, text)),
    clear: () => put('', ''),
  };
}

/** The explanations that stand open, in page order. */
const explanations = (root: HTMLElement): string =>
  [...root.querySelectorAll<HTMLElement>('.why:not([hidden])')].map(spoken).join(' ');
