import type { AssetName } from './protocol.ts';

/** Bytes of the kernel's scripts, fetched once and kept for the next worker. What failed is tried again. */
export interface AssetCache {
  get(name: AssetName): Promise<ArrayBuffer>;
}

export function createAssetCache(fetchAsset: (name: AssetName) => Promise<ArrayBuffer>): AssetCache {
  const known = new Map<AssetName, Promise<ArrayBuffer>>();
  return {
    get(name) {
      const found = known.get(name);
      if (found !== undefined) return found;
      const fetching = fetchAsset(name);
      known.set(name, fetching);
      fetching.catch(() => known.delete(name));
      return fetching;
    },
  };
}
