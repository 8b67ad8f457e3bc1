import type { Random } from '../random.ts';

/** Weekly sales keep this share of last week's luck, where the history does not clearly say more. */
const USUAL_CORRELATION = 0.3;
const MOST_CORRELATION = 0.8;
/** One-sided 5 %: below it a larger estimate is taken for chance. */
const CLEARLY = 1.645;

/**
 * How weeks scatter round what was expected of them.
 *
 *     r = sum (z_t - m)(z_t-1 - m) / sum (z_t - m)^2         z: residuals in time order, m their mean
 *
 * A dozen weeks say little of r, so it is 0.3 unless they clearly say more: r - 0.3 > 1.645 / sqrt(n).
 *
 * @param residuals actual / expected - 1, at least 2
 * @returns noise: sample standard deviation; correlation of a week with the one before
 */
export function luckOf(residuals: Float64Array): { readonly noise: number; readonly correlation: number } {
  const count = residuals.length;
  const mean = residuals.reduce((sum, z) => sum + z, 0) / count;
  let square = 0;
  let lagged = 0;
  residuals.forEach((z, t) => {
    square += (z - mean) ** 2;
    if (t > 0) lagged += (z - mean) * (residuals[t - 1]! - mean);
  });
  const r = square > 0 ? lagged / square : 0;
  const isClear = r - USUAL_CORRELATION > CLEARLY / Math.sqrt(count);
  return {
    noise: Math.sqrt(square / (count - 1)),
    correlation: isClear ? Math.min(MOST_CORRELATION, r) : USUAL_CORRELATION,
  };
}

/**
 * Writes an AR(1) series of unit variance: z_t = c z_t-1 + sqrt(1 - c^2) e_t, e normal (Box-Muller), z_0 from the
 * stationary distribution.
 *
 * @param correlation from 0 to below 1
 */
export function unitLuck(into: Float64Array, correlation: number, random: Random): void {
  const fresh = Math.sqrt(1 - correlation ** 2);
  for (let t = 0; t < into.length; t += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    into[t] = radius * Math.cos(angle);
    if (t + 1 < into.length) into[t + 1] = radius * Math.sin(angle);
  }
  for (let t = 1; t < into.length; t++) into[t] = correlation * into[t - 1]! + fresh * into[t]!;
}
