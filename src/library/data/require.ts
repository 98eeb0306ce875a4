/** Checks of what a generator is asked for; each error names the option and what it got. */

/** @throws RangeError unless it is a whole number of at least `least`. */
export function requireCount(name: string, value: number, least = 1): void {
  if (!Number.isInteger(value) || value < least)
    throw new RangeError(`${name} must be a whole number of at least ${least}, got ${value}`);
}

/** @throws RangeError unless it is a finite number of at least 0. */
export function requireAmount(name: string, value: number): void {
  if (!(value >= 0) || !Number.isFinite(value))
    throw new RangeError(`${name} must be 0 or more, got ${value}`);
}

/** @throws RangeError unless it lies from 0 to 1. */
export function requireShare(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} must be from 0 to 1, got ${value}`);
}
