/** What is kept of back ends between visits: the reader's choice, and what probes measured. */
import * as z from 'zod/mini';
import { assets } from 'virtual:kernel-assets';
import { backendName, type BackendName } from '../../kernel/protocol.ts';

const probes = z.object({
  /** The kernel's script and the adapter that were measured; with others the numbers mean nothing. */
  of: z.string(),
  ms: z.partialRecord(backendName, z.number().check(z.positive())),
});
export type Probes = z.infer<typeof probes>['ms'];

export function keptBackend(): BackendName | null {
  const parsed = backendName.safeParse(read('descent.backend'));
  return parsed.success ? parsed.data : null;
}

export function keepBackend(backend: BackendName | null): void {
  if (backend) write('descent.backend', backend);
  else forget('descent.backend');
}

export function keptProbes(): Probes {
  const parsed = probes.safeParse(parse(read('descent.probes')));
  return parsed.success && parsed.data.of === measured() ? parsed.data.ms : {};
}

export function keepProbe(backend: BackendName, ms: number): void {
  write('descent.probes', JSON.stringify({ of: measured(), ms: { ...keptProbes(), [backend]: ms } }));
}

/** The adapter's name, as last seen; part of what a probe is of. */
export const keepAdapter = (name: string): void => write('descent.adapter', name);
export const keptAdapter = (): string => read('descent.adapter') ?? '';

const measured = (): string => `${assets['kernel.js']} ${keptAdapter()}`;

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Chosen for this visit only.
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
