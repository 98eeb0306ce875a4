/** Runs cells again while an input is being moved: at most one run at a time, and the last value always gets its run. */
export interface Rerun {
  /** Something changed that this cell depends on. */
  ask(cell: string): void;
}

/**
 * @param run runs a cell; resolves when it has ended
 * @param delay milliseconds that an input must rest
 * @param patience milliseconds that a run under way may take to end by itself before the next one displaces it
 */
export function createRerun(run: (cell: string) => Promise<unknown>, delay = 60, patience = 400): Rerun {
  const asked = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let under: Promise<unknown> | undefined;
  async function next(): Promise<void> {
    timer = undefined;
    if (under) await Promise.race([under, new Promise((resolve) => setTimeout(resolve, patience))]);
    const [cell] = asked;
    if (cell === undefined) return;
    asked.delete(cell);
    const started = run(cell).finally(() => {
      if (under === started) under = undefined;
      if (asked.size > 0) plan();
    });
    under = started;
  }
  const plan = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void next(), delay);
  };
  return {
    ask(cell) {
      asked.add(cell);
      plan();
    },
  };
}
