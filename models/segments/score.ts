import { columnOf, scaled } from './features.ts';
import { type Points, pointsOf, squaredDistance } from './points.ts';
import type { SegmentModel, SegmentView } from './types.ts';

type Columns = Omit<SegmentView, 'id'>;

/**
 * The group of every customer by a model that was learned before, with its scaling and its centroids: two dates can be
 * compared by one rule only when neither is fitted anew.
 *
 * @param view columns of shape (n,)
 * @returns shape (n,), numbers into `model.centroids`
 */
export function groupsBy(model: SegmentModel, view: Columns): Int32Array {
  const points = standardised(model, view);
  const centroids = centroidsOf(model);
  return Int32Array.from({ length: points.count }, (_, row) => nearestTwo(points, row, centroids).first.group);
}

/** How far a customer is from a group's centre, in standard deviations. */
export type Distance = { readonly group: number; readonly distance: number };

/**
 * The nearest group of one customer, and the next nearest; null for a model of one group. What else the model asks
 * for and nobody told counts as the median customer's.
 */
export function placeOf(
  model: SegmentModel,
  customer: { readonly recencyDays: number; readonly orders: number; readonly revenueMinor: number },
  features: Readonly<Record<string, number>> = {},
) {
  const one = (value: number) => Float64Array.of(value);
  const { recencyDays, orders, revenueMinor } = customer;
  const asked = model.scaling.map(({ feature }) => [feature, one(features[feature] ?? Number.NaN)] as const);
  const view = {
    recencyDays: one(recencyDays),
    orders: one(orders),
    revenueMinor: one(revenueMinor),
    features: Object.fromEntries(asked),
  };
  return nearestTwo(standardised(model, view), 0, centroidsOf(model));
}

/** Customers as points in the space of a model. */
export function standardised({ scaling }: SegmentModel, view: Columns): Points {
  return pointsOf(scaling.map((scale) => scaled(columnOf(view, scale.feature), scale)));
}

function centroidsOf({ centroids }: SegmentModel): Points {
  return { values: Float64Array.from(centroids.flat()), width: centroids[0]!.length, count: centroids.length };
}

function nearestTwo(
  points: Points,
  row: number,
  centroids: Points,
): { readonly first: Distance; readonly second: Distance | null } {
  let first = { group: 0, distance: Number.POSITIVE_INFINITY };
  let second: Distance | null = null;
  for (let group = 0; group < centroids.count; group++) {
    const distance = Math.sqrt(squaredDistance(points, row, centroids, group));
    if (distance < first.distance) {
      second = group === 0 ? null : first;
      first = { group, distance };
    } else if (second === null || distance < second.distance) second = { group, distance };
  }
  return { first, second };
}
