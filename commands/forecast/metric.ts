import type { Metric } from '../../data/types.ts';
import type { Unit } from '../../words/quantity.ts';
import type { SlicingKind } from '../runs/series.ts';

/** How a metric is spoken of, and what may be done with its days. */
export type MetricWords = {
  /** "Net revenue", at the head of a fact. */
  readonly name: string;
  readonly unit: Unit & ('money' | 'count');
  /** Whether days add up to weeks. A customer of two days is one customer: such a metric is counted anew for a week. */
  readonly adds: boolean;
};

export const metrics: Readonly<Record<Metric, MetricWords>> = {
  revenue: { name: 'Net revenue', unit: 'money', adds: true },
  orders: { name: 'Orders', unit: 'count', adds: true },
  units: { name: 'Units', unit: 'count', adds: true },
  customers: { name: 'Customers', unit: 'count', adds: false },
  'order-value': { name: 'Order value', unit: 'money', adds: false },
};

/** One slice and many; and what orders are called that tell none. */
export const slicings: Readonly<
  Record<SlicingKind, { readonly one: string; readonly many: string; readonly none: string }>
> = {
  channel: { one: 'Channel', many: 'channels', none: 'no channel told' },
  category: { one: 'Category', many: 'categories', none: 'no category told' },
  product: { one: 'Product', many: 'products', none: 'no product told' },
  campaign: { one: 'Campaign', many: 'campaigns', none: 'without a campaign' },
  'campaign-kind': { one: 'Kind of campaign', many: 'kinds of campaign', none: 'without a campaign' },
  segment: { one: 'Segment', many: 'segments', none: 'customers unknown' },
  place: { one: 'Place', many: 'places', none: 'no place told' },
};
