/** Two-sided 95 % of the normal distribution. */
const Z95 = 1.959_963_984_540_054;

/**
 * The 95 % interval of a share, `of` > 0 trials with `count` successes.
 *
 *     (p + z²/2n ± z sqrt(p(1 - p)/n + z²/4n²)) / (1 + z²/n)
 *
 * It holds for small numbers too and never leaves 0..1.
 *
 * Source: Wilson, Probable inference, the law of succession, and statistical inference, 1927.
 */
export function wilson(count: number, of: number): { readonly low95: number; readonly high95: number } {
  const share = count / of;
  const squared = Z95 * Z95;
  const middle = share + squared / (2 * of);
  const reach = Z95 * Math.sqrt((share * (1 - share)) / of + squared / (4 * of * of));
  const scale = 1 + squared / of;
  return {
    low95: count === 0 ? 0 : (middle - reach) / scale,
    high95: count === of ? 1 : (middle + reach) / scale,
  };
}
