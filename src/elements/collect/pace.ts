/** How long it will take, from how long the last ones took. */
export interface Pace {
  begin(): void;
  tick(): void;
  /** Milliseconds; `null` while nobody can tell. */
  left(tasks: number): number | null;
}

/** So many of the last results are looked at, and so few say nothing. */
const window = { most: 40, least: 4 } as const;

export function createPace(now: () => number = () => performance.now()): Pace {
  let ticks: number[] = [];
  return {
    begin: () => void (ticks = [now()]),
    tick: () => void (ticks = [...ticks, now()].slice(-window.most)),
    left(tasks) {
      const [first, last] = [ticks[0], ticks.at(-1)];
      if (first === undefined || last === undefined || ticks.length <= window.least) return null;
      return (tasks * (last - first)) / (ticks.length - 1);
    },
  };
}

/** `about 2 minutes`; small times are not counted out. */
export function durationInWords(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 10) return 'a few seconds';
  if (seconds < 55) return `about ${Math.round(seconds / 10) * 10} seconds`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return minutes === 1 ? 'about a minute' : `about ${minutes} minutes`;
  const hours = Math.round(minutes / 30) / 2;
  return hours === 1 ? 'about an hour' : `about ${hours} hours`;
}
