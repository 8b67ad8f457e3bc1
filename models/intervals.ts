import { Z95 } from './student.ts';

/**
 * The 95 % interval of a share, `of` > 0 trials with `count` successes.
 *
 *     (p + z²/2n ± z sqrt(p(1 - p)/n + z²/4n²)) / (1 + z²/n)
 *
 * It holds for small numbers too and never leaves 0..1.
 *
 * Source: Wilson, Probable inference, the law of succession, and statistical inference, 1927.
 */
export function wilson(count: number, of: number): { readonly low95: number; readonly high95: number } {
  const share = count / of;
  const squared = Z95 * Z95;
  const middle = share + squared / (2 * of);
  const reach = Z95 * Math.sqrt((share * (1 - share)) / of + squared / (4 * of * of));
  const scale = 1 + squared / of;
  return {
    low95: count === 0 ? 0 : (middle - reach) / scale,
    high95: count === of ? 1 : (middle + reach) / scale,
  };
}

/** People and how many of them did it. */
export type Counted = { readonly count: number; readonly of: number };

/**
 * The difference of two shares with its 95 % interval.
 *
 *     d - sqrt((p1 - l1)² + (u0 - p0)²)  to  d + sqrt((u1 - p1)² + (p0 - l0)²)      l, u: Wilson's limits of each
 *
 * Source: Newcombe, Interval estimation for the difference between independent proportions, 1998, method 10.
 */
export function differenceOfShares(
  one: Counted,
  other: Counted,
): { readonly difference: number; readonly low95: number; readonly high95: number } {
  const [p1, p0] = [one.count / one.of, other.count / other.of];
  const [w1, w0] = [wilson(one.count, one.of), wilson(other.count, other.of)];
  const difference = p1 - p0;
  return {
    difference,
    low95: difference - Math.hypot(p1 - w1.low95, w0.high95 - p0),
    high95: difference + Math.hypot(w1.high95 - p1, p0 - w0.low95),
  };
}

/**
 * How much more often the first did it than the other, as a share of the other, with its 95 % interval: 0.35 for 6.9 %
 * against 5.1 %.
 *
 *     p1/p0 exp(± z sqrt(1/c1 - 1/n1 + 1/c0 - 1/n0)) - 1
 *
 * @returns null where one of them never did it: the interval has no ends then
 *
 * Source: Katz et al., Obtaining confidence intervals for the risk ratio in cohort studies, 1978.
 */
export function riseOfShares(
  one: Counted,
  other: Counted,
): { readonly rise: number; readonly low95: number; readonly high95: number } | null {
  if (one.count === 0 || other.count === 0) return null;
  const ratio = one.count / one.of / (other.count / other.of);
  const reach = Math.exp(Z95 * Math.sqrt(1 / one.count - 1 / one.of + 1 / other.count - 1 / other.of));
  return { rise: ratio - 1, low95: ratio / reach - 1, high95: ratio * reach - 1 };
}
