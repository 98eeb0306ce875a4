/** A hash of an id (FNV-1a, 32 bits), from 0 to 2³² − 1. The same for ever, for texts speak of its results. */
export function seedOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
