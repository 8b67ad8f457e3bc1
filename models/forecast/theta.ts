import { smooth } from './ses.ts';

/**
 * The theta method: half of the long trend on top of exponential smoothing.
 *
 *     b          = slope of the least-squares line through y
 *     typical[h] = level[t] + b/2 (h - 1 + (1 - (1-alpha)^t) / alpha)
 *
 * Winner of the M3 competition, and equal to SES with drift b/2.
 *
 * Source: Assimakopoulos & Nikolopoulos, 2000; Hyndman & Billah, Unmasking the Theta method, 2003.
 */
export function theta(values: Float64Array, horizon: number): Float64Array {
  const t = values.length;
  const { level, alpha } = smooth(values);
  const drift = slopeOf(values) / 2;
  const offset = (1 - (1 - alpha) ** t) / alpha;
  return Float64Array.from({ length: horizon }, (_, step) => level + drift * (step + offset));
}

function slopeOf(values: Float64Array): number {
  const t = values.length;
  const middle = (t - 1) / 2;
  let top = 0;
  for (let i = 0; i < t; i++) top += (i - middle) * values[i]!;
  return t < 2 ? 0 : top / ((t * (t * t - 1)) / 12);
}
