import { createAssetCache } from './asset-cache.ts';
import type { BackendName } from './backend-names.ts';
import type { Probes } from './choose.ts';
import type { Host, HostOptions } from './frame.ts';
import { gather } from './gather.ts';
import type { Collaborators } from './kernel-collaborators.ts';
import { launch } from './launch.ts';

/**
 * A worker that is started at the click on Run, while the page still fetches and reads what is to be run: reading
 * TensorFlow.js takes a worker longer than anything else before the first result. The kernel made later takes it over.
 */
export interface EarlyStart {
  /** Fetches what a first run takes. */
  warm(): void;
  /** Starts the worker, once. Resolves when it is on its way or cannot be had; the run tells which. */
  begin(): Promise<void>;
  /** The worker begun, for whoever asks first and for the same choice; else nothing, and what was begun is ended. */
  take(chosen: BackendName | null): Promise<MessagePort> | undefined;
  /** The frame, handed over to a kernel; failures go there from now on. */
  host(options: HostOptions): Host;
  fetchAsset: Collaborators['fetchAsset'];
}

interface Given extends Pick<Collaborators, 'fetchAsset' | 'chooseBackends' | 'host'> {
  chosen: BackendName | null;
  probes: Probes;
}

export function createEarlyStart({ chosen, probes, ...given }: Given): EarlyStart {
  const assets = createAssetCache(given.fetchAsset);
  let order: Promise<BackendName[]> | undefined;
  let launched: Promise<MessagePort> | undefined;
  let taken = false;
  let failed = false;
  let report: HostOptions['onFailure'] = () => void (failed = true);
  const host = given.host({ trust: 'own', onFailure: (message) => report(message) });

  const choose = () => (order ??= given.chooseBackends({ chosen, probes }));

  /** What could not be fetched is fetched again at the next click. */
  function start(): Promise<MessagePort> {
    const mine = launch(host, assets, choose);
    mine.catch(() => {
      if (launched === mine) launched = undefined;
    });
    return mine;
  }

  return {
    warm: () => void gather(assets, choose).catch(() => undefined),
    async begin() {
      if (taken) return;
      launched ??= start();
      await launched.catch(() => undefined);
    },
    take(wanted) {
      const first = taken ? undefined : launched;
      taken = true;
      if (wanted === chosen) return first;
      if (first) host.end();
      return undefined;
    },
    host({ onFailure }) {
      report = onFailure;
      // What failed already is tried again, and then by the kernel, which tells the reader.
      if (failed) launched = undefined;
      return host;
    },
    fetchAsset: (name) => assets.get(name),
  };
}
