import type { Connection } from '../database.ts';
import { toDay, toEpochDay } from '../days.ts';
import type { DailyRevenue, Facts } from '../types.ts';

type Row = { readonly day: number; readonly revenueMinor: number; readonly orders: number };

/** What the shop took, from the daily roll-up that each import leaves. */
export function revenueFacts(db: Connection): Facts['revenue'] {
  const select = db.prepare<[number], Row>(
    `SELECT day, SUM(revenue_minor) AS revenueMinor, SUM(orders) AS orders
     FROM stored_day WHERE day < ? GROUP BY day ORDER BY day`,
  );
  return {
    async daily({ before }) {
      return everyDay(select.all(toEpochDay(before)), before);
    },
  };
}

function everyDay(rows: readonly Row[], before: string): DailyRevenue {
  const first = rows[0]?.day;
  if (first === undefined) return { firstDay: before, revenueMinor: new Float64Array(0), orders: new Float64Array(0) };
  const length = rows.at(-1)!.day - first + 1;
  const revenueMinor = new Float64Array(length);
  const orders = new Float64Array(length);
  for (const row of rows) {
    revenueMinor[row.day - first] = row.revenueMinor;
    orders[row.day - first] = row.orders;
  }
  return { firstDay: toDay(first), revenueMinor, orders };
}
