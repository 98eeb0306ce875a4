import type { Host, HostOptions, Trust } from './frame.ts';
import type { AssetName, BackendName } from './protocol.ts';

/** What a kernel works with. Tests put their own in the place of each. */
export interface Collaborators {
  trust: Trust;
  host(options: HostOptions): Host;
  fetchAsset(name: AssetName): Promise<ArrayBuffer>;
  chooseBackends(options: {
    chosen: BackendName | null;
    probes: Partial<Record<BackendName, number>>;
  }): Promise<BackendName[]>;
  /** A worker that the page has begun already, for this choice of back end. */
  take?(chosen: BackendName | null): Promise<MessagePort> | undefined;
  clock: { setTimeout(callback: () => void, ms: number): unknown; clearTimeout(timer: never): void };
}
