/** Counts the time that a reader spends with a page: in view, and with a sign of life within the last minute. */
export interface ReadingClock {
  /** A sign of life: the reader scrolled, pointed or typed. */
  touch(): void;
  /** The page came into view or went out of it. */
  show(inView: boolean): void;
  /** Milliseconds counted since the last time this was asked. */
  take(): number;
}

/** Milliseconds after the last sign of life for which a reader counts as reading. */
export const attention = 60_000;

/** @param now milliseconds, of a clock that only goes forward */
export function createReadingClock(now: () => number): ReadingClock {
  let counted = 0;
  let inView = true;
  /** Up to when time has been counted. */
  let since = now();
  let touched = now();

  function settle(): void {
    const at = now();
    // A machine that slept has no attention either.
    const until = Math.min(at, touched + attention);
    if (inView && until > since) counted += until - since;
    since = at;
  }
  return {
    touch() {
      settle();
      touched = now();
    },
    show(value) {
      settle();
      inView = value;
    },
    take() {
      settle();
      const taken = counted;
      counted = 0;
      return taken;
    },
  };
}
