import { median } from 'simple-statistics';
import { type Points, pointsOf } from './points.ts';
import type { FeatureRecipe, FeatureScale, SegmentView, Transform } from './types.ts';

/** Above this share of one-time buyers the number of orders says next to nothing and is dropped. */
export const MOST_ONE_TIME = 0.9;
/** Two columns that go together this closely are one, counted twice. */
const SAME_COLUMN = 0.99;

export type Features = {
  readonly points: Points;
  readonly scaling: readonly FeatureScale[];
  readonly dropped: readonly Dropped[];
};

/** A column that is not used, and why: it does not vary, nobody's is known, or it says what another one says. */
export type Dropped = { readonly feature: string; readonly why: 'alike' | 'unknown' | 'one-time' | { same: string } };

/**
 * Customers as points: one coordinate a feature, each by its recipe.
 *
 *     x = (transform(clip(value)) - mean) / sd         standard: sd over n, not n - 1; range: mean = min, sd = max - min
 *
 * Money and orders are spread over decades; without the logarithm a few very large customers become the clusters.
 * What is not known of a customer becomes the median. A column that does not vary is dropped, and so are orders when
 * over 90 % bought once, and a column that goes along with the one its recipe names (correlation above 0.99).
 *
 * @throws {RangeError} on a feature that the view does not have
 */
export function featuresOf(view: SegmentView, recipe: readonly FeatureRecipe[]): Features {
  const columns: Float64Array[] = [];
  const scaling: FeatureScale[] = [];
  const dropped: Dropped[] = [];
  for (const each of recipe) {
    const { feature } = each;
    const values = columnOf(view, feature);
    const scale = scaleOf(values, each);
    if (scale === null) {
      dropped.push({ feature, why: values.every(Number.isNaN) ? 'unknown' : 'alike' });
      continue;
    }
    if (feature === 'frequency' && oneTimeShare(view.orders) > MOST_ONE_TIME) {
      dropped.push({ feature, why: 'one-time' });
      continue;
    }
    const column = scaled(values, scale);
    const twin = columns[scaling.findIndex((other) => other.feature === each.unlessLike)];
    if (twin && Math.abs(correlation(column, twin)) > SAME_COLUMN) {
      dropped.push({ feature, why: { same: each.unlessLike! } });
      continue;
    }
    columns.push(column);
    scaling.push(scale);
  }
  return { points: pointsOf(columns), scaling, dropped };
}

/**
 * A column of the view by the name of its feature, shape (n,).
 *
 * @throws {RangeError} when there is none
 */
export function columnOf(view: Omit<SegmentView, 'id'>, feature: string): Float64Array {
  const own = { recency: view.recencyDays, frequency: view.orders, money: view.revenueMinor }[feature];
  const column = own ?? view.features?.[feature];
  if (column === undefined) throw new RangeError(`There is no feature "${feature}"`);
  return column;
}

/** A column as a coordinate, shape (n,). */
export function scaled(values: Float64Array, scale: FeatureScale): Float64Array {
  const {
    mean,
    sd,
    transform = 'log1p',
    fill = 0,
    low = Number.NEGATIVE_INFINITY,
    high = Number.POSITIVE_INFINITY,
  } = scale;
  const change = transforms[transform];
  return values.map((value) => {
    const known = Number.isNaN(value) ? fill : value;
    return (change(Math.min(high, Math.max(low, known))) - mean) / sd;
  });
}

export function oneTimeShare(orders: Float64Array): number {
  return orders.filter((count) => count === 1).length / orders.length;
}

const transforms: Readonly<Record<Transform, (value: number) => number>> = {
  none: (value) => value,
  log1p: (value) => Math.log1p(Math.max(0, value)),
  log: (value) => Math.log(Math.max(Number.MIN_VALUE, value)),
};

/** Null where nobody's value is known, or all are the same. */
function scaleOf(values: Float64Array, { feature, transform, scaling, clip }: FeatureRecipe): FeatureScale | null {
  // In order of size: a sum depends on its order in the last digit, and the order of rows must change nothing.
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return null;
  const bounds = clip && { low: quantile(sorted, clip[0]), high: quantile(sorted, clip[1]) };
  const fill = quantile(sorted, 0.5);
  const plain = { feature, transform, fill, ...bounds, mean: 0, sd: 1 };
  const known = scaled(sorted, plain);
  const unknown = (values.length - sorted.length) * scaled(Float64Array.of(fill), plain)[0]!;
  const [least, most] = [known[0]!, known.at(-1)!];
  if (scaling === 'range') return most > least ? { ...plain, mean: least, sd: most - least } : null;
  const mean = (known.reduce((sum, value) => sum + value, 0) + unknown) / values.length;
  const middle = (values.length - sorted.length) * (scaled(Float64Array.of(fill), plain)[0]! - mean) ** 2;
  const sd = Math.sqrt((known.reduce((sum, value) => sum + (value - mean) ** 2, 0) + middle) / values.length);
  return sd > 1e-9 ? { ...plain, mean, sd } : null;
}

/** Linear between neighbours (Hyndman & Fan, type 7). `sorted` ascending, not empty. */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  return below + (place - Math.floor(place)) * ((sorted[Math.floor(place) + 1] ?? below) - below);
}

/** Pearson's, of coordinates; 0 where one does not vary. */
function correlation(a: Float64Array, b: Float64Array): number {
  const mean = (of: Float64Array) => of.reduce((sum, value) => sum + value, 0) / of.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, ownA, ownB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    both += (a[i]! - meanA) * (b[i]! - meanB);
    ownA += (a[i]! - meanA) ** 2;
    ownB += (b[i]! - meanB) ** 2;
  }
  return ownA > 0 && ownB > 0 ? both / Math.sqrt(ownA * ownB) : 0;
}

/** Median over those who came again of the mean days between their orders; null where that is not known of anybody. */
export function usualGapOf({ orders, spanDays }: Pick<SegmentView, 'orders' | 'spanDays'>): number | null {
  const gaps = Array.from(spanDays ?? [], (days, i) => days / (orders[i]! - 1)).filter(
    (gap) => gap > 0 && gap < Number.POSITIVE_INFINITY,
  );
  return gaps.length > 0 ? median(gaps) : null;
}
