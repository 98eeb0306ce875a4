/** Hints come one at a time. */
export interface Hints {
  readonly all: number;
  open(): number;
  /** Opens the next one. Returns a sentence that says so. */
  next(): string;
  /** Those seen on an earlier visit are there again, closed. */
  restore(count: number): void;
  /** None is to be seen for now. */
  hide(): void;
}

export function createHints(details: readonly HTMLDetailsElement[]): Hints {
  let open = 0;
  const reveal = (index: number): HTMLDetailsElement | undefined => {
    const hint = details[index];
    if (hint) hint.dataset['open'] = '';
    open = Math.max(open, index + 1);
    return hint;
  };
  return {
    all: details.length,
    open: () => open,
    next() {
      if (open >= details.length) return 'All hints are open.';
      const hint = reveal(open);
      if (hint) hint.open = true;
      return left(open, details.length - open);
    },
    hide() {
      open = 0;
      for (const hint of details) {
        hint.open = false;
        delete hint.dataset['open'];
      }
    },
    restore(count) {
      for (let index = open; index < Math.min(count, details.length); index += 1) reveal(index);
    },
  };
}

const left = (number: number, rest: number): string =>
  `Hint ${number} is open below. ${rest === 0 ? 'It was the last.' : rest === 1 ? 'One more is left.' : `${rest} more are left.`}`;
