import type { Connection } from '../database.ts';
import { toEpochDay } from '../days.ts';
import type { Campaign, CampaignBuyers, CampaignDays } from '../types/campaigns.ts';
import type { Facts } from '../types/facts.ts';
import { lineKinds } from './layouts/layout.ts';
import { PARTS_PER_MINOR, roundMinor } from './money.ts';

/** A null is "not known": one of that day's costs is missing. */
type Row = {
  readonly campaign: number;
  readonly day: number;
  readonly spendMinor: number | null;
  readonly salesMinor: number;
  readonly orders: number;
  readonly goodsParts: number | null;
};

/**
 * What campaigns cost and what was bought through them. A campaign of which only the whole cost is known, and not the
 * days of it, has it in equal parts on the days it ran: right over all of them, and only roughly on each.
 *
 * Files of daily spend leave out days without any. So a file that tells of a campaign tells all its costs from the first
 * day of the file to the last: a day without a line cost nothing. Of other days the cost is not known.
 */
export function campaignFacts(db: Connection): Facts['campaigns'] {
  const list = db.prepare<[], Campaign>('SELECT id, ref AS name, kind FROM stored_campaign ORDER BY id');
  // COUNT(x) = COUNT(*) says that no x is null: SUM alone would leave unknown costs out in silence.
  const daily = db.prepare<{ from: number; before: number }, Row>(`
    WITH RECURSIVE orders AS MATERIALIZED (
      SELECT id, campaign_id, day, net_minor, sale_lines
      FROM stored_order WHERE campaign_id IS NOT NULL AND day >= @from AND day < @before
    ),
    known AS MATERIALIZED (SELECT id, unit_cost_parts FROM stored_product),
    goods AS (
      SELECT campaign_id, orders.day,
        CASE WHEN COUNT(unit_cost_parts) = COUNT(*) THEN SUM(quantity * unit_cost_parts) END AS goods_parts
      FROM orders
        JOIN sale_line ON order_id = orders.id AND kind <> ${lineKinds.void}
        LEFT JOIN known ON known.id = product_id
      GROUP BY campaign_id, orders.day
    ),
    sales AS (
      SELECT campaign_id, day, SUM(net_minor) AS sales_minor, SUM(sale_lines > 0) AS order_count
      FROM orders GROUP BY campaign_id, day
    ),
    whole AS (
      SELECT id AS campaign_id, from_day, MAX(IFNULL(to_day, from_day) - from_day, 0) + 1 AS length, cost_minor
      FROM stored_campaign
      WHERE cost_minor IS NOT NULL AND from_day IS NOT NULL AND id NOT IN (SELECT campaign_id FROM current_spend)
    ),
    part AS (
      SELECT campaign_id, length, cost_minor, from_day, 0 AS at FROM whole
      UNION ALL SELECT campaign_id, length, cost_minor, from_day, at + 1 FROM part WHERE at + 1 < length
    ),
    told AS (
      SELECT campaign_id, day, spend_minor FROM current_spend
      UNION ALL
      SELECT campaign_id, from_day + at, cost_minor * (at + 1) / length - cost_minor * at / length FROM part
    ),
    spend AS (SELECT campaign_id, day, spend_minor FROM told WHERE day >= @from AND day < @before),
    span AS (SELECT import_id, MIN(day) AS first, MAX(day) AS last FROM current_spend GROUP BY import_id),
    free AS MATERIALIZED (
      SELECT DISTINCT campaign_id, first, last FROM current_spend JOIN span USING (import_id)
      UNION ALL SELECT campaign_id, @from, @before FROM whole
    ),
    days AS (SELECT campaign_id, day FROM spend UNION SELECT campaign_id, day FROM sales)
    SELECT campaign_id AS campaign, day,
      CASE WHEN spend.campaign_id IS NULL AND EXISTS (
        SELECT 1 FROM free WHERE free.campaign_id = days.campaign_id AND days.day BETWEEN first AND last)
        THEN 0 ELSE spend_minor END AS spendMinor,
      IFNULL(sales_minor, 0) AS salesMinor,
      IFNULL(order_count, 0) AS orders,
      CASE WHEN goods.campaign_id IS NULL THEN 0 ELSE goods_parts END AS goodsParts
    FROM days
      LEFT JOIN spend USING (campaign_id, day)
      LEFT JOIN sales USING (campaign_id, day)
      LEFT JOIN goods USING (campaign_id, day)
    ORDER BY campaign_id, day`);

  const buyers = db.prepare<{ from: number; before: number }, BuyerRow>(`
    WITH first AS MATERIALIZED (
      SELECT customer_id, MIN(happened_at) AS at FROM stored_order
      WHERE customer_id IS NOT NULL AND sale_lines > 0 GROUP BY customer_id)
    SELECT campaign_id AS campaign, IFNULL(customer_id, -1) AS customer, SUM(sale_lines > 0) AS orders,
      SUM(net_minor) AS salesMinor, SUM(1.0 * net_minor * net_minor) AS squares, MAX(net_minor) AS largestMinor,
      MAX(IFNULL(sale_lines > 0 AND happened_at = first.at, 0)) AS isNew
    FROM stored_order LEFT JOIN first USING (customer_id)
    WHERE campaign_id IS NOT NULL AND day >= @from AND day < @before
    GROUP BY campaign_id, IFNULL(customer_id, -1) ORDER BY 1, 2`);

  return {
    async list() {
      return list.all();
    },
    async daily({ from, before }) {
      return columnsOf(daily.all({ from: toEpochDay(from), before: toEpochDay(before) }));
    },
    async buyers({ from, before }) {
      return buyerColumns(buyers.all({ from: toEpochDay(from), before: toEpochDay(before) }));
    },
  };
}

function columnsOf(rows: readonly Row[]): CampaignDays {
  return {
    campaign: Int32Array.from(rows, ({ campaign }) => campaign),
    day: Int32Array.from(rows, ({ day }) => day),
    spendMinor: Float64Array.from(rows, ({ spendMinor }) => spendMinor ?? Number.NaN),
    salesMinor: Float64Array.from(rows, ({ salesMinor }) => salesMinor),
    orders: Float64Array.from(rows, ({ orders }) => orders),
    goodsMinor: Float64Array.from(rows, ({ goodsParts }) =>
      goodsParts === null ? Number.NaN : roundMinor(goodsParts / PARTS_PER_MINOR),
    ),
  };
}

type BuyerRow = { readonly [Column in keyof CampaignBuyers]: number };

function buyerColumns(rows: readonly BuyerRow[]): CampaignBuyers {
  return {
    campaign: Int32Array.from(rows, ({ campaign }) => campaign),
    customer: Int32Array.from(rows, ({ customer }) => customer),
    orders: Float64Array.from(rows, ({ orders }) => orders),
    salesMinor: Float64Array.from(rows, ({ salesMinor }) => salesMinor),
    squares: Float64Array.from(rows, ({ squares }) => squares),
    largestMinor: Float64Array.from(rows, ({ largestMinor }) => largestMinor),
    isNew: Uint8Array.from(rows, ({ isNew }) => isNew),
  };
}
