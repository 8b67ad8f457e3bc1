import { minimise } from './minimise.ts';
import { meanOfFirst, smooth } from './ses.ts';

type Fit = { readonly squares: number; readonly level: number; readonly slope: number };
type Parameters = { alpha: number; beta: number; phi: number; level: number; slope: number };

/**
 * Exponential smoothing with additive errors: no trend, trend or damped trend, by the corrected Akaike criterion.
 *
 *     e[i]       = y[i] - level[i-1] - phi slope[i-1]
 *     level[i]   = level[i-1] + phi slope[i-1] + alpha e[i]
 *     slope[i]   = phi slope[i-1] + alpha beta e[i]
 *     typical[h] = level[t] + (phi + .. + phi^h) slope[t]
 *     AICc       = t ln(sum e^2 / t) + 2k + 2k(k+1)/(t-k-1)
 *
 * In logs, which makes trends and errors multiplicative. Seasons are taken out before, by date. ETS(A,N,N),
 * (A,A,N) and (A,Ad,N) with phi from 0.8 to 0.98, initial states among what is fitted.
 *
 * Source: Hyndman, Koehler, Ord & Snyder, Forecasting with Exponential Smoothing, 2008, chapters 5 and 7.
 */
export function ets(values: Float64Array, horizon: number): Float64Array {
  const t = values.length;
  const flat = smooth(values);
  const level = meanOfFirst(values, 10);
  const none = { alpha: flat.alpha, beta: 0, phi: 0, level, slope: 0 };
  const candidates = [{ parameters: none, k: 3 }];
  if (t >= 12) {
    candidates.push({ parameters: fitTrend(values, { damped: false }), k: 5 });
    candidates.push({ parameters: fitTrend(values, { damped: true }), k: 6 });
  }
  let best = none;
  let least = Number.POSITIVE_INFINITY;
  for (const { parameters, k } of candidates) {
    const { squares } = run(values, parameters);
    const criterion = t * Math.log(Math.max(squares, 1e-300) / t) + 2 * k + (2 * k * (k + 1)) / Math.max(1, t - k - 1);
    if (criterion < least) {
      least = criterion;
      best = parameters;
    }
  }
  return ahead(values, best, horizon);
}

/** ETS(A,Ad,N) whatever the criterion says: the steadiest single method of the M competitions. */
export function dampedTrend(values: Float64Array, horizon: number): Float64Array {
  if (values.length < 12) return new Float64Array(horizon).fill(smooth(values).level);
  return ahead(values, fitTrend(values, { damped: true }), horizon);
}

function fitTrend(values: Float64Array, { damped }: { damped: boolean }): Parameters {
  const first = Math.min(10, values.length);
  const level = meanOfFirst(values, first);
  const slope = (values[first - 1]! - values[0]!) / (first - 1);
  const spread = deviation(values);
  const read = (at: Float64Array): Parameters => ({
    alpha: within(at[0]!, 0.01, 0.99),
    beta: within(at[1]!, 0.0001, 0.9),
    phi: damped ? within(at[2]!, 0.8, 0.98) : 1,
    level: at[3]!,
    slope: at[4]!,
  });
  const found = minimise((at) => run(values, read(at)).squares, {
    start: [0, -2, 0.5, level, slope / 2],
    spread: [1, 1, 1, 0.5 * spread + 1e-9, 0.1 * spread + 1e-9],
    limit: 160,
  });
  return read(found);
}

/** Maps any number into the interval, smoothly. */
function within(free: number, low: number, high: number): number {
  return low + (high - low) / (1 + Math.exp(-free));
}

function deviation(values: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  return Math.sqrt(Math.max(0, squares / values.length - (sum / values.length) ** 2));
}

function run(values: Float64Array, { alpha, beta, phi, level, slope }: Parameters): Fit {
  let squares = 0;
  let l = level;
  let b = slope;
  const trend = alpha * beta;
  for (let i = 0; i < values.length; i++) {
    const moved = phi * b;
    const error = values[i]! - l - moved;
    squares += error * error;
    l += moved + alpha * error;
    b = moved + trend * error;
  }
  return { squares: Number.isFinite(squares) ? squares : Number.POSITIVE_INFINITY, level: l, slope: b };
}

function ahead(values: Float64Array, parameters: Parameters, horizon: number): Float64Array {
  const { level, slope } = run(values, parameters);
  let factor = 0;
  let sum = 0;
  return Float64Array.from({ length: horizon }, (_, step) => {
    factor = step === 0 ? parameters.phi : factor * parameters.phi;
    sum += factor;
    return level + sum * slope;
  });
}
