/**
 * Whether spend went up when more would have sold anyway: the correlation of a week's spend with demand, of the week
 * before or of the same week, whichever is larger in size.
 *
 * @param spend  shape (n,)
 * @param demand shape (n,), sales that are not the campaign's; NaN where they are not known
 * @returns -1 to 1, and whether so much comes by chance in fewer than 1 of 100 shops that plan without looking
 */
export function followsDemand(
  spend: ArrayLike<number>,
  demand: ArrayLike<number>,
): { readonly correlation: number; readonly isClear: boolean } {
  const same = correlation(spend, demand, 0);
  const later = correlation(spend, demand, 1);
  const larger = Math.abs(later.r) > Math.abs(same.r) ? later : same;
  // Fisher's z of two looks, one-sided: 2.58 standard deviations.
  const z = Math.atanh(Math.min(0.999999, larger.r)) * Math.sqrt(Math.max(0, larger.count - 3));
  return { correlation: larger.r, isClear: larger.count >= LEAST_PAIRS && z > 2.58 && larger.r >= LEAST };
}

const LEAST_PAIRS = 20;
/** Below it hardly a tenth of the one goes with the other. */
const LEAST = 0.3;

function correlation(
  spend: ArrayLike<number>,
  demand: ArrayLike<number>,
  lag: number,
): { readonly r: number; readonly count: number } {
  const pairs: [number, number][] = [];
  for (let t = lag; t < spend.length; t++) {
    const before = demand[t - lag]!;
    if (!Number.isNaN(before)) pairs.push([spend[t]!, before]);
  }
  const count = pairs.length;
  const mean = (of: (pair: [number, number]) => number) => pairs.reduce((sum, pair) => sum + of(pair), 0) / count;
  const x = mean(([one]) => one);
  const y = mean(([, other]) => other);
  const xx = mean(([one]) => (one - x) ** 2);
  const yy = mean(([, other]) => (other - y) ** 2);
  const xy = mean(([one, other]) => (one - x) * (other - y));
  return { r: xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0, count };
}
