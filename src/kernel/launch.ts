import type { AssetCache } from './asset-cache.ts';
import type { BackendName } from './backend-names.ts';
import type { Host } from './frame.ts';
import { gather } from './gather.ts';
import type { Request } from './protocol.ts';

const binary = 'tfjs-backend-wasm-simd.wasm';

/**
 * Fetches what a worker is made from, starts it and has it start the first back end that can. Resolves to the port as
 * soon as the worker is on its way; rejects when the kernel's script or the frame cannot be had.
 */
export async function launch(
  host: Host,
  assets: AssetCache,
  order: () => Promise<BackendName[]>,
): Promise<MessagePort> {
  host.prepare();
  const { backends, scripts } = await gather(assets, order);
  const port = await host.spawn(scripts);
  const post = (request: Request): void => port.postMessage(request);
  post({ type: 'start', backends });
  if (backends[0] === 'wasm')
    void assets
      .get(binary)
      .catch(() => null)
      .then((bytes) => post({ type: 'asset', name: binary, bytes }));
  return port;
}
