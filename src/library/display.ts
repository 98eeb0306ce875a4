/** The vocabulary that cells have without import, over whoever runs the cell at the time of a call. */
import { LayersModel } from '@tensorflow/tfjs-layers';
import { Tensor } from '@tensorflow/tfjs-core';
import { showChart } from './display-chart.ts';
import { createFigures } from './display-figure.ts';
import { fitCallbacks } from './display-fit.ts';
import type { DisplayHost } from './display-host.ts';
import { showImage } from './display-image.ts';
import { createInput } from './display-input.ts';
import { summarize } from './display-model.ts';
import { showProgress } from './display-progress.ts';
import { showSeries } from './display-series.ts';
import { toTable } from './display-table.ts';
import { showTensor } from './display-tensor.ts';
import { train } from './display-training.ts';
import type { CustomCallbackArgs } from './tensors.ts';
import type { Input, Pause, Show, Training } from './vocabulary.ts';

export interface Display {
  show: Show;
  input: Input;
  training: Training;
  pause: Pause;
}

/** `current` is the host of the run of a cell that the caller belongs to. `epochsOf`: of the `fit` these callbacks are in. */
export function createDisplay(
  current: () => DisplayHost,
  epochsOf: (callbacks: CustomCallbackArgs) => number,
): Display {
  const figures = new WeakMap<DisplayHost, ReturnType<typeof createFigures>>();
  const figuresOf = (host: DisplayHost) => {
    const found = figures.get(host) ?? createFigures(host);
    figures.set(host, found);
    return found;
  };
  const show: Show = Object.assign(
    (value: unknown, caption?: string) => showValue(current(), value, caption),
    {
      table: (...[rows, options]: Parameters<Show['table']>) =>
        void current().put(toTable(current(), rows, options)),
      tensor: (...[tensor, options]: Parameters<Show['tensor']>) => showTensor(current(), tensor, options),
      image: (...[pixels, options]: Parameters<Show['image']>) => showImage(current(), pixels, options),
      chart: (...[chart, caption]: Parameters<Show['chart']>) => showChart(current(), chart, caption),
      series: (...[title, names, options]: Parameters<Show['series']>) =>
        showSeries(current(), title, names, options),
      progress: (...[steps, label]: Parameters<Show['progress']>) => showProgress(current(), steps, label),
      model: (...[model, caption]: Parameters<Show['model']>) =>
        void current().put(summarize(model, caption)),
      fit: (...[options]: Parameters<Show['fit']>) => fitCallbacks(current(), options, epochsOf),
      figure: (...[name, data, options]: Parameters<Show['figure']>) =>
        figuresOf(current())(name, data, options),
    },
  );
  return {
    show,
    input: createInput(current),
    training: (options) => train(current(), options),
    pause: (ms) => current().wait(ms),
  };
}

/** Any value as a developer console shows it, tensors with their numbers and models with their layers. */
export function showValue(host: DisplayHost, value: unknown, caption?: string): void {
  if (isShowable(value)) return host.hold(showTensor(host, value, { caption }));
  if (isA(value, LayersModel)) return void host.put(summarize(value, caption));
  host.put({ kind: 'value', value: host.inspect(value), ...(caption === undefined ? {} : { caption }) });
}

function isShowable(value: unknown): value is Tensor {
  return isA(value, Tensor) && !value.isDisposed && value.dtype !== 'string' && value.dtype !== 'complex64';
}

/** `instanceof`, for values that may be Proxies which throw. */
function isA<T>(value: unknown, type: abstract new (...rest: never[]) => T): value is T {
  try {
    return value instanceof type;
  } catch {
    return false;
  }
}
