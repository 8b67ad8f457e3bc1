/**
 * Simple exponential smoothing: the level follows the series, the forecast stays on it.
 *
 *     level[i]   = level[i-1] + alpha (y[i] - level[i-1])          alpha by least squares of the one-step errors
 *     typical[h] = level[t]                                        h = 1 .. horizon
 *
 * The level begins as the mean of the first ten values.
 *
 * Source: Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 8.1.
 */
export function ses(values: Float64Array, horizon: number): Float64Array {
  return new Float64Array(horizon).fill(smooth(values).level);
}

/** The last level and the alpha that led there; also what theta stands on. */
export function smooth(values: Float64Array): { readonly level: number; readonly alpha: number } {
  const start = meanOfFirst(values, 10);
  const run = (alpha: number) => {
    let level = start;
    let squares = 0;
    for (let i = 0; i < values.length; i++) {
      const error = values[i]! - level;
      squares += error * error;
      level += alpha * error;
    }
    return { level, squares };
  };
  // Golden section: the sum of squares has one low point in practice, and 18 halvings place alpha to 1 in 5000.
  let low = 0.01;
  let high = 0.99;
  const golden = 0.6180339887498949;
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let atLeft = run(left).squares;
  let atRight = run(right).squares;
  for (let i = 0; i < 18; i++) {
    if (atLeft <= atRight) {
      high = right;
      right = left;
      atRight = atLeft;
      left = high - golden * (high - low);
      atLeft = run(left).squares;
    } else {
      low = left;
      left = right;
      atLeft = atRight;
      right = low + golden * (high - low);
      atRight = run(right).squares;
    }
  }
  const alpha = (low + high) / 2;
  return { level: run(alpha).level, alpha };
}

export function meanOfFirst(values: Float64Array, count: number): number {
  const used = Math.min(count, values.length);
  let sum = 0;
  for (let i = 0; i < used; i++) sum += values[i]!;
  return sum / used;
}
