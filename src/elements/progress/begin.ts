/**
 * Waits for the first sign of a reader, then brings what notes progress. A page that nobody touches pays for this file
 * alone.
 */
import { ranEvent, type RanDetail } from '../cell/ran.ts';
import { fillDots } from './dots.ts';

const signs = ['scroll', 'wheel', 'pointerdown', 'pointermove', 'keydown'] as const;

let reader: Promise<typeof import('./reader.ts')> | undefined;

function bring(): Promise<typeof import('./reader.ts')> {
  reader ??= import('./reader.ts').catch((error: unknown) => {
    // Out of reach for now: the next sign is another attempt.
    reader = undefined;
    throw error;
  });
  return reader;
}

const onSign = (): void => {
  bring().then(
    () => {
      for (const sign of signs) removeEventListener(sign, onSign);
    },
    () => undefined,
  );
};

if (document.querySelector('[data-lesson-parts]')) {
  for (const sign of signs) addEventListener(sign, onSign, { passive: true });
  // A first run may end before the rest is there.
  document.addEventListener(ranEvent, ({ detail }: CustomEvent<RanDetail>) => {
    void bring().then(
      ({ noteRun }) => noteRun(detail),
      () => undefined,
    );
  });
}
fillDots();
