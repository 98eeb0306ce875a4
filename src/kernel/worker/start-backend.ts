import { startFirst, type Started } from '../backends/start-first.ts';
import type { BackendName } from '../protocol.ts';
import type { Assets } from './assets.ts';
import { expected } from './expected.ts';
import { arrivals, loadScript } from './load-script.ts';

/** Starts the first of these back ends that can, and asks the page for its script and bytes. */
export function startBackend(
  backends: readonly BackendName[],
  assets: Assets,
  onLost: (backend: BackendName, reason: string) => void,
): Promise<Started> {
  return startFirst(backends, {
    async load(name) {
      if (!arrivals.backends.has(name)) loadScript(await assets.read(`backend-${name}.js`));
      const found = arrivals.backends.get(name);
      if (found === undefined) throw new Error('Its script did not bring it.');
      return found;
    },
    read: assets.read,
    expected,
    onLost,
  });
}
