import { minimise } from './minimise.ts';
import { ses } from './ses.ts';

/**
 * The dynamic optimised theta model: theta with its weight on the trend fitted, and a trend that is learned as it goes.
 *
 *     mu[i]    = l[i-1] + (1 - 1/theta) ((1-alpha)^(i-1) A[i-1] + (1 - (1-alpha)^i)/alpha B[i-1])
 *     l[i]     = alpha y[i] + (1-alpha) l[i-1]
 *     mean[i]  = ((i-1) mean[i-1] + y[i]) / i
 *     B[i]     = ((i-2) B[i-1] + 6 (y[i] - mean[i-1]) / i) / (i + 1)
 *     A[i]     = mean[i] - (i+1)/2 B[i]
 *
 * alpha, theta >= 1 and l[0] by least squares of y - mu from the third value on; ahead of the data y is mu.
 *
 * Source: Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler, Models for optimising the theta method, 2016.
 */
export function dynamicTheta(values: Float64Array, horizon: number): Float64Array {
  if (values.length < 5) return ses(values, horizon);
  const read = (at: Float64Array) => ({
    alpha: 0.05 + 0.94 / (1 + Math.exp(-at[0]!)),
    theta: 1 + Math.exp(Math.min(5, at[1]!)),
    level: at[2]!,
  });
  let size = 0;
  for (const value of values) size += Math.abs(value - values[0]!);
  const found = minimise((at) => run(values, read(at), null), {
    start: [0, 0, values[0]!],
    spread: [1, 1, 0.5 * (size / values.length) + 1e-9],
    limit: 90,
  });
  const out = new Float64Array(horizon);
  run(values, read(found), out);
  return out;
}

/** Sum of squared one-step errors; fills `out` with what follows when it is given. */
function run(
  values: Float64Array,
  { alpha, theta, level }: { alpha: number; theta: number; level: number },
  out: Float64Array | null,
): number {
  const weight = 1 - 1 / theta;
  const t = values.length;
  let l = level;
  let mean = 0;
  let A = 0;
  let B = 0;
  let fade = 1;
  let squares = 0;
  for (let i = 1; i <= t + (out?.length ?? 0); i++) {
    const mu = i === 1 ? values[0]! : l + weight * (fade * A + ((1 - fade * (1 - alpha)) / alpha) * B);
    const y = i <= t ? values[i - 1]! : mu;
    if (i > t) out![i - t - 1] = mu;
    else if (i > 2) squares += (y - mu) * (y - mu);
    l = alpha * y + (1 - alpha) * l;
    B = i === 1 ? 0 : ((i - 2) * B + (6 * (y - mean)) / i) / (i + 1);
    mean = ((i - 1) * mean + y) / i;
    A = mean - ((i + 1) / 2) * B;
    fade *= 1 - alpha;
  }
  return Number.isFinite(squares) ? squares : Number.POSITIVE_INFINITY;
}
