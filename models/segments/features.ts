import { type Points, pointsOf } from './points.ts';
import type { Feature, FeatureScale, SegmentsRequest } from './types.ts';

/** Above this share of one-time buyers the number of orders says next to nothing and is dropped. */
export const MOST_ONE_TIME = 0.9;

export type Features = {
  readonly points: Points;
  readonly scaling: readonly FeatureScale[];
  readonly dropped: readonly Feature[];
};

/**
 * What is clustered: log1p of recency, orders and revenue, each less its mean over its standard deviation.
 *
 *     x = (log1p(max(0, value)) - mean) / sd                sd over n, not n - 1
 *
 * Money and orders are spread over decades; without the logarithm a few very large customers become the clusters.
 * A column that does not vary is dropped, and so are orders when over 90 % bought once. Revenue counts in minor
 * units; the difference to major ones is in the third digit of the inertia.
 */
export function featuresOf({ recencyDays, orders, revenueMinor }: SegmentsRequest['view']): Features {
  const candidates: readonly (readonly [Feature, Float64Array])[] = [
    ['recency', recencyDays],
    ['frequency', orders],
    ['money', revenueMinor],
  ];
  const columns: Float64Array[] = [];
  const scaling: FeatureScale[] = [];
  const dropped: Feature[] = [];
  for (const [feature, values] of candidates) {
    const logs = values.map((value) => Math.log1p(Math.max(0, value)));
    // In order of size: a sum depends on its order in the last digit, and the order of rows must change nothing.
    const sorted = logs.slice().sort();
    const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
    const sd = Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length);
    if (!(sd > 1e-9) || (feature === 'frequency' && oneTimeShare(orders) > MOST_ONE_TIME)) {
      dropped.push(feature);
      continue;
    }
    columns.push(logs.map((value) => (value - mean) / sd));
    scaling.push({ feature, mean, sd });
  }
  return { points: pointsOf(columns), scaling, dropped };
}

export function oneTimeShare(orders: Float64Array): number {
  return orders.filter((count) => count === 1).length / orders.length;
}
