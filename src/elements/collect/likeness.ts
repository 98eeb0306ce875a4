/** Which texts are alike, found in a worker of our own. */
import type { SimilarGroup } from '../../teaching/similar.ts';
import type { Compare } from './similar.worker.ts';

export interface Likeness {
  /** `null` while it is being looked for; a sentence where it could not be done. */
  readonly found: readonly SimilarGroup[] | string | null;
  /** Looks again, soon; what was under way is dropped. */
  look(at: () => Compare): void;
}

/** Milliseconds for which more may come in, and after which it is given up. */
const patience = { more: 600, whole: 60_000 } as const;

export function createLikeness(changed: () => void): Likeness {
  let found: Likeness['found'] = null;
  let worker: Worker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function end(result: Likeness['found']): void {
    clearTimeout(timer);
    worker?.terminate();
    worker = undefined;
    found = result;
    changed();
  }

  function start(compare: Compare): void {
    if (compare.texts.length < 2) return end([]);
    worker = new Worker(new URL('./similar.worker.ts', import.meta.url), {
      type: 'module',
      name: 'likeness',
    });
    worker.addEventListener('message', ({ data }: MessageEvent<SimilarGroup[]>) => end(data));
    worker.addEventListener('error', () => end('The texts could not be compared: the browser refused.'));
    worker.postMessage(compare);
    timer = setTimeout(() => end('Comparing the texts took too long and was ended.'), patience.whole);
  }

  return {
    get found() {
      return found;
    },
    look(at) {
      clearTimeout(timer);
      worker?.terminate();
      worker = undefined;
      timer = setTimeout(() => start(at()), patience.more);
    },
  };
}
