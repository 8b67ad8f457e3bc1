import type { LevelMethod } from './level-method.ts';

/**
 * Autoregression: the next value leans on the last few, and falls back to the mean.
 *
 *     x[i]       = y[i] - mean(y)                   `differenced`: of the steps y[i] - y[i-1], without a mean
 *     x[i]       = f1 x[i-1] + .. + fp x[i-p] + e    Burg's coefficients: always stationary
 *     p          = argmin t ln(s2[p]) + 2 (p + 1), 0 <= p <= most
 *
 * The mean is that of the last `memory` values, so that a level of years ago does not call the series home.
 *
 * Source: Burg, Maximum entropy spectral analysis, 1967; Brockwell & Davis, section 5.1.
 */
export function ar({ most, memory, differenced }: { most: number; memory: number; differenced: boolean }): LevelMethod {
  return (all, horizon) => {
    const values = all.subarray(-memory);
    const x = differenced
      ? Float64Array.from({ length: values.length - 1 }, (_, i) => values[i + 1]! - values[i]!)
      : centred(values);
    const phi = burg(x, Math.min(most, Math.floor(x.length / 4)));
    const run = new Float64Array(x.length + horizon);
    run.set(x);
    const out = new Float64Array(horizon);
    const base = differenced ? 0 : values[0]! - x[0]!;
    let level = values.at(-1)!;
    for (let h = 0; h < horizon; h++) {
      let next = 0;
      for (let j = 0; j < phi.length; j++) next += phi[j]! * run[x.length + h - 1 - j]!;
      run[x.length + h] = next;
      level += next;
      out[h] = differenced ? level : base + next;
    }
    return out;
  };
}

function centred(values: Float64Array): Float64Array {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  return values.map((value) => value - mean);
}

/** Coefficients of the order the Akaike criterion likes best. */
function burg(x: Float64Array, most: number): Float64Array {
  const t = x.length;
  let power = 0;
  for (const value of x) power += value * value;
  power /= t;
  let best: Float64Array = new Float64Array(0);
  if (!(power > 0)) return best;
  let least = t * Math.log(power) + 2;
  const forward = Float64Array.from(x);
  const backward = Float64Array.from(x);
  let phi: Float64Array = new Float64Array(0);
  for (let p = 1; p <= most; p++) {
    let top = 0;
    let bottom = 0;
    for (let i = p; i < t; i++) {
      top += forward[i]! * backward[i - 1]!;
      bottom += forward[i]! ** 2 + backward[i - 1]! ** 2;
    }
    if (!(bottom > 0)) break;
    const k = (2 * top) / bottom;
    const next = new Float64Array(p);
    for (let j = 0; j < p - 1; j++) next[j] = phi[j]! - k * phi[p - 2 - j]!;
    next[p - 1] = k;
    phi = next;
    for (let i = t - 1; i >= p; i--) {
      const f = forward[i]!;
      const b = backward[i - 1]!;
      forward[i] = f - k * b;
      backward[i] = b - k * f;
    }
    power *= 1 - k * k;
    const criterion = t * Math.log(Math.max(power, 1e-300)) + 2 * (p + 1);
    if (criterion < least) {
      least = criterion;
      best = phi;
    }
  }
  return best;
}
