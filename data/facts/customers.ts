import type { Connection } from '../database.ts';
import { toEpochDay } from '../days.ts';
import type { CustomerView, Facts } from '../types.ts';
import { customerFeatures } from './customer-features.ts';
import { customerTraits } from './customer-traits.ts';

/** customer, lines, sale lines, sale orders, revenue, quantity, first and last day of a sale. Customer null: nobody known. */
type Row = [number | null, number, number, number, number, number, number | null, number | null];

/** Who buys, from the sums that each order carries. */
export function customerFacts(db: Connection): Facts['customers'] {
  // All of it comes from one covering index, in the order of the customers.
  const select = db
    .prepare<[number], Row>(
      `SELECT customer_id, SUM(lines), SUM(sale_lines), SUM(sale_lines > 0), SUM(sale_minor), SUM(sale_quantity),
         MIN(CASE WHEN sale_lines > 0 THEN day END), MAX(CASE WHEN sale_lines > 0 THEN day END)
       FROM stored_order WHERE day < ? GROUP BY customer_id ORDER BY customer_id`,
    )
    .raw();
  return {
    async view({ before }) {
      return customerView(select.iterate(toEpochDay(before)), before);
    },
    features: customerFeatures(db),
    ...customerTraits(db),
  };
}

function customerView(rows: Iterable<Row>, before: string): CustomerView {
  const asOf = toEpochDay(before);
  const columns = { id: [], recencyDays: [], orders: [], revenueMinor: [], quantity: [], spanDays: [] } as Record<
    'id' | 'recencyDays' | 'orders' | 'revenueMinor' | 'quantity' | 'spanDays',
    number[]
  >;
  let rowsUsed = 0;
  let rowsAnonymous = 0;
  let rowsCancelledOrFree = 0;
  for (const [id, lines, saleLines, orders, revenueMinor, quantity, firstDay, lastDay] of rows) {
    if (id === null) {
      rowsAnonymous += lines;
      continue;
    }
    rowsUsed += saleLines;
    rowsCancelledOrFree += lines - saleLines;
    if (firstDay === null || lastDay === null) continue;
    columns.id.push(id);
    columns.recencyDays.push(asOf - lastDay);
    columns.orders.push(orders);
    columns.revenueMinor.push(revenueMinor);
    columns.quantity.push(quantity);
    columns.spanDays.push(lastDay - firstDay);
  }
  return {
    asOf: before,
    id: Int32Array.from(columns.id),
    recencyDays: Float64Array.from(columns.recencyDays),
    orders: Float64Array.from(columns.orders),
    revenueMinor: Float64Array.from(columns.revenueMinor),
    quantity: Float64Array.from(columns.quantity),
    spanDays: Float64Array.from(columns.spanDays),
    cleaning: { rowsUsed, rowsAnonymous, rowsCancelledOrFree },
  };
}
