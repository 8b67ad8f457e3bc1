import type { Words } from '../../words/say.ts';
import type { Day } from './shop.ts';

/** Columns of equal length, one entry a day, oldest first, no day missing. */
export type DailyRevenue = {
  readonly firstDay: Day;
  /** Net of cancellations, on the day they happened. */
  readonly revenueMinor: Float64Array;
  readonly orders: Float64Array;
};

export type Metric = 'revenue' | 'orders' | 'units' | 'customers' | 'order-value';

export type SliceBy = 'channel' | 'category' | 'product' | 'campaign' | 'campaign-kind' | 'place';

/** Customers put into sets, each into one at most. Orders of nobody known are a slice without a name. */
export type CustomerSets = {
  /** At most 254. Ids are those of `customers.view`. */
  readonly sets: readonly { readonly name: string; readonly ids: Int32Array }[];
  /** What the customers in none of the sets are called. */
  readonly rest: string;
};

export type SeriesRequest = {
  readonly metric: Metric;
  /** Null is the whole shop, as one slice. */
  readonly by: SliceBy | CustomerSets | null;
  /** Weeks begin on Mondays. What does not add up over days (customers, order value) is counted anew for each week. */
  readonly period: 'day' | 'week';
  /** Only periods that were over before this day are counted. */
  readonly before: Day;
  /** As it was known at the end of this day; without, as it is known now. */
  readonly knownBy?: Day;
  /** So many slices, the largest by net revenue, 10 unless told; or the one of this name. */
  readonly most?: number;
  /** Null: the orders that tell none. */
  readonly only?: string | null;
};

/** All slices over the same periods, from the shop's first day to its last complete one before `before`. */
export type SeriesAnswer = {
  /** The first day of the first period. */
  readonly firstDay: Day;
  readonly period: 'day' | 'week';
  /** Largest net revenue first. */
  readonly slices: readonly Slice[];
  /** The slices that are not among them. */
  readonly others: { readonly count: number; readonly revenueMinor: number };
  /** Days that no file told of, both days inclusive: not known, which is not zero. */
  readonly holes: readonly Hole[];
  /** What is counted. */
  readonly basis: Words;
};

export type Slice = {
  /** Null: orders that tell none. Empty for the whole shop. */
  readonly name: string | null;
  /** Net, of all its periods. */
  readonly revenueMinor: number;
  /** Shape (periods,): money in minor units, counts, or minor units an order. NaN where nothing is known. */
  readonly values: Float64Array;
};

export type Hole = { readonly from: Day; readonly to: Day; readonly days: number };

/** Columns of equal length, one entry per day and hour with orders, oldest first. */
export type HourlyRevenue = {
  readonly day: Int32Array;
  /** 0..23. */
  readonly hour: Uint8Array;
  readonly orders: Float64Array;
  readonly revenueMinor: Float64Array;
};

/** Columns of equal length, one entry per day with orders that tell, oldest first. */
export type DailyDiscounts = {
  readonly day: Int32Array;
  readonly orders: Float64Array;
  readonly salesMinor: Float64Array;
  readonly discountMinor: Float64Array;
  /** What the goods sold cost the shop; NaN where a product's cost is not known. */
  readonly goodsMinor: Float64Array;
};

/** Columns of equal length, one entry a member. A null name stands for orders that tell none. */
export type DriverCut = {
  readonly by: 'campaign' | 'channel' | 'product' | 'place';
  readonly names: readonly (string | null)[];
  readonly revenueMinor: Float64Array;
  readonly baseMinor: Float64Array;
};
