/**
 * `<descent-note>` around a link: a small card that says what the link leads to. It opens when the pointer rests on the
 * link, when the keyboard comes to it and at a tap; it stays while the pointer or the focus is in it, and Escape closes
 * it (WCAG 1.4.13). Without it the link is a link.
 */
import { freshId, make } from '../../figures/make.ts';
import { cardContent } from './content.ts';
import { place } from './place.ts';

/** How long the pointer rests before the card opens, and how long it may be away before it closes, in ms. */
const wait = { open: 200, close: 300 };

/** The notes whose cards are open: one at the most. */
const open = new Set<Note>();

const closeAll = (): void => open.forEach((note) => note.close());

class Note extends HTMLElement {
  #card: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tapped = false;
  #closing = false;

  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link || this.dataset['alive'] !== undefined) return;
    this.dataset['alive'] = '';
    this.addEventListener('pointerenter', ({ pointerType }) => {
      if (pointerType === 'mouse') this.#after(wait.open, () => this.#open(link));
    });
    this.addEventListener('pointerleave', ({ pointerType }) => {
      if (pointerType === 'mouse') this.#after(wait.close, () => this.close());
    });
    link.addEventListener('focus', () => {
      if (!this.#closing && link.matches(':focus-visible')) this.#open(link);
    });
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.contains(relatedTarget))) this.close();
    });
    link.addEventListener('pointerdown', ({ pointerType }) => {
      this.#tapped = pointerType !== 'mouse';
    });
    link.addEventListener('click', (event) => this.#follow(event, link));
    // Whoever was there before this code gets the card, too.
    if (link.matches(':focus-visible')) this.#open(link);
    else if (link.matches(':hover')) this.#after(wait.open, () => this.#open(link));
  }

  disconnectedCallback(): void {
    this.close();
  }

  /** A finger cannot rest on a link: its first tap opens the card, the second follows the link. */
  #follow(event: Event, link: HTMLAnchorElement): void {
    const opens = this.#tapped && !this.#card;
    this.#tapped = false;
    if (opens && this.#open(link)) event.preventDefault();
    else this.close();
  }

  #after(delay: number, act: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, delay);
  }

  #open(link: HTMLAnchorElement): boolean {
    clearTimeout(this.#timer);
    if (this.#card) return true;
    const content = cardContent(this, link);
    if (content.length === 0) return false;
    closeAll();
    const id = freshId('note');
    const card = make('span', { class: 'note-card', id, popover: 'manual' }, ...content);
    this.append(card);
    card.showPopover();
    place(card, link);
    link.setAttribute('aria-describedby', id);
    this.#card = card;
    open.add(this);
    listen(true);
    return true;
  }

  close(): void {
    clearTimeout(this.#timer);
    const card = this.#card;
    if (!card) return;
    this.#card = null;
    open.delete(this);
    listen(open.size > 0);
    const link = this.querySelector('a');
    link?.removeAttribute('aria-describedby');
    // Whoever was in the card goes back to the word.
    this.#closing = true;
    if (card.contains(document.activeElement)) link?.focus();
    card.remove();
    this.#closing = false;
  }
}

function listen(on: boolean): void {
  const act = on ? 'addEventListener' : 'removeEventListener';
  document[act]('keydown', onKey, true);
  document[act]('pointerdown', onPointer, true);
}

function onKey(event: Event): void {
  if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return;
  event.stopPropagation();
  closeAll();
}

function onPointer({ target }: Event): void {
  for (const note of [...open]) if (!(target instanceof Node && note.contains(target))) note.close();
}

customElements.define('descent-note', Note);
