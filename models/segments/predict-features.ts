import { columnOf } from './features.ts';
import type { SegmentModel, SegmentView } from './types.ts';

/**
 * What a forest tells customers apart by: the figures that the groups were found on, as they are, in the order of
 * `model.scaling`. A tree asks only which is larger, so neither logarithm nor scale matter to it. What is not known of a
 * customer is the median, as it was when the groups were found.
 *
 * @param view columns of shape (n,)
 * @returns shape (features, n)
 * @throws {RangeError} on a feature that the view does not have
 */
export function predictors(
  { scaling }: Pick<SegmentModel, 'scaling'>,
  view: Omit<SegmentView, 'id'>,
): readonly Float64Array[] {
  return scaling.map(({ feature, fill = 0 }) =>
    columnOf(view, feature).map((value) => (Number.isNaN(value) ? fill : value)),
  );
}
