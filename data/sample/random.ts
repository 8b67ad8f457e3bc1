/** Chance with a seed: the same seed gives the same shop on every machine. */
export type Chance = {
  /** Uniform in [0, 1). */
  next(): number;
  between(low: number, high: number): number;
  /** Standard normal. */
  normal(): number;
  poisson(mean: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** An index, each as often as its weight says. `cumulative` is the running sum of the weights. */
  weighted(cumulative: readonly number[]): number;
};

/**
 * Mulberry32: 32 bits of state, one multiplication chain, and good enough for a make-believe shop.
 *
 * Source: Tommy Ettinger, public domain. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    poisson(mean) {
      // Knuth's method: exact, and quick for the few dozen orders a campaign brings on a day.
      const floor = Math.exp(-mean);
      let count = 0;
      for (let product = next(); product > floor; product *= next()) count++;
      return count;
    },
    pick: (items) => items[Math.floor(next() * items.length)]!,
    weighted(cumulative) {
      const at = next() * cumulative.at(-1)!;
      let [low, high] = [0, cumulative.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (cumulative[middle]! > at) high = middle;
        else low = middle + 1;
      }
      return low;
    },
  };
}

/** The running sum that `weighted` wants. */
export function runningSum(weights: readonly number[]): readonly number[] {
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return sum;
  });
}
