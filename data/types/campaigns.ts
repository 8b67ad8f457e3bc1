export type CampaignKind = 'voucher' | 'flash_sale' | 'ads' | 'broadcast' | 'other';

export type Campaign = { readonly id: number; readonly name: string; readonly kind: CampaignKind };

/** Columns of equal length, one entry per campaign and day, ordered by campaign, then day. */
export type CampaignDays = {
  readonly campaign: Int32Array;
  readonly day: Int32Array;
  /** NaN where the cost of that day is not known. */
  readonly spendMinor: Float64Array;
  /** Net sales of orders attributed to the campaign. */
  readonly salesMinor: Float64Array;
  readonly orders: Float64Array;
  /** What the goods sold cost the shop. NaN where a product's cost is not known. */
  readonly goodsMinor: Float64Array;
};

/** Columns of equal length, one entry per campaign and customer with orders through it. */
export type CampaignBuyers = {
  readonly campaign: Int32Array;
  /** -1: orders of nobody known, together. */
  readonly customer: Int32Array;
  readonly orders: Float64Array;
  readonly salesMinor: Float64Array;
  /** Sum of the squares of the orders' values, and the largest of them. */
  readonly squares: Float64Array;
  readonly largestMinor: Float64Array;
  /** 1: the customer's first order was among them. */
  readonly isNew: Uint8Array;
};
