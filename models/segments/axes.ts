import { median } from 'simple-statistics';
import { columnOf, scaled } from './features.ts';
import type { FeatureScale, SegmentView } from './types.ts';
import { type AxisWords, vocabulary } from './vocabulary.ts';

/** Where groups lie on one thing that can be said of them. Entries by group. */
export type Axis = AxisWords & {
  /** Means, transformed, in standard deviations of all customers from their mean. */
  readonly centres: readonly number[];
  /** As `centres`, from the mean of everybody else. */
  readonly fromRest: readonly number[];
  /** In the units of the column. */
  readonly medians: readonly number[];
  /** Part of the customers' differences that lies between the groups (eta squared), 0 to 1. */
  readonly effect: number;
};

/** Every name speaks of these, whatever the groups were found by: what to do next depends on them. */
const ALWAYS = ['recency', 'money'];

/**
 * The axes that there are words for, of what the groups were found by, transformed as it was for finding them.
 *
 *     eta squared = sum over groups of n_j (mean_j - mean)^2 / sum over customers of (x - mean)^2
 *
 * @param labels shape (n,), 0 .. k - 1
 *
 * Source: Fisher, Statistical Methods for Research Workers, 1925.
 */
export function axesOf(view: SegmentView, labels: Int32Array, k: number, found: readonly FeatureScale[]): Axis[] {
  return vocabulary.flatMap((words) => {
    const { feature, transform } = words;
    const scale = found.find((each) => each.feature === feature);
    if (scale === undefined && !ALWAYS.includes(feature)) return [];
    const raw = columnOf(view, feature);
    const values = scaled(raw, { ...(scale ?? { feature, transform }), mean: 0, sd: 1 });
    return [axisOf(words, { raw, values }, labels, k)];
  });
}

/** @param column as it is told, and as it is compared */
function axisOf(
  words: AxisWords,
  { raw, values }: { readonly raw: Float64Array; readonly values: Float64Array },
  labels: Int32Array,
  k: number,
): Axis {
  const count = new Array<number>(k).fill(0);
  const sum = new Array<number>(k).fill(0);
  let squares = 0;
  const mean = values.reduce((all, value) => all + value, 0) / values.length;
  const members: number[][] = Array.from({ length: k }, () => []);
  values.forEach((value, i) => {
    const group = labels[i]!;
    count[group]!++;
    sum[group]! += value - mean;
    squares += (value - mean) ** 2;
    if (!Number.isNaN(raw[i]!)) members[group]!.push(raw[i]!);
  });
  const sd = Math.sqrt(squares / values.length) || 1;
  const total = sum.reduce((all, each) => all + each, 0);
  const between = sum.reduce((all, each, j) => all + (count[j]! > 0 ? each ** 2 / count[j]! : 0), 0);
  return {
    ...words,
    centres: sum.map((each, j) => each / Math.max(1, count[j]!) / sd),
    fromRest: sum.map((each, j) => {
      const rest = values.length - count[j]!;
      return rest === 0 ? 0 : (each / Math.max(1, count[j]!) - (total - each) / rest) / sd;
    }),
    medians: members.map((of) => (of.length === 0 ? 0 : median(of))),
    effect: squares > 0 ? between / squares : 0,
  };
}
