import type { AssetCache } from './asset-cache.ts';
import type { BackendName } from './backend-names.ts';

export interface Gathered {
  /** In the order to try. */
  backends: BackendName[];
  /** The kernel and the first back end, where it could be had. */
  scripts: ArrayBuffer[];
}

/** Fetches what a first run takes, all at once. Rejects when the kernel's own script cannot be had. */
export async function gather(assets: AssetCache, order: () => Promise<BackendName[]>): Promise<Gathered> {
  const kernel = assets.get('kernel.js');
  kernel.catch(() => undefined);
  const backends = await order();
  const [first = 'cpu'] = backends;
  if (first === 'wasm') assets.get('tfjs-backend-wasm-simd.wasm').catch(() => undefined);
  const own = assets.get(`backend-${first}.js`).catch(() => undefined);
  const scripts = [await kernel, await own];
  return { backends, scripts: scripts.filter((script) => script !== undefined) };
}
