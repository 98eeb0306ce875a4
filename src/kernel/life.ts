import type { AssetName, BackendName } from './protocol.ts';

/** A worker, from its beginning to its end, as far as the page knows it. */
export interface Life {
  /** Settles once the worker has been handed its texts. */
  begun: Promise<void>;
  port?: MessagePort;
  backend?: BackendName;
  /** Whether it knows what the reader entered. */
  informed: boolean;
  /** What it was given, or will be as soon as it is fetched. */
  sent: Set<AssetName>;
}
