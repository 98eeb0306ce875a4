/** Asks the browser what stands behind WebGPU. Never throws and never waits long. */
import { isSoftwareAdapter, type Adapter } from './choose.ts';

/** What of the browser is asked; tests hand in others. */
export interface Browser {
  gpu: { requestAdapter(options?: GPURequestAdapterOptions): Promise<GPUAdapter | null> } | undefined;
  /** Milliseconds after which an adapter that has not come counts as none. */
  patience: number;
}

export async function findWebgpu({ gpu, patience }: Browser = thisBrowser()): Promise<Adapter> {
  if (gpu === undefined) return 'none';
  try {
    const adapter = await within(patience, gpu.requestAdapter({ powerPreference: 'high-performance' }));
    if (adapter === null) return 'none';
    return isSoftwareAdapter(infoOf(adapter)) ? 'software' : 'device';
  } catch {
    return 'none';
  }
}

/** Older browsers have `isFallbackAdapter` on the adapter itself, and some have no `info`. */
function infoOf(adapter: GPUAdapter): Partial<GPUAdapterInfo> {
  const { info, isFallbackAdapter } = adapter as Partial<GPUAdapter> & { isFallbackAdapter?: boolean };
  const { vendor = '', architecture = '', device = '', description = '' } = info ?? {};
  const isFallback = info?.isFallbackAdapter ?? isFallbackAdapter ?? false;
  return { vendor, architecture, device, description, isFallbackAdapter: isFallback };
}

/** Some drivers leave the promise open for ever. */
function within<T>(ms: number, promise: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function thisBrowser(): Browser {
  return { gpu: (navigator as { gpu?: GPU }).gpu, patience: 1500 };
}
