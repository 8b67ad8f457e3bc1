import type { Connection } from '../database.ts';
import { toDay, toEpochDay, zoneClock } from '../days.ts';
import type { Facts } from '../types/facts.ts';
import type { DailyRevenue, HourlyRevenue } from '../types/series.ts';
import type { Day } from '../types/shop.ts';
import { readSpan } from './coverage.ts';
import { lineKinds } from './layouts/layout.ts';
import { PARTS_PER_MINOR } from './money.ts';

type Row = { readonly day: number; readonly revenueMinor: number; readonly orders: number };

/** Zones are whole quarters of an hour apart: finer needs no asking. */
const QUARTER_MS = 900_000;
const HOUR_MS = 3_600_000;
const HOURS = 24;

type Quarter = {
  readonly day: number;
  readonly quarter: number;
  readonly orders: number;
  readonly revenueMinor: number;
};
type DiscountRow = {
  readonly day: number;
  readonly orders: number;
  readonly salesMinor: number;
  readonly discountMinor: number;
  readonly goodsParts: number | null;
};

/** What the shop took, from the daily roll-up that each import leaves. */
export function revenueFacts(db: Connection): Facts['revenue'] {
  const select = db.prepare<[number], Row>(
    `SELECT day, SUM(revenue_minor) AS revenueMinor, SUM(orders) AS orders
     FROM stored_day WHERE day < ? GROUP BY day ORDER BY day`,
  );
  const zone = db.prepare<[], string>("SELECT shop ->> 'zone' FROM stored_import ORDER BY id DESC LIMIT 1").pluck();
  const timed = db.prepare<[number, number], number>(
    'SELECT COUNT(last_second) FROM stored_day WHERE day >= ? AND day < ?',
  );
  const quarters = db.prepare<[number, number], Quarter>(
    `SELECT day, happened_at / ${QUARTER_MS} AS quarter, SUM(sale_lines > 0) AS orders, SUM(net_minor) AS revenueMinor
     FROM stored_order WHERE day >= ? AND day < ? GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  const discounts = db.prepare<[number, number], DiscountRow>(
    `WITH orders AS MATERIALIZED (
       SELECT id, day, sale_minor, discount_minor FROM stored_order
       WHERE discount_minor IS NOT NULL AND sale_lines > 0 AND day >= ? AND day < ?),
     known AS MATERIALIZED (SELECT id, unit_cost_parts FROM stored_product),
     goods AS (
       SELECT orders.day, CASE WHEN COUNT(unit_cost_parts) = COUNT(*) THEN SUM(quantity * unit_cost_parts) END AS parts
       FROM orders JOIN sale_line ON order_id = orders.id AND kind = ${lineKinds.sale} LEFT JOIN known ON known.id = product_id
       GROUP BY orders.day)
     SELECT day, COUNT(*) AS orders, SUM(sale_minor) AS salesMinor, SUM(discount_minor) AS discountMinor,
       (SELECT parts FROM goods WHERE goods.day = orders.day) AS goodsParts
     FROM orders GROUP BY day ORDER BY day`,
  );
  return {
    async hourly({ from, before }) {
      const range = [toEpochDay(from), toEpochDay(before)] as const;
      const here = zone.get();
      if (here === undefined || timed.pluck().get(...range) === 0) return null;
      return hoursOf(quarters.all(...range), here);
    },
    async discounts({ from, before }) {
      const rows = discounts.all(toEpochDay(from), toEpochDay(before));
      return {
        day: Int32Array.from(rows, ({ day }) => day),
        orders: Float64Array.from(rows, ({ orders }) => orders),
        salesMinor: Float64Array.from(rows, ({ salesMinor }) => salesMinor),
        discountMinor: Float64Array.from(rows, ({ discountMinor }) => discountMinor),
        goodsMinor: Float64Array.from(rows, ({ goodsParts }) =>
          goodsParts === null ? Number.NaN : goodsParts / PARTS_PER_MINOR,
        ),
      };
    },
    async daily({ before }) {
      return everyDay(select.all(toEpochDay(before)), before, readSpan(db).lastCompleteDay);
    },
  };
}

/** Days without an order at the end are days without sales, as far as they are known to be over. */
function everyDay(rows: readonly Row[], before: Day, lastCompleteDay: Day | null): DailyRevenue {
  const first = rows[0]?.day;
  if (first === undefined) return { firstDay: before, revenueMinor: new Float64Array(0), orders: new Float64Array(0) };
  const known = lastCompleteDay === null ? first : Math.min(toEpochDay(before) - 1, toEpochDay(lastCompleteDay));
  const length = Math.max(rows.at(-1)!.day, known) - first + 1;
  const revenueMinor = new Float64Array(length);
  const orders = new Float64Array(length);
  for (const row of rows) {
    revenueMinor[row.day - first] = row.revenueMinor;
    orders[row.day - first] = row.orders;
  }
  return { firstDay: toDay(first), revenueMinor, orders };
}

function hoursOf(rows: readonly Quarter[], zone: string): HourlyRevenue {
  const clock = zoneClock(zone);
  const sums = new Map<number, { orders: number; revenueMinor: number }>();
  for (const { day, quarter, orders, revenueMinor } of rows) {
    const hour = Math.floor(clock.localOf(quarter * QUARTER_MS) / HOUR_MS) % HOURS;
    const known = sums.get(day * HOURS + hour) ?? { orders: 0, revenueMinor: 0 };
    sums.set(day * HOURS + hour, { orders: known.orders + orders, revenueMinor: known.revenueMinor + revenueMinor });
  }
  const sorted = [...sums].sort(([one], [other]) => one - other);
  return {
    day: Int32Array.from(sorted, ([at]) => Math.floor(at / HOURS)),
    hour: Uint8Array.from(sorted, ([at]) => at % HOURS),
    orders: Float64Array.from(sorted, ([, { orders }]) => orders),
    revenueMinor: Float64Array.from(sorted, ([, { revenueMinor }]) => revenueMinor),
  };
}
