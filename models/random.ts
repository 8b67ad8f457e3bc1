/** A source of numbers in [0, 1). Every model that needs chance is handed one: same seed, same answer. */
export type Random = () => number;

/**
 * A seeded source: mulberry32. Passes the usual tests for statistics of this size, has a period of 2^32, and is
 * not for secrets.
 *
 * @param seed any finite number; its lower 32 bits count
 * @throws {RangeError} on a seed that is not finite
 *
 * Source: Tommy Ettinger, mulberry32 (public domain), 2017.
 */
export function seeded(seed: number): Random {
  if (!Number.isFinite(seed)) throw new RangeError(`seed is ${seed}`);
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number in [0, below). */
export function randomBelow(below: number, random: Random): number {
  return Math.floor(random() * below);
}

/** A fresh random order of 0 .. length - 1 (Fisher-Yates). */
export function shuffled(length: number, random: Random): Int32Array {
  const order = Int32Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = randomBelow(i + 1, random);
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
  return order;
}
