import { createRandom } from '../../library/random.ts';

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/**
 * Starts `Math.random` anew for a run of a cell, so that neither order nor repetition matters. TensorFlow.js draws its
 * own seeds from it.
 */
export function seedRandom(seed: number, cell: string): void {
  Math.random = createRandom(hash(`${seed}/${cell}`)).uniform;
}
