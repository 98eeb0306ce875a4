/** What cells have without import where nobody looks: outputs are dropped, inputs take their declared defaults. */
import type { DisplayHost } from '../../../library/display-host.ts';
import { createInput } from '../../../library/display-input.ts';
import { train } from '../../../library/display-training.ts';
import { natives } from '../realm.ts';

const nothing = (): void => undefined;
const soon = (): Promise<void> => new Promise((resolve) => natives.soon(resolve));

const host: DisplayHost = {
  put: () => null,
  append: nothing,
  hold: (work) => void work.catch(nothing),
  inspect: () => ({ type: 'undefined', text: '' }),
  entered: () => undefined,
  stopping: false,
  checkStop: nothing,
  breathe: soon,
  // Nobody looks, so nobody waits.
  wait: soon,
  now: natives.now,
  tensors: () => 0,
};

const lines = ['log', 'info', 'warn', 'error', 'debug', 'dir', 'dirxml', 'trace', 'group', 'groupCollapsed'];
const others = ['groupEnd', 'clear', 'assert', 'table', 'time', 'timeLog', 'timeEnd', 'count', 'countReset'];

/** Every name but `tf`, with what it stands for. */
export function createSilentDisplay(): Record<string, unknown> {
  const series = { add: nothing };
  const show = Object.assign(() => undefined, {
    ...{ table: nothing, chart: nothing, model: nothing, figure: nothing },
    tensor: () => Promise.resolve(),
    image: () => Promise.resolve(),
    series: () => series,
    progress: () => ({ to: nothing }),
    fit: () => ({}),
  });
  return {
    show,
    input: createInput(() => host),
    training: (options: Parameters<typeof train>[1]) => train(host, options),
    pause: soon,
    console: Object.fromEntries([...lines, ...others].map((name) => [name, nothing])),
  };
}

/** Gives these names to the realm, for good. */
export function furnish(globals: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, enumerable: true });
}
