import type { CustomCallbackArgs } from '@tensorflow/tfjs-layers';
import type { DisplayHost } from './display-host.ts';
import { showProgress } from './display-progress.ts';
import { showSeries } from './display-series.ts';
import type { Series, SeriesOptions } from './vocabulary.ts';

/** Callbacks for `model.fit`: a bar over the epochs, and a curve for each number that `fit` reports after one. */
export function fitCallbacks(
  host: DisplayHost,
  { title = 'Training', ...options }: SeriesOptions & { title?: string } = {},
  epochsOf: (callbacks: CustomCallbackArgs) => number,
): CustomCallbackArgs {
  let progress: ReturnType<typeof showProgress> | undefined;
  let series: Series | undefined;
  const callbacks: CustomCallbackArgs = {
    onTrainBegin() {
      progress = showProgress(host, epochsOf(callbacks), title);
    },
    onEpochEnd(epoch, logs = {}) {
      const values = numbers(logs);
      series ??= showSeries(host, title, Object.keys(values), { x: 'epoch', ...options });
      series.add(epoch + 1, values);
      progress?.to(epoch + 1, values);
    },
    onTrainEnd() {
      progress?.end();
    },
  };
  return callbacks;
}

function numbers(logs: object): Record<string, number> {
  return Object.fromEntries(Object.entries(logs).filter(([, value]) => typeof value === 'number'));
}
