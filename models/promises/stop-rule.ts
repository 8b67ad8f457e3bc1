import { quantileOf } from '../campaigns/interval.ts';
import { seeded } from '../random.ts';
import { unitLuck } from './luck.ts';

/** Promises that are true may be rolled back this often, over their whole window. */
const FALSE_ALARMS = 0.05;
const HISTORIES = 20_000;

/** Where a watch stops. All in standard deviations of a week, as estimated from the history. */
export type StopRule = {
  /** Crossed by a true promise in 5 % of windows. */
  readonly bound: number;
  /** Half the 80 % interval of the mean week against the baseline, after 1, 2, … weeks. */
  readonly halfWidths: readonly number[];
  /** How often the bound is crossed when every week truly falls short by this many standard deviations. */
  caught(shortfall: number): number;
};

/**
 * A cumulative stop rule, calibrated by simulation.
 *
 *     S_t = sum over u <= t of (promise - gain_u)         stop at the first t <= weeks with S_t > bound
 *
 * One bound for all weeks. It is the 95 % quantile of max S_t over 20,000 seeded histories in which the promise is true:
 * AR(1) luck before and after the shift, baseline and noise estimated from the weeks before as the shop's are, so that
 * their error counts. Looking each week at a one-week bound instead rolls back 24 % of true promises in six weeks.
 *
 * Assumes that a week's luck is normal and scatters after the shift as it did before.
 *
 * @param weeks         length of the watch, from 1
 * @param baselineWeeks that the baseline and the noise are estimated from, from 2; Infinity = both are known
 * @param correlation   of a week with the one before, 0 to below 1
 *
 * Cost: some 50 ms. Source: own; the figures of product.md, section 2, item 4, are its test.
 */
export function stopRule({
  weeks,
  baselineWeeks,
  correlation,
  seed,
}: {
  readonly weeks: number;
  readonly baselineWeeks: number;
  readonly correlation: number;
  readonly seed: number;
}): StopRule {
  const random = seeded(seed);
  const before = Number.isFinite(baselineWeeks) ? baselineWeeks : 0;
  const history = new Float64Array(before + weeks);
  /** Of one history each: S_t at a true promise, and what the noise was taken for. */
  const sums = new Float64Array(HISTORIES * weeks);
  const noise = new Float64Array(HISTORIES).fill(1);
  for (let h = 0; h < HISTORIES; h++) {
    unitLuck(history, correlation, random);
    const past = history.subarray(0, before);
    const level = before > 0 ? past.reduce((sum, z) => sum + z, 0) / before : 0;
    if (before > 0) noise[h] = Math.sqrt(past.reduce((sum, z) => sum + (z - level) ** 2, 0) / (before - 1));
    let sum = 0;
    for (let t = 0; t < weeks; t++) {
      sum += level - history[before + t]!;
      sums[h * weeks + t] = sum;
    }
  }
  const worst = Float64Array.from(noise, (sd, h) => {
    let most = Number.NEGATIVE_INFINITY;
    for (let t = 0; t < weeks; t++) most = Math.max(most, sums[h * weeks + t]! / sd);
    return most;
  });
  const bound = quantileOf(Array.from(worst.sort()), 1 - FALSE_ALARMS);
  /** The weekly shortfall that would have crossed the bound, of one history each: at the week where the least does. */
  const enough = Float64Array.from(noise, (sd, h) => {
    let least = Number.POSITIVE_INFINITY;
    for (let t = 0; t < weeks; t++) least = Math.min(least, (bound * sd - sums[h * weeks + t]!) / (t + 1));
    return least;
  }).sort();
  return {
    bound,
    halfWidths: Array.from({ length: weeks }, (_, t) => {
      const sizes = Float64Array.from(noise, (sd, h) => Math.abs(sums[h * weeks + t]!) / (t + 1) / sd);
      return quantileOf(Array.from(sizes.sort()), 0.8);
    }),
    caught: (shortfall) => below(enough, shortfall) / HISTORIES,
  };
}

/** How many of the values, ascending, are below one. */
function below(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
