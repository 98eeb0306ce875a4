import type { DisplayHost } from './display-host.ts';
import { showProgress } from './display-progress.ts';
import { showSeries } from './display-series.ts';
import type { Series, TrainingOptions, TrainingStep } from './vocabulary.ts';

/** Milliseconds between two moments at which a loop lets messages in. */
const breath = 8;

/** The steps of a training loop, with a bar and curves; Stop ends them after the step under way. */
export async function* train(
  host: DisplayHost,
  { steps, title = 'Training', ...options }: TrainingOptions,
): AsyncGenerator<TrainingStep, void> {
  if (!Number.isInteger(steps) || steps < 0)
    throw new RangeError('training: steps must be a whole number, 0 or more.');
  host.checkStop();
  const progress = showProgress(host, steps, title);
  const log = createLog(host, title, options);
  let breathed = host.now();
  try {
    for (let number = 1; number <= steps && !host.stopping; number++) {
      let values: Record<string, number> = {};
      yield {
        number,
        steps,
        log(more) {
          values = { ...values, ...more };
          log(number, more);
        },
      };
      progress.to(number, values);
      if (host.now() - breathed < breath) continue;
      await host.breathe();
      breathed = host.now();
    }
  } finally {
    progress.end();
  }
}

/** Curves are there once there is something to draw; a name that comes later gets a picture of its own. */
function createLog(
  host: DisplayHost,
  title: string,
  options: Omit<TrainingOptions, 'steps' | 'title'>,
): (x: number, values: Record<string, number>) => void {
  const series = new Map<string, Series>();
  return (x, values) => {
    const names = Object.keys(values);
    const fresh = names.filter((name) => !series.has(name));
    if (fresh.length > 0) {
      const made = showSeries(host, series.size === 0 ? title : fresh.join(', '), fresh, options);
      for (const name of fresh) series.set(name, made);
    }
    for (const each of new Set(names.map((name) => series.get(name)))) each?.add(x, values);
  };
}
