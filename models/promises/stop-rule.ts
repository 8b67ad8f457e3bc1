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
  /**
   * How often the bound is crossed when every week truly falls short by this many standard deviations (as they were
   * taken for: the true one is not known either), and scatters
   * `spread` times as much as before: sales that fall by a tenth scatter by a tenth less.
   */
  caught(shortfall: number, spread?: number): number;
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
  /** Of one history each: the luck of its weeks after the shift, added up; and what level and noise were taken for. */
  const sums = new Float64Array(HISTORIES * weeks);
  const level = new Float64Array(HISTORIES);
  const noise = new Float64Array(HISTORIES).fill(1);
  for (let h = 0; h < HISTORIES; h++) {
    unitLuck(history, correlation, random);
    const past = history.subarray(0, before);
    if (before > 0) {
      const mean = past.reduce((sum, z) => sum + z, 0) / before;
      level[h] = mean;
      noise[h] = Math.sqrt(past.reduce((sum, z) => sum + (z - mean) ** 2, 0) / (before - 1));
    }
    let sum = 0;
    for (let t = 0; t < weeks; t++) {
      sum += history[before + t]!;
      sums[h * weeks + t] = sum;
    }
  }
  /** S_t of a true promise, in standard deviations as they were taken for. */
  const short = (h: number, t: number, spread = 1) => ((t + 1) * level[h]! - spread * sums[h * weeks + t]!) / noise[h]!;
  const eachHistory = (of: (h: number) => number) => Float64Array.from(noise, (_, h) => of(h)).sort();

  const worst = eachHistory((h) => {
    let most = Number.NEGATIVE_INFINITY;
    for (let t = 0; t < weeks; t++) most = Math.max(most, short(h, t));
    return most;
  });
  const bound = quantileOf(Array.from(worst), 1 - FALSE_ALARMS);
  /** By spread, the weekly shortfall that would have crossed the bound, of one history each. */
  const enough = new Map<number, Float64Array>();
  return {
    bound,
    halfWidths: Array.from({ length: weeks }, (_, t) => {
      const sizes = eachHistory((h) => Math.abs(short(h, t)) / (t + 1));
      return quantileOf(Array.from(sizes), 0.8);
    }),
    caught(shortfall, spread = 1) {
      const known =
        enough.get(spread) ??
        eachHistory((h) => {
          let least = Number.POSITIVE_INFINITY;
          for (let t = 0; t < weeks; t++) least = Math.min(least, (bound - short(h, t, spread)) / (t + 1));
          return least;
        });
      enough.set(spread, known);
      return below(known, shortfall) / HISTORIES;
    },
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
