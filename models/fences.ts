/** Quantile of ascending values, linear between order statistics. */
export function quantileOf(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)]!;
  return low + (place % 1) * ((sorted[Math.floor(place) + 1] ?? low) - low);
}

/**
 * Where values are far out: three times the middle half beyond it. Null where half of all are alike, and any other would be.
 *
 * Source: Tukey, Exploratory Data Analysis, 1977: the outer fences.
 */
export function outerFences(sorted: Float64Array): { readonly low: number; readonly high: number } | null {
  const [low, high] = [quantileOf(sorted, 0.25), quantileOf(sorted, 0.75)];
  return high > low ? { low: low - 3 * (high - low), high: high + 3 * (high - low) } : null;
}
