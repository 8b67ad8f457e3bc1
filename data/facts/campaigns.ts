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

/**
 * What campaigns cost and what was bought through them. A campaign of which only the whole cost is known, and not the
 * days of it, has it in equal parts on the days it ran: right over all of them, and only roughly on each.
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
