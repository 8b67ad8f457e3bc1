import type { Feature, SegmentModel, SegmentsRequest } from './types.ts';

/**
 * What a forest tells customers apart by: the figures that the groups were found on, as they are, in the order of
 * `model.scaling`. A tree asks only what is larger, so that neither logarithm nor scale matter to it.
 *
 * @param view columns of shape (n,)
 * @returns shape (features, n)
 */
export function predictors(
  { scaling }: Pick<SegmentModel, 'scaling'>,
  { recencyDays, orders, revenueMinor }: Pick<SegmentsRequest['view'], 'recencyDays' | 'orders' | 'revenueMinor'>,
): readonly Float64Array[] {
  const values: Readonly<Record<Feature, Float64Array>> = {
    recency: recencyDays,
    frequency: orders,
    money: revenueMinor,
  };
  return scaling.map(({ feature }) => values[feature]);
}
