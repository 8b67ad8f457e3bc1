import type { Day } from './shop.ts';

/** Columns of equal length, one entry a customer, ordered by `id`. Cancelled lines and free goods are left out. */
export type CustomerView = {
  /** Recency counts from here: the day after the last day looked at. */
  readonly asOf: Day;
  readonly id: Int32Array;
  readonly recencyDays: Float64Array;
  readonly orders: Float64Array;
  readonly revenueMinor: Float64Array;
  readonly quantity: Float64Array;
  /** Days between first and last order. */
  readonly spanDays: Float64Array;
  readonly cleaning: {
    readonly rowsUsed: number;
    readonly rowsAnonymous: number;
    readonly rowsCancelledOrFree: number;
  };
};

/**
 * Columns of equal length, one entry a customer, ordered by `id`. Sales as in `CustomerView`; NaN is not known or not
 * defined, and never 0 in its place. The thirteen features of a distributor's single view are here as: total amount
 * `revenueMinor`, quantity `quantity`, frequency `orders`, visit period `spanDays`, mean time between purchases
 * `meanDaysBetween`, basket size (amount by quantity) `unitMinor`, order size (amount by order) `orderMinor`, visit size
 * (quantity by order) `orderQuantity`, lifetime value to date `netMinor`, discount `discountMinor`, distinct centres
 * `places`, share of quantity by price band `priceShare1` to `priceShare4`, members referred `referred`.
 */
export type CustomerFeatures = {
  readonly asOf: Day;
  readonly id: Int32Array;
  readonly revenueMinor: Float64Array;
  readonly quantity: Float64Array;
  readonly orders: Float64Array;
  /** Days between first and last order. */
  readonly spanDays: Float64Array;
  /** `spanDays` / (orders - 1); NaN for who bought once: that is not every day. */
  readonly meanDaysBetween: Float64Array;
  /** Revenue / quantity, revenue / orders, quantity / orders. */
  readonly unitMinor: Float64Array;
  readonly orderMinor: Float64Array;
  readonly orderQuantity: Float64Array;
  /** What the customer was worth to date: sales less what was cancelled or sent back, on whichever day. */
  readonly netMinor: Float64Array;
  /** How many places (branches, countries) the customer bought in; NaN where orders tell none. */
  readonly places: Float64Array;
  readonly products: Float64Array;
  /** Shares of the customer's quantity by price: the quarters of all lines, cheapest first. They sum to 1. */
  readonly priceShare1: Float64Array;
  readonly priceShare2: Float64Array;
  readonly priceShare3: Float64Array;
  readonly priceShare4: Float64Array;
  /** Customers who name this one as their sponsor. */
  readonly referred: Float64Array;
  readonly recencyDays: Float64Array;
  readonly returnedMinor: Float64Array;
  /** Share of orders that a campaign brought. */
  readonly campaignShare: Float64Array;
  /**
   * What sales were cheaper by than list prices; and `discountMinor` / (`discountMinor` + revenue), over the orders that
   * tell. NaN where none does.
   */
  readonly discountMinor: Float64Array;
  readonly discountShare: Float64Array;
  /** Share of orders that a campaign brought or that were cheaper than listed. */
  readonly promoShare: Float64Array;
  /** Orders that were called off whole: before they were paid, or all of it sent back as an order of its own. */
  readonly cancelledOrders: Float64Array;
  /** Days since 1970-01-01 of the first sale. */
  readonly firstDay: Float64Array;
  /** Visits a month, where some file tells. */
  readonly visits: Float64Array;
};

/** What a trait's number counts: minor units, days since 1970-01-01, 1 or 0, or anything else; a word has none. */
export type TraitUnit = 'money' | 'day' | 'yes' | 'count' | 'word';

/** Columns of equal length, one entry a customer, ordered by `id`; `place` counts in `names`. */
export type CustomerPlaces = {
  readonly names: readonly string[];
  readonly id: Int32Array;
  readonly place: Int32Array;
};

export type TraitName = { readonly name: string; readonly unit: TraitUnit; readonly customers: number };

/** Columns of equal length, one entry a customer, ordered by `id`. */
export type CustomerTraits = {
  readonly id: Int32Array;
  /** By the trait's name. NaN where it is not known, or is a word. */
  readonly numbers: Readonly<Record<string, Float64Array>>;
  /** By the trait's name. Null where it is not known, or is a number. */
  readonly words: Readonly<Record<string, readonly (string | null)[]>>;
};

/** Columns of equal length, one entry a customer, in the order asked for. */
export type Audience = {
  /**
   * The shop's own word for the customer: a number, a name, an address. Personal. Null: nobody is known by this number any
   * more, because what named them was taken back, or taken out for good. The number is never given to another.
   */
  readonly ref: readonly (string | null)[];
  /** 1: may be written to. 0: said no. -1: not known. */
  readonly consent: Int8Array;
  /** Epoch day of the last contact that files tell of; -1 for none. */
  readonly contactedDay: Int32Array;
};
