import type { Connection } from '../database.ts';
import { toDay, toEpochDay } from '../days.ts';
import type { DailyRevenue, Day, Facts } from '../types.ts';
import { readSpan } from './coverage.ts';

type Row = { readonly day: number; readonly revenueMinor: number; readonly orders: number };

/** What the shop took, from the daily roll-up that each import leaves. */
export function revenueFacts(db: Connection): Facts['revenue'] {
  const select = db.prepare<[number], Row>(
    `SELECT day, SUM(revenue_minor) AS revenueMinor, SUM(orders) AS orders
     FROM stored_day WHERE day < ? GROUP BY day ORDER BY day`,
  );
  return {
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
