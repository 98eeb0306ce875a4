/** What is kept of back ends between visits: the reader's choice, and what probes measured. */
import { assets } from 'virtual:kernel-assets';
import { backendNames, isBackendName, type BackendName } from '../../kernel/backend-names.ts';

export type Probes = Partial<Record<BackendName, number>>;

export function keptBackend(): BackendName | null {
  const kept = read('descent.backend');
  return isBackendName(kept) ? kept : null;
}

export function keepBackend(backend: BackendName | null): void {
  if (backend) write('descent.backend', backend);
  else forget('descent.backend');
}

export function keptProbes(): Probes {
  const kept = fieldsOf(parse(read('descent.probes')));
  return kept['of'] === measured() ? toProbes(fieldsOf(kept['ms'])) : {};
}

export function keepProbe(backend: BackendName, ms: number): void {
  write('descent.probes', JSON.stringify({ of: measured(), ms: { ...keptProbes(), [backend]: ms } }));
}

/** The adapter's name, as last seen; part of what a probe is of. */
export const keepAdapter = (name: string): void => write('descent.adapter', name);
export const keptAdapter = (): string => read('descent.adapter') ?? '';

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** Takes over what is a time under a back end's name. By hand: no schema library is loaded before the first run. */
function toProbes(kept: Record<string, unknown>): Probes {
  const known = backendNames.flatMap((name) => {
    const ms = kept[name];
    return typeof ms === 'number' && Number.isFinite(ms) && ms > 0 ? [[name, ms] as const] : [];
  });
  return Object.fromEntries(known);
}

/** The kernel's script and the adapter; with others, numbers that were measured mean nothing. */
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
