import type { CustomerView, Day } from '../../data/types.ts';
import type { SegmentModel } from '../../models/segments/types.ts';
import type { Context } from '../command.ts';

/** Customers by what they had bought before a day, each with its group by a model. */
export type Placed = { readonly view: CustomerView; readonly group: Int32Array };

export async function placedBefore({ facts, compute }: Context, model: SegmentModel, before: Day): Promise<Placed> {
  const view = await facts.customers.view({ before });
  const { id, recencyDays, orders, revenueMinor, spanDays } = view;
  const { scaling, centroids } = model;
  const group = await compute('placement', {
    model: { scaling, centroids },
    view: { id, recencyDays, orders, revenueMinor, spanDays },
  });
  return { view, group };
}
