/**
 * Random numbers that anyone can repeat: the same seed gives the same numbers on every machine.
 *
 * Generator: mulberry32 by Tommy Ettinger (2017, public domain), 32 bits of state, period 2³². Good enough to
 * make data and to shuffle; not for secrets.
 */
export interface Random {
  /** The next number in [0, 1), each value as likely as any other. */
  uniform(): number;
  /** The next draw from the normal distribution with mean 0 and standard deviation 1. */
  normal(): number;
}

/**
 * A generator that starts from `seed`, of which the lowest 32 bits count.
 *
 * @throws RangeError when the seed is not a whole number.
 */
export function createRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a whole number, got ${seed}`);
  let state = seed | 0;

  function uniform(): number {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Box and Muller (1958), "A note on the generation of random normal deviates"; the second deviate is not kept. */
  function normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    return radius * Math.cos(2 * Math.PI * uniform());
  }

  return { uniform, normal };
}
