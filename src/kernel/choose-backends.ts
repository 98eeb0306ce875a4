import type { BackendName } from './protocol.ts';

export interface ChoiceOptions {
  /** The reader's own choice. */
  chosen: BackendName | null;
  /** Milliseconds that probes measured. */
  probes: Partial<Record<BackendName, number>>;
  gpu?: GPU | undefined;
}

/**
 * Back ends in the order to try: the reader's choice, else by what probes measured, else WebGPU on a real graphics adapter
 * and WASM everywhere else. A software adapter has WebGPU but is slower than WASM.
 */
export async function chooseBackends({ chosen, probes, gpu }: ChoiceOptions): Promise<BackendName[]> {
  if (chosen !== null) return withRest([chosen]);
  if (probes.webgpu !== undefined && probes.wasm !== undefined)
    return withRest([probes.webgpu < probes.wasm ? 'webgpu' : 'wasm']);
  return withRest([(await hasRealAdapter(gpu)) ? 'webgpu' : 'wasm']);
}

function withRest(first: readonly BackendName[]): BackendName[] {
  return [...new Set([...first, 'wasm', 'webgl', 'cpu'] as const)];
}

/** Never rejects: browsers throw here for adapters on their block list. */
async function hasRealAdapter(gpu: GPU | undefined): Promise<boolean> {
  try {
    const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
    return adapter !== null && adapter !== undefined && !isSoftware(adapter);
  } catch {
    return false;
  }
}

function isSoftware({ info }: GPUAdapter): boolean {
  const names = `${info.vendor} ${info.architecture} ${info.device} ${info.description}`.toLowerCase();
  return info.isFallbackAdapter || /swiftshader|llvmpipe|lavapipe|software|basic render/.test(names);
}
