import type { Plain } from '../kernel/plain.ts';

/** SHA-256, hexadecimal, of plain data written in one way only; `null` where the browser has none (no https). */
export async function checksumOf(data: Plain): Promise<string | null> {
  const { subtle } = crypto as Partial<Crypto>;
  if (!subtle) return null;
  const bytes = new TextEncoder().encode(canonical(data));
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * JSON with the keys of each record in order and no spaces, as the JSON Canonicalization Scheme (RFC 8785) has it:
 * JavaScript's own way of writing numbers and texts is the scheme's.
 */
export function canonical(data: Plain): string {
  if (Array.isArray(data)) return `[${data.map(canonical).join(',')}]`;
  if (typeof data !== 'object' || data === null) return JSON.stringify(data);
  const keys = Object.keys(data).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(data[key] ?? null)}`).join(',')}}`;
}
