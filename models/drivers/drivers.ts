import { type Random, randomBelow, seeded } from '../random.ts';

export type DriversRequest = {
  /** Shape (n,): what is to be explained. */
  readonly outcome: Float64Array;
  /** Each of shape (n,), at most ten of them; no gaps. */
  readonly drivers: readonly { readonly name: string; readonly values: Float64Array }[];
  readonly seed: number;
};

export type Driver = {
  readonly name: string;
  /** Its part of R²: the parts add up to it. */
  readonly share: number;
  /** Place by share, 1 the largest, and where it falls in 95 of 100 resamples. */
  readonly rank: number;
  readonly rankLow: number;
  readonly rankHigh: number;
  /** Standard deviations of the outcome to one of the driver, the others held. */
  readonly beta: number;
  /** Pearson's with the outcome, the others not held. */
  readonly correlation: number;
  /** The two above point in opposite ways: the driver speaks for another. */
  readonly isTurned: boolean;
  /** Variance inflation: above 5 it says much the same as the others together. */
  readonly vif: number;
};

export type Drivers = { readonly r2: number; readonly rows: number; readonly drivers: readonly Driver[] };

const RESAMPLES = 200;
/** A correlation nearer to nothing than this points nowhere. */
const LEAST_CORRELATION = 0.05;

/**
 * What an outcome goes with, by linear regression: R² shared out over the drivers by Shapley's rule, which takes the mean
 * of what a driver adds over all orders in which they could come in (LMG). Nothing here is a cause.
 *
 *     share(j) = sum over sets S without j of |S|! (p - 1 - |S|)! / p! (R²(S and j) - R²(S))
 *
 * Ranks are told with the interval of 200 resamples of the rows.
 *
 * @throws {RangeError} with no driver, more than ten, or a driver that does not vary
 *
 * Source: Lindeman, Merenda & Gold, 1980; Grömping, Estimators of relative importance, 2007.
 */
export function drivers({ outcome, drivers: given, seed }: DriversRequest): Drivers {
  const p = given.length;
  if (p === 0 || p > 10) throw new RangeError(`one to ten drivers, not ${p}`);
  const columns = [...given.map(({ values }) => values), outcome];
  const all = Int32Array.from(outcome.keys());
  const matrix = correlations(columns, all);
  const still = given.find((_, at) => Number.isNaN(matrix[at]![p]!));
  if (still) throw new RangeError(`${still.name} does not vary`);
  const shares = sharesOf(matrix, p);
  const betas = solve(matrix, [...Array(p).keys()], p)!;
  const ranks = resampledRanks(columns, p, seeded(seed));
  const place = ranksOf(shares);
  return {
    r2: shares.reduce((sum, share) => sum + share, 0),
    rows: outcome.length,
    drivers: given
      .map(({ name }, at): Driver => {
        const others = [...Array(p).keys()].filter((each) => each !== at);
        return {
          name,
          share: shares[at]!,
          rank: place[at]!,
          rankLow: quantile(ranks[at]!, 0.025),
          rankHigh: quantile(ranks[at]!, 0.975),
          beta: betas[at]!,
          correlation: matrix[at]![p]!,
          isTurned:
            Math.abs(matrix[at]![p]!) >= LEAST_CORRELATION && Math.sign(betas[at]!) !== Math.sign(matrix[at]![p]!),
          vif: 1 / (1 - explained(matrix, others, at)),
        };
      })
      .sort((a, b) => a.rank - b.rank),
  };
}

/** Pearson's of all pairs of columns over these rows. NaN where a column does not vary. */
function correlations(columns: readonly Float64Array[], rows: Int32Array): number[][] {
  const n = rows.length;
  const scaled = columns.map((column) => {
    const mean = rows.reduce((sum, row) => sum + column[row]!, 0) / n;
    const away = Float64Array.from(rows, (row) => column[row]! - mean);
    const length = Math.sqrt(away.reduce((sum, value) => sum + value * value, 0));
    return length < 1e-9 * Math.max(1, Math.abs(mean)) ? away.fill(Number.NaN) : away.map((value) => value / length);
  });
  return scaled.map((one) => scaled.map((other) => one.reduce((sum, value, row) => sum + value * other[row]!, 0)));
}

function sharesOf(matrix: readonly (readonly number[])[], p: number): number[] {
  const r2 = Array.from({ length: 1 << p }, (_, set) => explained(matrix, membersOf(set, p), p));
  const factorial = [1];
  for (let i = 1; i <= p; i++) factorial.push(factorial[i - 1]! * i);
  return Array.from({ length: p }, (_, j) => {
    let share = 0;
    for (let set = 0; set < 1 << p; set++) {
      if (set & (1 << j)) continue;
      const size = membersOf(set, p).length;
      const weight = (factorial[size]! * factorial[p - 1 - size]!) / factorial[p]!;
      share += weight * (r2[set | (1 << j)]! - r2[set]!);
    }
    return share;
  });
}

function membersOf(set: number, p: number): number[] {
  return [...Array(p).keys()].filter((j) => set & (1 << j));
}

/** R² of one column on some others. */
function explained(matrix: readonly (readonly number[])[], on: readonly number[], of: number): number {
  const betas = solve(matrix, on, of);
  return betas ? on.reduce((sum, column, at) => sum + betas[at]! * matrix[column]![of]!, 0) : 1;
}

/** Standardised coefficients by Cholesky's rule; null where the columns say the same. */
function solve(matrix: readonly (readonly number[])[], on: readonly number[], of: number): number[] | null {
  const k = on.length;
  const lower = Array.from({ length: k }, () => new Float64Array(k));
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[on[i]!]![on[j]!]!;
      for (let m = 0; m < j; m++) sum -= lower[i]![m]! * lower[j]![m]!;
      if (i === j) {
        if (sum < 1e-12) return null;
        lower[i]![i] = Math.sqrt(sum);
      } else lower[i]![j] = sum / lower[j]![j]!;
    }
  }
  const half = new Array<number>(k).fill(0);
  for (let i = 0; i < k; i++) {
    let sum = matrix[on[i]!]![of]!;
    for (let m = 0; m < i; m++) sum -= lower[i]![m]! * half[m]!;
    half[i] = sum / lower[i]![i]!;
  }
  const betas = new Array<number>(k).fill(0);
  for (let i = k - 1; i >= 0; i--) {
    let sum = half[i]!;
    for (let m = i + 1; m < k; m++) sum -= lower[m]![i]! * betas[m]!;
    betas[i] = sum / lower[i]![i]!;
  }
  return betas;
}

function resampledRanks(columns: readonly Float64Array[], p: number, random: Random): number[][] {
  const n = columns[0]!.length;
  const ranks: number[][] = Array.from({ length: p }, () => []);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const rows = Int32Array.from({ length: n }, () => randomBelow(n, random));
    const shares = sharesOf(correlations(columns, rows), p);
    ranksOf(shares).forEach((rank, at) => void ranks[at]!.push(rank));
  }
  return ranks;
}

function ranksOf(shares: readonly number[]): number[] {
  return shares.map((share) => 1 + shares.filter((other) => other > share).length);
}

function quantile(values: number[], share: number): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))]!;
}
