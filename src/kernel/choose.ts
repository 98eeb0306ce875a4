/**
 * Which back ends to try, and in which order. Pure: what the browser offers and what was measured come in, names go out.
 */
import type { BackendName } from './backend-names.ts';

/** What is behind a graphics interface: a real device, the processor in disguise, or nothing. */
export type Adapter = 'device' | 'software' | 'none';

/** Milliseconds of one probe's step, by back end; kept from earlier visits. */
export type Probes = Partial<Record<BackendName, number>>;

interface Facts {
  webgpu: Adapter;
  probes?: Probes;
  /** The reader's own choice, or the address's. */
  chosen?: BackendName | null;
}

/** Names that software renderers give themselves, in any field and any spelling. */
const software = /swift ?shader|llvm ?pipe|lavapipe|soft ?pipe|\bwarp\b|basic render|software|\bsubzero\b/i;

/** A WebGPU adapter by what it says of itself (`GPUAdapterInfo`, or the older flag on the adapter). */
export function isSoftwareAdapter(info: Partial<GPUAdapterInfo>): boolean {
  const { vendor = '', architecture = '', device = '', description = '' } = info;
  return (
    info.isFallbackAdapter === true ||
    isSoftwareRenderer([vendor, architecture, device, description].join(' '))
  );
}

/** A WebGL renderer by its name. */
export const isSoftwareRenderer = (renderer: string): boolean => software.test(renderer);

/**
 * The back ends in the order to try. The reader's choice comes first, then what was measured (a back end never measured
 * keeps its place), then the adapter: a real GPU by WebGPU, else wasm. A software adapter is the same processor with a
 * detour, five to fifty times slower than wasm, and is not tried unasked. WebGL comes after wasm even on a real GPU: it
 * compiles a shader for each operation and shape of the first step, and a lesson's small models spend their time in
 * calls, not in numbers; where it is faster after all, the probe says so. cpu always works.
 */
export function order({ webgpu, probes = {}, chosen = null }: Facts): BackendName[] {
  const offered: BackendName[] =
    webgpu === 'device' ? ['webgpu', 'wasm', 'webgl', 'cpu'] : ['wasm', 'webgl', 'cpu'];
  const measured = offered.filter((name) => probes[name] !== undefined);
  const sorted = measured.toSorted((a, b) => (probes[a] ?? 0) - (probes[b] ?? 0));
  const others = offered.map((name) => (measured.includes(name) ? (sorted.shift() ?? name) : name));
  return chosen === null ? others : [chosen, ...others.filter((name) => name !== chosen)];
}
