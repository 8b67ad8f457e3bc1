import { type Random, randomBelow, seeded } from '../random.ts';
import { standardisedColumn } from './standardised.ts';
import { SAYS_NOTHING, sweep } from './sweep.ts';

export type DriversRequest = {
  /** Shape (n,): what is to be explained. */
  readonly outcome: Float64Array;
  /** Each of shape (n,), at most fourteen of them; no gaps. */
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
  /** Variance inflation: above 5 it says much the same as the others together; infinite where it is one of them. */
  readonly vif: number;
};

export type Drivers = { readonly r2: number; readonly rows: number; readonly drivers: readonly Driver[] };

const RESAMPLES = 200;
const MOST_DRIVERS = 14;
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
 * @throws {RangeError} with no driver, more than fourteen, or a driver that does not vary
 *
 * Source: Lindeman, Merenda & Gold, 1980; Grömping, Estimators of relative importance, 2007.
 */
export function drivers({ outcome, drivers: given, seed }: DriversRequest): Drivers {
  const p = given.length;
  if (p === 0 || p > MOST_DRIVERS) throw new RangeError(`one to ${MOST_DRIVERS} drivers, not ${p}`);
  const columns = [...given.map(({ values }) => values), outcome];
  const matrix = correlations(columns, Int32Array.from(outcome.keys()));
  const still = given.find((_, at) => Number.isNaN(matrix[at]![p]!));
  if (still) throw new RangeError(`${still.name} does not vary`);
  const shares = sharesOf(matrix);
  const swept = matrix.map((row) => row.slice());
  const isOwn = given.map((_, at) => sweep(swept, at));
  const ranks = resampledRanks(columns, p, seeded(seed));
  const place = ranksOf(shares);
  return {
    r2: shares.reduce((sum, share) => sum + share, 0),
    rows: outcome.length,
    drivers: given
      .map(({ name }, at): Driver => {
        const correlation = matrix[at]![p]!;
        const beta = isOwn[at] ? swept[at]![p]! : 0;
        return {
          name,
          share: shares[at]!,
          rank: place[at]!,
          rankLow: quantile(ranks[at]!, 0.025),
          rankHigh: quantile(ranks[at]!, 0.975),
          beta,
          correlation,
          isTurned: pointsOtherWay(beta, correlation),
          vif: isOwn[at] ? swept[at]![at]! : Number.POSITIVE_INFINITY,
        };
      })
      .sort((a, b) => a.rank - b.rank),
  };
}

/** Whether a driver points one way alone (its correlation) and the other way beside the others. */
export function pointsOtherWay(effect: number, correlation: number): boolean {
  return Math.abs(correlation) >= LEAST_CORRELATION && effect * correlation < 0;
}

/** Pearson's of all pairs of columns over these rows. NaN where a column does not vary. */
function correlations(columns: readonly Float64Array[], rows: Int32Array): Float64Array[] {
  const taken = new Float64Array(rows.length);
  const scaled = columns.map((column) => {
    for (let at = 0; at < rows.length; at++) taken[at] = column[rows[at]!]!;
    return standardisedColumn(taken);
  });
  const matrix = scaled.map(() => new Float64Array(scaled.length));
  scaled.forEach((one, i) => {
    for (let j = 0; j <= i; j++) {
      const other = scaled[j]!;
      let sum = 0;
      for (let row = 0; row < one.length; row++) sum += one[row]! * other[row]!;
      matrix[i]![j] = matrix[j]![i] = sum / one.length;
    }
  });
  return matrix;
}

/** The share of each driver in what all of them explain of the last column. */
function sharesOf(matrix: readonly Float64Array[]): number[] {
  const p = matrix.length - 1;
  const r2 = explainedBySets(matrix);
  const weights = Array.from({ length: p }, (_, size) => 1 / (p * choose(p - 1, size)));
  const shares = new Array<number>(p).fill(0);
  for (let set = 0; set < 1 << p; set++) {
    const weight = weights[sizeOf(set)]!;
    for (let j = 0; j < p; j++) if (!(set & (1 << j))) shares[j]! += weight * (r2[set | (1 << j)]! - r2[set]!);
  }
  return shares;
}

/** How many ways to take some of several. */
function choose(of: number, some: number): number {
  let ways = 1;
  for (let i = 1; i <= some; i++) ways = (ways * (of - some + i)) / i;
  return ways;
}

function sizeOf(set: number): number {
  let size = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) size++;
  return size;
}

/**
 * R² of the last column on every set of the others: shape (2^p,), by the set's bits. Each set is its last member added to
 * the set before, with what those left of all later columns at hand: a few operations a set, not a regression.
 */
function explainedBySets(matrix: readonly Float64Array[]): Float64Array {
  const width = matrix.length;
  const p = width - 1;
  const r2 = new Float64Array(1 << p);
  /** By depth: what the members of the set at hand leave of the columns after them, row by row. */
  const left = matrix.map(() => new Float64Array(width * width));
  matrix.forEach((row, i) => void left[0]!.set(row, i * width));
  const visit = (depth: number, set: number, from: number): void => {
    const here = left[depth]!;
    for (let j = from; j < p; j++) {
      const own = here[j * width + j]!;
      const isNew = own > SAYS_NOTHING;
      const next = set | (1 << j);
      r2[next] = r2[set]! + (isNew ? here[j * width + p]! ** 2 / own : 0);
      if (j + 1 === p) continue;
      const there = left[depth + 1]!;
      for (let row = j + 1; row < p; row++) {
        const factor = isNew ? here[j * width + row]! / own : 0;
        for (let k = row; k < width; k++)
          there[row * width + k] = here[row * width + k]! - factor * here[j * width + k]!;
      }
      visit(depth + 1, next, j + 1);
    }
  };
  visit(0, 0, 0);
  return r2;
}

function resampledRanks(columns: readonly Float64Array[], p: number, random: Random): number[][] {
  const n = columns[0]!.length;
  const ranks: number[][] = Array.from({ length: p }, () => []);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const rows = Int32Array.from({ length: n }, () => randomBelow(n, random));
    const shares = sharesOf(correlations(columns, rows));
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
