/** The graphics adapter in plain words; its name is part of what a probe was measured on. */
import { isSoftwareAdapter } from '../../kernel/choose.ts';

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
    const { vendor, architecture, description } = adapter.info;
    const name = [...new Set([vendor, architecture, description])].filter(Boolean).join(' ').slice(0, 120);
    return { name, software: isSoftwareAdapter(adapter.info) };
  } catch {
    return null;
  }
}
