import { reachOf } from '../student.ts';

export type ShareChangesRequest = {
  /** Shape (weeks,) of the whole shop, oldest first; NaN where nothing is known. */
  readonly whole: Float64Array;
  /** The same of each part. */
  readonly parts: readonly Float64Array[];
};

export type ShareChange = {
  /** Of the whole, over all the weeks looked at. */
  readonly share: number;
  /** Of the last eight weeks less that of those before, in points of share; with null limits where there are too few. */
  readonly change: number | null;
  /** All of the intervals hold together in 95 of 100 cases (Bonferroni). */
  readonly low95: number | null;
  readonly high95: number | null;
};

const LOOKED_AT = 52;
const RECENT = 8;
const LEAST_BEFORE = 16;

/**
 * The share of each part in the whole, and whether it is another one lately: Welch's t-test on the weeks' shares.
 *
 * Source: Welch, The generalization of Student's problem, 1947.
 */
export function shareChanges({ whole, parts }: ShareChangesRequest): readonly ShareChange[] {
  const weeks = Array.from(whole.keys())
    .filter((at) => whole[at]! > 0)
    .slice(-LOOKED_AT);
  const all = weeks.reduce((total, at) => total + whole[at]!, 0);
  return parts.map((part) => {
    const share = weeks.reduce((total, at) => total + part[at]!, 0) / all;
    if (weeks.length < RECENT + LEAST_BEFORE) return { share, change: null, low95: null, high95: null };
    const shares = Float64Array.from(weeks, (at) => part[at]! / whole[at]!);
    const [before, recent] = [momentsOf(shares.slice(0, -RECENT)), momentsOf(shares.slice(-RECENT))];
    const change = recent.mean - before.mean;
    const [a, b] = [recent.error, before.error];
    const df = (a + b) ** 2 / (a ** 2 / (recent.n - 1) + b ** 2 / (before.n - 1));
    const reach = a + b > 0 ? reachOf(parts.length, df) * Math.sqrt(a + b) : 0;
    return { share, change, low95: change - reach, high95: change + reach };
  });
}

/** `error`: the squared standard error of the mean. */
function momentsOf(values: Float64Array): { readonly n: number; readonly mean: number; readonly error: number } {
  const n = values.length;
  const mean = values.reduce((total, value) => total + value, 0) / n;
  const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / (n - 1);
  return { n, mean, error: variance / n };
}
