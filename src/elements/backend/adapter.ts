/** The graphics adapter in plain words; its name is part of what a probe was measured on. */
export interface AdapterFacts {
  name: string;
  /** A program that plays a graphics card: it runs everything and is slow. */
  software: boolean;
}

/** `null` where the browser has no WebGPU, no adapter, or fails when asked. */
export async function findAdapter(): Promise<AdapterFacts | null> {
  try {
    const adapter = await (navigator as Partial<Pick<Navigator, 'gpu'>>).gpu?.requestAdapter();
    if (!adapter) return null;
    const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
    const name = [...new Set([vendor, architecture, description])].filter(Boolean).join(' ').slice(0, 120);
    const software = isFallbackAdapter || /swiftshader|llvmpipe|software|basic render/i.test(name);
    return { name, software };
  } catch {
    return null;
  }
}
