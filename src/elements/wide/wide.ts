/**
 * A formula, a table or a listing that is wider than its place scrolls by itself. Where it does, the keyboard can reach
 * it; where it fits, it is no stop on the way.
 */
const scrollers = document.querySelectorAll<HTMLElement>(
  '.prose .katex-display, .prose > pre, .prose table, .table-scroll, descent-quiz pre',
);

const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) mark(target as HTMLElement);
});

for (const scroller of scrollers) {
  observer.observe(scroller);
  mark(scroller);
}

// Letters that arrive late make a formula wider and leave its place as it was.
document.fonts.addEventListener('loadingdone', () => scrollers.forEach(mark));

function mark(scroller: HTMLElement): void {
  if (scroller.scrollWidth > scroller.clientWidth) scroller.tabIndex = 0;
  else scroller.removeAttribute('tabindex');
}

export {};
