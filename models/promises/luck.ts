import type { Random } from '../random.ts';

/** Weekly sales keep at least this share of last week's luck, whatever a short history seems to say. */
const LEAST_CORRELATION = 0.3;
const MOST_CORRELATION = 0.8;

/**
 * How weeks scatter round what was expected of them.
 *
 *     r = sum (z_t - m)(z_t-1 - m) / sum (z_t - m)^2         z: residuals in time order, m their mean
 *
 * A dozen weeks say little of r, and too little of it in the mean: it is taken from 0.3 to 0.8.
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
  return {
    noise: Math.sqrt(square / (count - 1)),
    correlation: Math.min(MOST_CORRELATION, Math.max(LEAST_CORRELATION, r)),
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
