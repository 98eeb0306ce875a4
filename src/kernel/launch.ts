import type { AssetCache } from './asset-cache.ts';
import type { BackendName } from './backend-names.ts';
import type { Host } from './frame.ts';
import { gather } from './gather.ts';

/** A worker, and the back ends that it is to try. */
export interface Launched {
  backends: BackendName[];
  port: MessagePort;
}

/** Fetches what a worker is made from and starts it. Rejects when the kernel's script or the frame cannot be had. */
export async function launch(
  host: Host,
  assets: AssetCache,
  order: () => Promise<BackendName[]>,
): Promise<Launched> {
  host.prepare();
  const { backends, scripts } = await gather(assets, order);
  return { backends, port: await host.spawn(scripts) };
}
