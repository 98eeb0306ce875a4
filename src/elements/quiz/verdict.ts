/** The outcome at a choice, an item or a row: a sign, a word, and the explanation. */
import { make } from '../../figures/make.ts';

export interface Verdict {
  right: boolean;
  /** `Right`, `Not here` … */
  word: string;
  /** Whether its explanation is shown. */
  explained: boolean;
}

/** @param at where sign and word stand: before the explanation when missing */
export function putVerdict(
  part: HTMLElement,
  { right, word, explained }: Verdict,
  at?: Element | null,
): void {
  part.dataset['verdict'] = right ? 'right' : 'wrong';
  const sign = make('span', { 'aria-hidden': 'true' }, right ? '✓ ' : '✗ ');
  const text = make('span', { class: 'verdict' }, sign, word);
  const why = whyOf(part);
  if (at) at.append(text);
  else if (why) why.before(text);
  if (why) why.hidden = !explained || why.childNodes.length === 0;
}

export function dropVerdicts(root: HTMLElement): void {
  for (const verdict of root.querySelectorAll('.verdict')) verdict.remove();
  for (const part of root.querySelectorAll<HTMLElement>('[data-verdict]')) delete part.dataset['verdict'];
  for (const why of root.querySelectorAll<HTMLElement>('.why')) why.hidden = true;
}

export const whyOf = (part: HTMLElement): HTMLElement | null => part.querySelector<HTMLElement>('.why');
