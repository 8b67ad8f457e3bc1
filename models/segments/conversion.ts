import { chiSquaredTail } from '../chi-squared.ts';
import { outerFences, quantileOf } from '../fences.ts';
import { wilson } from '../intervals.ts';
import { Z95 } from '../student.ts';

export type ConversionRequest = {
  /** Shape (n,): what customers are grouped by; NaN where it is not known. */
  readonly values: Float64Array;
  /** Shape (n,): what each of them brought: 1 answered and 0 did not, or any amount; NaN where it is not known. */
  readonly outcome: Float64Array;
  /** Lower bounds of all groups but the first, ascending; null: fifths of the customers. */
  readonly bounds: readonly number[] | null;
};

export type ConversionGroup = {
  /** Lowest and highest value in it. */
  readonly from: number;
  readonly to: number;
  readonly customers: number;
  /** Of the outcome: for 1 and 0, how many answered. */
  readonly sum: number;
  readonly mean: number;
  /** Wilson's for a share; else the mean's by the normal. Null for the mean of one. */
  readonly low95: number | null;
  readonly high95: number | null;
};

export type Conversion = {
  /** The outcome is 1 or 0 throughout: means are shares. */
  readonly isShare: boolean;
  readonly groups: readonly ConversionGroup[];
  /** Of all who are counted. */
  readonly mean: number;
  readonly customers: number;
  /** Left out: value or outcome not known. */
  readonly unknown: number;
  /** Values more than three middle halves outside the middle half: counted, and told. */
  readonly far: { readonly customers: number; readonly least: number; readonly most: number } | null;
  /** How likely means so different come by chance alone. */
  readonly pValue: number | null;
  /** What the means do from the first group to the last. */
  readonly shape: 'flat' | 'rises' | 'falls' | 'step' | 'differs';
  /** For a step: the first group behind it, counted from 0. */
  readonly stepAt: number | null;
  /** Pearson's, of value and outcome, with its 95 % interval (Fisher). */
  readonly correlation: Correlation | null;
  /** Spearman's: the same of their ranks, which a few large values do not bend. */
  readonly rankCorrelation: Correlation | null;
};

export type Correlation = { readonly value: number; readonly low95: number; readonly high95: number };

const SURE = 0.05;

/**
 * What customers bring on average, by groups of a feature, and what kind of relation that is.
 *
 * `flat`: means as different come by chance (score test, p of 0.05; of shares it is Pearson's chi-squared). `step`: one jump
 * between two halves explains more than a straight line through the groups does. `rises`, `falls`: the straight line does.
 * `differs`: neither explains much.
 *
 * Source: Pearson, 1900, of the test; Cochran, 1954, of the line through shares.
 */
export function conversion({ values, outcome, bounds }: ConversionRequest): Conversion {
  const known = Int32Array.from(values.keys()).filter(
    (at) => Number.isFinite(values[at]!) && Number.isFinite(outcome[at]!),
  );
  const xs = Float64Array.from(known, (at) => values[at]!);
  const ys = Float64Array.from(known, (at) => outcome[at]!);
  const sorted = xs.slice().sort();
  const isShare = ys.every((y) => y === 0 || y === 1);
  const groups = groupsOf(xs, ys, { edges: bounds ?? fifths(sorted), isShare });
  const mean = ys.reduce((sum, y) => sum + y, 0) / Math.max(1, ys.length);
  const noise = ys.reduce((sum, y) => sum + (y - mean) ** 2, 0) / Math.max(1, ys.length);
  return {
    isShare,
    groups,
    mean,
    customers: known.length,
    unknown: values.length - known.length,
    far: farOut(sorted),
    ...relationOf(groups, { mean, noise }),
    correlation: correlationOf(xs, ys),
    rankCorrelation: correlationOf(ranks(xs), ranks(ys)),
  };
}

/** Right-closed fifths as pandas cuts them, given as the smallest value above each quantile. */
function fifths(sorted: Float64Array): number[] {
  const above = [0.2, 0.4, 0.6, 0.8].map((share) => {
    const quantile = quantileOf(sorted, share);
    return sorted.find((value) => value > quantile);
  });
  return [...new Set(above.filter((value) => value !== undefined))];
}

function farOut(sorted: Float64Array): Conversion['far'] {
  const fences = outerFences(sorted);
  const far = sorted.filter((value) => fences !== null && (value < fences.low || value > fences.high));
  return far.length > 0 ? { customers: far.length, least: far[0]!, most: far.at(-1)! } : null;
}

type Cutting = { readonly edges: readonly number[]; readonly isShare: boolean };

