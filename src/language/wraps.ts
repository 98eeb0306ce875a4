import type MagicString from 'magic-string';

/** Puts text around a part of the source. */
export type Wrap = (start: number, end: number, before: string, after: string) => void;

interface Wrapped {
  start: number;
  end: number;
  before: string;
  after: string;
}

/**
 * Collects what is put around parts of a text, and puts it there in order of nesting: where two parts begin or end at
 * the same place, what belongs to the shorter one stands inside, and of equal ones the first that was asked for.
 */
export function createWraps(): { wrap: Wrap; apply(text: MagicString): void } {
  const wraps: Wrapped[] = [];
  return {
    wrap: (start, end, before, after) => void wraps.push({ start, end, before, after }),
    apply(text) {
      const length = ({ start, end }: Wrapped) => end - start;
      for (const { start, end, before, after } of wraps.sort((a, b) => length(a) - length(b))) {
        // To the right of the place at the start and to the left at the end: so they move with what they enclose.
        if (before) text.prependRight(start, before);
        if (after) text.appendLeft(end, after);
      }
    },
  };
}
