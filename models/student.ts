import { chiSquaredTail } from './chi-squared.ts';

/** How far a normal variable lies from its mean in 80, 95 and 99.9 of 100 cases, in standard deviations. */
export const Z80 = 1.281_551_565_544_600_4;
export const Z95 = 1.959_963_984_540_054;
export const Z999 = 3.290_526_731_491_925;

/**
 * Student's t quantile where the normal distribution has the quantile `z`, by the Cornish-Fisher expansion in 1/df; from 3
 * degrees of freedom within 2 % at the usual levels.
 *
 * Source: Abramowitz & Stegun 26.7.5.
 */
export function studentQuantile(z: number, df: number): number {
  const z3 = z ** 3;
  const z5 = z ** 5;
  const z7 = z ** 7;
  return (
    z +
    (z3 + z) / (4 * df) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * df ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * df ** 3)
  );
}

/**
 * How many standard errors to either side an interval reaches, when all of several hold together in 95 of 100 cases.
 *
 * Source: Dunn, Multiple comparisons among means, 1961 (Bonferroni's inequality).
 */
export function reachOf(comparisons: number, df: number): number {
  return studentQuantile(reachOfShare(0.05 / comparisons), df);
}

/** How far a normal variable is from its mean, either way, in so small a share of cases: 1.96 in one of twenty. */
export function reachOfShare(share: number): number {
  let [low, high] = [0, 10];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (chiSquaredTail(middle * middle, 1) > share) low = middle;
    else high = middle;
  }
  return high;
}
