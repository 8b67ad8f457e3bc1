import { chiSquaredTail } from '../chi-squared.ts';
import { wilson } from '../intervals.ts';

export type ConversionRequest = {
  /** Shape (n,): what customers are grouped by; NaN where it is not known. */
  readonly values: Float64Array;
  /** Shape (n,): 1 answered, 0 did not; NaN where it is not known. */
  readonly answered: Float64Array;
  /** Lower bounds of all groups but the first, ascending; null: fifths of the customers. */
  readonly bounds: readonly number[] | null;
};

export type ConversionGroup = {
  /** Lowest and highest value in it. */
  readonly from: number;
  readonly to: number;
  readonly customers: number;
  readonly answered: number;
  readonly share: number;
  readonly low95: number;
  readonly high95: number;
};

export type Conversion = {
  readonly groups: readonly ConversionGroup[];
  /** Of all who are counted. */
  readonly share: number;
  readonly customers: number;
  /** Left out: value or answer not known. */
  readonly unknown: number;
  /** How likely shares so different come by chance alone. */
  readonly pValue: number | null;
  /** What the shares do from the first group to the last. */
  readonly shape: 'flat' | 'rises' | 'falls' | 'step' | 'differs';
  /** For a step: the first group behind it, counted from 0. */
  readonly stepAt: number | null;
  /** Pearson's, of value and answer, with its 95 % interval (Fisher). */
  readonly correlation: { readonly value: number; readonly low95: number; readonly high95: number } | null;
};

const SURE = 0.05;
/** The normal's 97.5 % point. */
const Z95 = 1.959_963_984_540_054;

/**
 * The share of customers who answered, by groups of a feature, and what kind of relation that is.
 *
 * `flat`: shares as different come by chance (chi-squared, p of 0.05). `step`: one jump between two halves explains more
 * than a straight line through the groups does. `rises`, `falls`: the straight line does. `differs`: neither explains much.
 *
 * Source: Pearson, 1900, of the test; Cochran, 1954, of the line through shares.
 */
export function conversion({ values, answered, bounds }: ConversionRequest): Conversion {
  const known = Array.from(values.keys()).filter(
    (at) => Number.isFinite(values[at]!) && Number.isFinite(answered[at]!),
  );
  const edges = bounds ?? fifths(Float64Array.from(known, (at) => values[at]!));
  const of = known.map((at) => edges.filter((edge) => values[at]! >= edge).length);
  const groups = Array.from({ length: edges.length + 1 }, (_, group) =>
    groupOf(
      known.filter((_, i) => of[i] === group),
      values,
      answered,
    ),
  ).filter((group) => group !== null);
  const yes = known.reduce((sum, at) => sum + answered[at]!, 0);
  const share = yes / Math.max(1, known.length);
  const { pValue, shape, stepAt } = relationOf(groups, share);
  return {
    groups,
    share,
    customers: known.length,
    unknown: values.length - known.length,
    pValue,
    shape,
    stepAt,
    correlation: correlationOf(
      known.map((at) => values[at]!),
      known.map((at) => answered[at]!),
    ),
  };
}

/** Right-closed fifths as pandas cuts them, given as the smallest value above each quantile. */
function fifths(values: Float64Array): number[] {
  const sorted = values.slice().sort();
  const above = [0.2, 0.4, 0.6, 0.8].map((share) => {
    const place = share * (sorted.length - 1);
    const low = sorted[Math.floor(place)]!;
    const quantile = low + (place % 1) * ((sorted[Math.floor(place) + 1] ?? low) - low);
    return sorted.find((value) => value > quantile);
  });
  return [...new Set(above.filter((value) => value !== undefined))];
}

function groupOf(rows: readonly number[], values: Float64Array, answered: Float64Array): ConversionGroup | null {
  if (rows.length === 0) return null;
  const count = rows.reduce((sum, at) => sum + answered[at]!, 0);
  return {
    from: rows.reduce((least, at) => Math.min(least, values[at]!), Number.POSITIVE_INFINITY),
    to: rows.reduce((most, at) => Math.max(most, values[at]!), Number.NEGATIVE_INFINITY),
    customers: rows.length,
    answered: count,
    share: count / rows.length,
    ...wilson(count, rows.length),
  };
}

function relationOf(
  groups: readonly ConversionGroup[],
  share: number,
): Pick<Conversion, 'pValue' | 'shape' | 'stepAt'> {
  if (groups.length < 2 || share <= 0 || share >= 1) return { pValue: null, shape: 'flat', stepAt: null };
  const noise = share * (1 - share);
  const spread = (expected: (at: number) => number) =>
    groups.reduce((sum, group, at) => sum + (group.customers * (group.share - expected(at)) ** 2) / noise, 0);
  const all = spread(() => share);
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
  return sum(({ answered }) => answered) / sum(({ customers }) => customers);
}

/** Least squares through the shares, each weighing as many as it has customers. */
function lineThrough(groups: readonly ConversionGroup[]): { readonly start: number; readonly slope: number } {
  const sum = (value: (group: ConversionGroup, at: number) => number) =>
    groups.reduce((total, group, at) => total + group.customers * value(group, at), 0);
  const n = sum(() => 1);
  const [x, y] = [sum((_, at) => at) / n, sum(({ share }) => share) / n];
  const slope = sum(({ share }, at) => (at - x) * (share - y)) / sum((_, at) => (at - x) ** 2);
  return { start: y - slope * x, slope };
}

function correlationOf(xs: readonly number[], ys: readonly number[]): Conversion['correlation'] {
  const n = xs.length;
  if (n < 4) return null;
  const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / n;
  const [mx, my] = [mean(xs), mean(ys)];
  let [xy, xx, yy] = [0, 0, 0];
  xs.forEach((x, at) => {
    xy += (x - mx) * (ys[at]! - my);
    xx += (x - mx) ** 2;
    yy += (ys[at]! - my) ** 2;
  });
  if (xx === 0 || yy === 0) return null;
  const value = xy / Math.sqrt(xx * yy);
  const reach = Z95 / Math.sqrt(n - 3);
  return { value, low95: Math.tanh(Math.atanh(value) - reach), high95: Math.tanh(Math.atanh(value) + reach) };
}
