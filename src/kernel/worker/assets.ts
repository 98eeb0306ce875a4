import type { AssetName } from '../protocol.ts';

/** Bytes that the page fetches for the worker. */
export interface Assets {
  /** Rejects when the page cannot get them. */
  read(name: AssetName): Promise<ArrayBuffer>;
  /** The page's answer, or what it sent unasked; `null` where it has none. */
  receive(name: AssetName, bytes: ArrayBuffer | null): void;
}

interface Entry {
  promise: Promise<ArrayBuffer>;
  settle(bytes: ArrayBuffer | null): void;
}

export function createAssets(ask: (name: AssetName) => void): Assets {
  const entries = new Map<AssetName, Entry>();

  function entry(name: AssetName, missing?: () => void): Entry {
    const known = entries.get(name);
    if (known !== undefined) return known;
    let resolve!: (bytes: ArrayBuffer) => void;
    let reject!: (error: Error) => void;
    const promise = new Promise<ArrayBuffer>((...settlers) => ([resolve, reject] = settlers));
    promise.catch(() => undefined);
    const made: Entry = {
      promise,
      settle(bytes) {
        if (bytes !== null) return resolve(bytes);
        entries.delete(name);
        reject(new Error(`${name} could not be loaded. Check the connection and press Run again.`));
      },
    };
    entries.set(name, made);
    missing?.();
    return made;
  }

  return {
    read: (name) => entry(name, () => ask(name)).promise,
    receive: (name, bytes) => entry(name).settle(bytes),
  };
}
