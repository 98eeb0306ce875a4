/** What the address asks for: `?backend=` and `?seed=`. Anything else there is ignored. */
import { isBackendName, type BackendName } from '../../kernel/backend-names.ts';

export const largestSeed = 2 ** 31 - 1;

export function backendOf(search: string): BackendName | null {
  const asked = new URLSearchParams(search).get('backend');
  return isBackendName(asked) ? asked : null;
}

export function seedOf(search: string): number | null {
  const text = new URLSearchParams(search).get('seed') ?? '';
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  return seed <= largestSeed ? seed : null;
}
