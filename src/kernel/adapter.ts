/** Asks the browser what stands behind WebGPU and WebGL. Never throws and never waits long. */
import { isSoftwareAdapter, isSoftwareRenderer, type Adapter } from './choose.ts';

/** What of the browser is asked; tests hand in others. */
export interface Browser {
  gpu: { requestAdapter(options?: GPURequestAdapterOptions): Promise<GPUAdapter | null> } | undefined;
  /** The name of WebGL's renderer, or `null` without WebGL. */
  renderer(): string | null;
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

/** Makes a context, which takes a while: not on the way to a first run. */
export function findWebgl({ renderer }: Browser = thisBrowser()): Adapter {
  try {
    const name = renderer();
    if (name === null) return 'none';
    return isSoftwareRenderer(name) ? 'software' : 'device';
  } catch {
    return 'none';
  }
}

function thisBrowser(): Browser {
  return { gpu: (navigator as { gpu?: GPU }).gpu, renderer: readRenderer, patience: 1500 };
}

/** The context is given back at once: a page may hold only a few. */
function readRenderer(): string | null {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (gl === null) return null;
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info');
  const name = gl.getParameter(unmasked?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER) as unknown;
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return String(name);
}
