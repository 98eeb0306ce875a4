/**
 * Brings elements to life when they come near the window: their code is fetched then and not before, so that a
 * page that nobody scrolls pays for its text alone.
 */
const modules: Readonly<Record<string, () => Promise<unknown>>> = {
  'descent-exercise': () => import('../exercise/exercise.ts'),
  'descent-quiz': () => import('../quiz/quiz.ts'),
  'descent-figure': () => import('../figure/figure.ts'),
  'descent-note': () => import('../note/note.ts'),
  'descent-prediction': () => import('../prediction/prediction.ts'),
  'descent-assigned': () => import('../assignment/panel.ts'),
  'descent-assignments': () => import('../assignment/cards.ts'),
};

/** Signs of a reader. A page that shows none is being looked at, or nobody is there. */
const signs = ['scroll', 'pointermove', 'pointerdown', 'keydown', 'focusin'] as const;

/**
 * Whoever only looks sees what is drawn, where it stands well inside the window by so many pixels; and assignments, whose
 * room is kept where the reader has taken one, and which are hidden where not.
 */
const drawn = new Set(['descent-figure', 'descent-assigned', 'descent-assignments']);
const inside = -64;
/** Once a reader shows, whatever is nearer to the window than so many pixels. */
const margin = 600;

const waiting = new Set<Element>(document.querySelectorAll(Object.keys(modules).join(',')));

const watch = (margin: number): IntersectionObserver =>
  new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) void awaken(target);
    },
    { rootMargin: `${margin}px` },
  );

/** All elements of a tag come alive together: the code is there once for all. */
async function awaken(element: Element): Promise<void> {
  const tag = element.localName;
  try {
    await modules[tag]?.();
    for (const other of document.querySelectorAll(tag)) {
      waiting.delete(other);
      observer.unobserve(other);
    }
  } catch {
    // Out of reach for now: the element stays readable, and the next time it comes near is another attempt.
  }
}

let observer = watch(inside);
for (const element of waiting) if (drawn.has(element.localName)) observer.observe(element);

const begin = (): void => {
  for (const sign of signs) removeEventListener(sign, begin);
  observer.disconnect();
  observer = watch(margin);
  for (const element of waiting) observer.observe(element);
};
for (const sign of signs) addEventListener(sign, begin, { passive: true });
