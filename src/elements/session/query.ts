/** What the address asks for: `?backend=` and `?seed=`. Anything else there is ignored. */
import { backendName, type BackendName } from '../../kernel/protocol.ts';

export const largestSeed = 2 ** 31 - 1;

export function backendOf(search: string): BackendName | null {
  const parsed = backendName.safeParse(new URLSearchParams(search).get('backend'));
  return parsed.success ? parsed.data : null;
}

export function seedOf(search: string): number | null {
  const text = new URLSearchParams(search).get('seed') ?? '';
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  return seed <= largestSeed ? seed : null;
}
