/** Where a card stands: below its word, or above where there is more room; always inside the window. */

/** Least distance from the window's edges, in CSS pixels. */
const margin = 8;
/** Distance from the word. */
const gap = 6;

/** Sets the card's place in the document, so that it scrolls with its word. */
export function place(card: HTMLElement, anchor: Element): void {
  // A word that is broken over two lines has two boxes; the card belongs to the first.
  const at = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const [above, below] = [at.top - gap - margin, height - at.bottom - gap - margin];
  const under = card.offsetHeight <= below || below >= above;
  card.style.maxHeight = `${Math.max(under ? below : above, 96)}px`;
  const left = Math.max(margin, Math.min(at.left - 14, width - margin - card.offsetWidth));
  const top = under ? at.bottom + gap : at.top - gap - card.offsetHeight;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${top + scrollY}px`;
}
