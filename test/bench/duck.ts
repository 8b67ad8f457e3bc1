import { join } from 'node:path';
import { toEpochDay } from '../../data/days.ts';
import type { Cost } from './once.ts';

/** The features of `data/facts/customer-features.ts` in one statement, as DuckDB likes it best. */
const statement = (before: number) => `
WITH sale AS MATERIALIZED (
  SELECT o.customer_id AS customer, l.product_id AS product, l.quantity AS quantity,
    coalesce(l.unit_price_parts, l.amount_minor * 10000.0 / l.quantity) AS price
  FROM sale_order o JOIN sale_line l ON l.order_id = o.id
  WHERE o.day < ${before} AND o.customer_id IS NOT NULL AND l.kind = 0
), cut AS MATERIALIZED (
  SELECT quantile_cont(price, 0.25) AS low, quantile_cont(price, 0.5) AS middle, quantile_cont(price, 0.75) AS high
  FROM sale
), basket AS (
  SELECT customer, count(DISTINCT product) AS products,
    sum(quantity) FILTER (WHERE price < low) AS first, sum(quantity) FILTER (WHERE price >= low AND price < middle) AS second,
    sum(quantity) FILTER (WHERE price >= middle AND price < high) AS third, sum(quantity) FILTER (WHERE price >= high) AS fourth
  FROM sale, cut GROUP BY customer
), visit AS (
  SELECT customer_id AS customer, sum(sale_minor) AS revenue, sum(sale_quantity) AS quantity,
    count(*) FILTER (WHERE sale_lines > 0) AS orders, sum(net_minor) AS net, count(DISTINCT place_id) AS places,
    min(day) FILTER (WHERE sale_lines > 0) AS first_day, max(day) FILTER (WHERE sale_lines > 0) AS last_day,
    count(*) FILTER (WHERE sale_lines > 0 AND campaign_id IS NOT NULL) AS by_campaign,
    count(*) FILTER (WHERE sale_lines > 0 AND (campaign_id IS NOT NULL OR discount_minor > 0)) AS by_promo,
    sum(discount_minor) AS discount, sum(sale_minor) FILTER (WHERE discount_minor IS NOT NULL) AS told_revenue,
    count(*) FILTER (WHERE sale_lines = 0 AND (stage = 5 OR net_minor < 0)) AS cancelled
  FROM sale_order WHERE day < ${before} AND customer_id IS NOT NULL GROUP BY customer_id
), downline AS (
  SELECT sponsor_id AS customer, count(*) AS referred FROM customer WHERE sponsor_id IS NOT NULL GROUP BY sponsor_id
)
SELECT v.customer, v.revenue, v.quantity, v.orders, v.last_day - v.first_day AS span,
  (v.last_day - v.first_day) / nullif(v.orders - 1, 0), v.revenue / nullif(v.quantity, 0), v.revenue / v.orders,
  v.quantity / v.orders, v.net, nullif(v.places, 0), b.products,
  coalesce(b.first, 0) / v.quantity AS cheapest, coalesce(b.second, 0) / v.quantity,
  coalesce(b.third, 0) / v.quantity, coalesce(b.fourth, 0) / v.quantity, coalesce(d.referred, 0),
  ${before} - v.last_day, v.revenue - v.net, v.by_campaign / v.orders, v.discount,
  v.discount / nullif(v.discount + v.told_revenue, 0), v.by_promo / v.orders, v.cancelled, v.first_day
FROM visit v JOIN basket b USING (customer) LEFT JOIN downline d USING (customer)
WHERE v.orders > 0 ORDER BY v.customer`;

/** Columns that may be empty all the way down, from which nobody can tell what they hold. */
const tables = {
  sale_order: "{campaign_id: 'BIGINT', hidden_by: 'BIGINT', discount_minor: 'BIGINT'}",
  sale_line: "{product_id: 'BIGINT'}",
  customer: "{sponsor_id: 'BIGINT'}",
};

const view = (before: number) => `
SELECT customer_id, sum(lines), sum(sale_lines), count(*) FILTER (WHERE sale_lines > 0), sum(sale_minor),
  sum(sale_quantity), min(day) FILTER (WHERE sale_lines > 0), max(day) FILTER (WHERE sale_lines > 0)
FROM sale_order WHERE day < ${before} GROUP BY customer_id ORDER BY customer_id`;

/** The same figures from the same tables; null where DuckDB is not installed. */
export async function duckFeatures(
  folder: string,
  before: string,
  costOf: (work: () => Promise<unknown>) => Promise<Cost>,
) {
  const { DuckDBInstance } = await import('@duckdb/node-api').catch(() => ({ DuckDBInstance: null }));
  if (DuckDBInstance === null) return null;
  const db = await (await DuckDBInstance.create(':memory:')).connect();
  for (const [table, types] of Object.entries(tables)) {
    await db.run(`CREATE TABLE ${table} AS SELECT * FROM read_csv('${join(folder, table)}.csv', types = ${types})`);
  }
  const day = toEpochDay(before);
  const viewCost = await costOf(() => db.runAndReadAll(view(day)));
  const cost = await costOf(() => db.runAndReadAll(statement(day)));
  const sums = `SELECT count(*), sum(revenue), sum(products), round(sum(cheapest)) FROM (${statement(day)})`;
  const [customers, revenueMinor, products, cheapest] = (await db.runAndReadAll(sums)).getRows()[0]!.map(Number);
  return { view: viewCost, ...cost, found: { customers, revenueMinor, products, cheapest } };
}
