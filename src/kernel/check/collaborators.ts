import type { Host, HostOptions } from '../frame.ts';
import type { AssetName } from '../protocol.ts';

/** What a checker works with. Nothing of it is the page's own, so any number of checkers can stand side by side. */
export interface CheckCollaborators {
  host(options: HostOptions): Host;
  fetchAsset(name: AssetName): Promise<ArrayBuffer>;
  clock: { setTimeout(callback: () => void, ms: number): unknown; clearTimeout(timer: never): void };
}

export type Clock = CheckCollaborators['clock'];
