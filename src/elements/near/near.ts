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
};

/** Pixels around the window that count as near, once the reader has begun to scroll; before that, the window alone counts. */
const margin = 600;

const tags = Object.keys(modules).join(',');
const waiting = new Set<Element>(document.querySelectorAll(tags));

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

let observer = watch(0);
for (const element of waiting) observer.observe(element);
addEventListener(
  'scroll',
  () => {
    observer.disconnect();
    observer = watch(margin);
    for (const element of waiting) observer.observe(element);
  },
  { once: true, passive: true },
);
