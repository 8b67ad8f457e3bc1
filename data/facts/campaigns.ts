import type { Connection } from '../database.ts';
import { toEpochDay } from '../days.ts';
import type { Campaign, CampaignDays, Facts } from '../types.ts';
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

/** What campaigns cost and what was bought through them. */
export function campaignFacts(db: Connection): Facts['campaigns'] {
  const list = db.prepare<[], Campaign>('SELECT id, ref AS name, kind FROM stored_campaign ORDER BY id');
  // COUNT(x) = COUNT(*) says that no x is null: SUM alone would leave unknown costs out in silence.
  const daily = db.prepare<{ from: number; before: number }, Row>(`
    WITH orders AS MATERIALIZED (
      SELECT id, campaign_id, day, net_minor, sale_lines
      FROM stored_order WHERE campaign_id IS NOT NULL AND day >= @from AND day < @before
    ),
    goods AS (
      SELECT campaign_id, orders.day,
        CASE WHEN COUNT(unit_cost_parts) = COUNT(*) THEN SUM(quantity * unit_cost_parts) END AS goods_parts
      FROM orders
        JOIN sale_line ON order_id = orders.id AND kind <> ${lineKinds.void}
        LEFT JOIN product ON product.id = product_id
      GROUP BY campaign_id, orders.day
    ),
    sales AS (
      SELECT campaign_id, day, SUM(net_minor) AS sales_minor, SUM(sale_lines > 0) AS order_count
      FROM orders GROUP BY campaign_id, day
    ),
    spend AS (SELECT campaign_id, day, spend_minor FROM current_spend WHERE day >= @from AND day < @before),
    days AS (SELECT campaign_id, day FROM spend UNION SELECT campaign_id, day FROM sales)
    SELECT campaign_id AS campaign, day, spend_minor AS spendMinor, IFNULL(sales_minor, 0) AS salesMinor,
      IFNULL(order_count, 0) AS orders,
      CASE WHEN goods.campaign_id IS NULL THEN 0 ELSE goods_parts END AS goodsParts
    FROM days
      LEFT JOIN spend USING (campaign_id, day)
      LEFT JOIN sales USING (campaign_id, day)
      LEFT JOIN goods USING (campaign_id, day)
    ORDER BY campaign_id, day`);

  return {
    async list() {
      return list.all();
    },
    async daily({ from, before }) {
      return columnsOf(daily.all({ from: toEpochDay(from), before: toEpochDay(before) }));
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
