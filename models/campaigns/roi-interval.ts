import { Z80 } from '../student.ts';

/** What is known of the orders behind a sum. */
export type OrderSums = {
  /** Sum of the orders' values, and of their squares; the largest one. Minor units. */
  readonly sum: number;
  readonly squares: number;
  readonly largest: number;
};

export type Interval = { readonly low80: number; readonly high80: number };

/**
 * The 80 % interval of sales that came as single orders: how far chance alone could have moved them.
 *
 *     low  = v / 2y              * chi2(0.1; 2 y^2 / v)
 *     high = (v + w^2) / 2(y + w) * chi2(0.9; 2 (y + w)^2 / (v + w^2))      y sum, v its variance, w the largest order
 *
 * Orders are a Poisson count and each is worth what it is worth, so v is the sum of squares; where days differ by more
 * than that (`variance`), the larger one holds. Exact for equal orders, and it never goes below zero.
 *
 * @param variance of the sum, as days or weeks show it; null where there are too few
 * @returns null without orders, or where returns outweigh them
 *
 * Source: Fay & Feuer, Confidence intervals for directly standardized rates: a method based on the gamma distribution, 1997.
 */
export function salesInterval({ sum, squares, largest }: OrderSums, variance: number | null = null): Interval | null {
  const v = Math.max(squares, variance ?? 0);
  if (!(sum > 0 && v > 0)) return null;
  const high = sum + largest;
  const spread = v + largest ** 2;
  return {
    low80: (v / (2 * sum)) * chiSquared(-Z80, (2 * sum ** 2) / v),
    high80: (spread / (2 * high)) * chiSquared(Z80, (2 * high ** 2) / spread),
  };
}

/**
 * The chi-squared quantile at the normal quantile `z`; freedom may be a fraction.
 *
 * Source: Wilson & Hilferty, The distribution of chi-square, 1931.
 */
function chiSquared(z: number, freedom: number): number {
  const part = 2 / (9 * freedom);
  return freedom * Math.max(0, 1 - part + z * Math.sqrt(part)) ** 3;
}

/** Fewer stretches than this do not tell how much they differ. */
const LEAST_BLOCKS = 8;

/**
 * How much sales would differ from one such period to another of the same cost, as its own stretches of days differ
 * from their common return:
 *
 *     v = B / (B - 1) * sum over blocks of (sales - R cost)^2,      R = sum sales / sum cost
 *
 * @param blocks stretches of equal length, a week say, so that weekdays cancel; minor units
 * @returns null for fewer than 8
 *
 * Source: Cochran, Sampling Techniques, 1977, 6.4 (the ratio estimator).
 */
export function blockVariance(blocks: readonly { readonly sales: number; readonly cost: number }[]): number | null {
  const count = blocks.length;
  const cost = blocks.reduce((sum, block) => sum + block.cost, 0);
  if (count < LEAST_BLOCKS || cost <= 0) return null;
  const ratio = blocks.reduce((sum, block) => sum + block.sales, 0) / cost;
  const squares = blocks.reduce((sum, block) => sum + (block.sales - ratio * block.cost) ** 2, 0);
  return (count / (count - 1)) * squares;
}
