import type { Connection } from '../database.ts';
import { toEpochDay } from '../days.ts';
import type { CustomerFeatures, Day } from '../types.ts';
import { stages } from './layouts/layout.ts';
import { PARTS_PER_MINOR } from './money.ts';

/** The columns of the answer, in the order of the statement. */
const names = [
  'revenueMinor',
  'quantity',
  'orders',
  'spanDays',
  'meanDaysBetween',
  'unitMinor',
  'orderMinor',
  'orderQuantity',
  'netMinor',
  'places',
  'products',
  'priceShare1',
  'priceShare2',
  'priceShare3',
  'priceShare4',
  'referred',
  'recencyDays',
  'returnedMinor',
  'campaignShare',
  'discountMinor',
  'discountShare',
  'promoShare',
  'cancelledOrders',
  'firstDay',
  'visits',
] as const;

/**
 * Quantile of an ordered sample by linear interpolation, as numpy and pandas take it. `place` counts from 0, `last` is
 * the place of the largest.
 */
const priceAt = (share: number) => `
  sum(CASE place - CAST(${share} * last AS INTEGER)
        WHEN 0 THEN price * (1 - (${share} * last - CAST(${share} * last AS INTEGER)))
        WHEN 1 THEN price * (${share} * last - CAST(${share} * last AS INTEGER)) END)`;

/**
 * One statement. Sales are lines that were paid for; what came back counts in net_minor only. Price bands are the
 * quarters of all lines by unit price, each from its lower bound on. What cannot be told is null, never 0.
 */
const statement = `
WITH sale AS MATERIALIZED (
  SELECT o.customer_id AS customer, l.product_id AS product, l.quantity AS quantity,
    coalesce(l.unit_price_parts, l.amount_minor * ${PARTS_PER_MINOR}.0 / l.quantity) AS price
  FROM stored_order o JOIN sale_line l ON l.order_id = o.id
  WHERE o.day < :before AND o.customer_id IS NOT NULL AND l.kind = 0
), ranked AS (
  SELECT price, row_number() OVER (ORDER BY price) - 1 AS place, count(*) OVER () - 1 AS last FROM sale
), cut AS MATERIALIZED (
  SELECT ${priceAt(0.25)} AS low, ${priceAt(0.5)} AS middle, ${priceAt(0.75)} AS high FROM ranked
), basket AS (
  SELECT customer, count(DISTINCT product) AS products,
    sum(quantity) FILTER (WHERE price < low) AS first, sum(quantity) FILTER (WHERE price >= low AND price < middle) AS second,
    sum(quantity) FILTER (WHERE price >= middle AND price < high) AS third, sum(quantity) FILTER (WHERE price >= high) AS fourth
  FROM sale, cut GROUP BY customer
), visit AS (
  SELECT customer_id AS customer, sum(sale_minor) AS revenue, sum(sale_quantity) AS quantity,
    sum(sale_lines > 0) AS orders, sum(net_minor) AS net, count(DISTINCT place_id) AS places,
    min(day) FILTER (WHERE sale_lines > 0) AS first_day, max(day) FILTER (WHERE sale_lines > 0) AS last_day,
    sum(sale_lines > 0 AND campaign_id IS NOT NULL) AS by_campaign,
    sum(sale_lines > 0 AND (campaign_id IS NOT NULL OR discount_minor > 0)) AS by_promo,
    sum(discount_minor) AS discount, sum(sale_minor) FILTER (WHERE discount_minor IS NOT NULL) AS told_revenue,
    sum(sale_lines = 0 AND (stage = ${stages.undone} OR net_minor < 0)) AS cancelled
  FROM stored_order WHERE day < :before AND customer_id IS NOT NULL GROUP BY customer_id
), downline AS (
  SELECT sponsor_id AS customer, count(*) AS referred FROM (
    SELECT sponsor_id FROM current_referral UNION ALL
    SELECT sponsor_id FROM customer
    WHERE sponsor_id IS NOT NULL AND id NOT IN (SELECT customer_id FROM current_referral)
  ) GROUP BY sponsor_id
), visiting AS (
  SELECT subject_id AS customer, number AS visits FROM current_trait WHERE subject = 'customer' AND name = 'visits'
)
SELECT v.customer, v.revenue, v.quantity, v.orders, v.last_day - v.first_day,
  (v.last_day - v.first_day) * 1.0 / nullif(v.orders - 1, 0),
  v.revenue / nullif(v.quantity, 0.0), v.revenue * 1.0 / v.orders, v.quantity * 1.0 / v.orders,
  v.net, nullif(v.places, 0), b.products,
  coalesce(b.first, 0) / v.quantity, coalesce(b.second, 0) / v.quantity,
  coalesce(b.third, 0) / v.quantity, coalesce(b.fourth, 0) / v.quantity,
  coalesce(d.referred, 0), :before - v.last_day, v.revenue - v.net, v.by_campaign * 1.0 / v.orders,
  v.discount, v.discount * 1.0 / nullif(v.discount + v.told_revenue, 0), coalesce(v.by_promo, 0) * 1.0 / v.orders,
  v.cancelled, v.first_day, t.visits
FROM visit v JOIN basket b USING (customer) LEFT JOIN downline d USING (customer) LEFT JOIN visiting t USING (customer)
WHERE v.orders > 0 ORDER BY v.customer`;

/** The customer single view with everything a segment may be told from, by one statement over orders and lines. */
export function customerFeatures(db: Connection): (range: { readonly before: Day }) => Promise<CustomerFeatures> {
  const select = db.prepare<[{ before: number }], (number | null)[]>(statement).raw();
  return async ({ before }) => {
    const rows = select.all({ before: toEpochDay(before) });
    const columns = names.map(
      (name, at) => [name, Float64Array.from(rows, (row) => row[at + 1] ?? Number.NaN)] as const,
    );
    return {
      asOf: before,
      id: Int32Array.from(rows, ([id]) => id!),
      ...(Object.fromEntries(columns) as Record<(typeof names)[number], Float64Array>),
    };
  };
}