/** In one pass: the numbers of each group. Empty groups are left out. */
function groupsOf(xs: Float64Array, ys: Float64Array, { edges, isShare }: Cutting): ConversionGroup[] {
  const sums = Array.from({ length: edges.length + 1 }, () => ({
    from: Number.POSITIVE_INFINITY,
    to: Number.NEGATIVE_INFINITY,
    customers: 0,
    sum: 0,
    squares: 0,
  }));
  xs.forEach((x, at) => {
    const group = sums[edges.filter((edge) => x >= edge).length]!;
    group.from = Math.min(group.from, x);
    group.to = Math.max(group.to, x);
    group.customers++;
    group.sum += ys[at]!;
    group.squares += ys[at]! ** 2;
  });
  return sums
    .filter(({ customers }) => customers > 0)
    .map(({ from, to, customers, sum, squares }) => ({
      from,
      to,
      customers,
      sum,
      mean: sum / customers,
      ...(isShare ? wilson(sum, customers) : aroundMean(customers, sum, squares)),
    }));
}

function aroundMean(n: number, sum: number, squares: number): Pick<ConversionGroup, 'low95' | 'high95'> {
  if (n < 2) return { low95: null, high95: null };
  const variance = Math.max(0, squares - sum ** 2 / n) / (n - 1);
  const reach = Z95 * Math.sqrt(variance / n);
  return { low95: sum / n - reach, high95: sum / n + reach };
}

function relationOf(
  groups: readonly ConversionGroup[],
  { mean, noise }: { readonly mean: number; readonly noise: number },
): Pick<Conversion, 'pValue' | 'shape' | 'stepAt'> {
  if (groups.length < 2 || noise === 0) return { pValue: null, shape: 'flat', stepAt: null };
  const spread = (expected: (at: number) => number) =>
    groups.reduce((sum, group, at) => sum + (group.customers * (group.mean - expected(at)) ** 2) / noise, 0);
  const all = spread(() => mean);
  const pValue = chiSquaredTail(all, groups.length - 1);
  if (pValue >= SURE) return { pValue, shape: 'flat', stepAt: null };
  const line = lineThrough(groups);
  const leftOfLine = spread((at) => line.start + line.slope * at);
  const steps = groups.slice(1).map((_, i) => {
    const [before, after] = [groups.slice(0, i + 1), groups.slice(i + 1)].map(pooled) as [number, number];
    return { at: i + 1, left: spread((at) => (at <= i ? before : after)) };
  });
  const step = steps.reduce((best, each) => (each.left < best.left ? each : best));
  if (Math.min(step.left, leftOfLine) > all / 2) return { pValue, shape: 'differs', stepAt: null };
  if (groups.length > 2 && step.left < leftOfLine) return { pValue, shape: 'step', stepAt: step.at };
  return { pValue, shape: line.slope > 0 ? 'rises' : 'falls', stepAt: null };
}

function pooled(groups: readonly ConversionGroup[]): number {
  const sum = (value: (group: ConversionGroup) => number) => groups.reduce((total, each) => total + value(each), 0);
  return sum((group) => group.sum) / sum(({ customers }) => customers);
}

/** Least squares through the means, each weighing as many as it has customers. */
function lineThrough(groups: readonly ConversionGroup[]): { readonly start: number; readonly slope: number } {
  const sum = (value: (group: ConversionGroup, at: number) => number) =>
    groups.reduce((total, group, at) => total + group.customers * value(group, at), 0);
  const n = sum(() => 1);
  const [x, y] = [sum((_, at) => at) / n, sum(({ mean }) => mean) / n];
  const slope = sum(({ mean }, at) => (at - x) * (mean - y)) / sum((_, at) => (at - x) ** 2);
  return { start: y - slope * x, slope };
}

/** From 1; equal values share their middle rank. */
function ranks(values: Float64Array): Float64Array {
  const order = Int32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const ranked = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let at = from; at < to; at++) ranked[order[at]!] = (from + 1 + to) / 2;
    from = to;
  }
  return ranked;
}

function correlationOf(xs: Float64Array, ys: Float64Array): Correlation | null {
  const n = xs.length;
  if (n < 4) return null;
  const mean = (of: Float64Array) => of.reduce((sum, value) => sum + value, 0) / n;
  const [mx, my] = [mean(xs), mean(ys)];
  let [xy, xx, yy] = [0, 0, 0];
  for (let at = 0; at < n; at++) {
    xy += (xs[at]! - mx) * (ys[at]! - my);
    xx += (xs[at]! - mx) ** 2;
    yy += (ys[at]! - my) ** 2;
  }
  if (xx === 0 || yy === 0) return null;
  const value = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  const reach = Z95 / Math.sqrt(n - 3);
  return { value, low95: Math.tanh(Math.atanh(value) - reach), high95: Math.tanh(Math.atanh(value) + reach) };
}
