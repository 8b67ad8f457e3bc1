import type { Day } from '../../data/types/shop.ts';
import type { SegmentView } from '../../models/segments/types.ts';
import type { Context } from '../command.ts';
import { customersBy } from '../runs/customers.ts';
import type { Groups } from './groups.ts';

/** Customers by what they had bought before a day, each with its group by a model. */
export type Placed = { readonly asOf: Day; readonly view: SegmentView; readonly group: Int32Array };

export async function placedBefore(
  context: Context,
  { clusters, set }: Pick<Groups, 'clusters' | 'set'>,
  before: Day,
): Promise<Placed> {
  const { view } = await customersBy(context, [set], before);
  const { scaling, centroids } = clusters;
  return { asOf: before, view, group: await context.compute('placement', { model: { scaling, centroids }, view }) };
}
