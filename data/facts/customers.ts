import type { Connection } from '../database.ts';
import { toEpochDay } from '../days.ts';
import type { CustomerView } from '../types/customers.ts';
import type { Facts } from '../types/facts.ts';
import type { Day } from '../types/shop.ts';
import { readColumns } from './columns.ts';
import { customerFeatures } from './customer-features.ts';
import { customerPlaces } from './customer-places.ts';
import { customerTraits } from './customer-traits.ts';

type Column = Float64Array;

/** Who buys, from the sums that each order carries. */
export function customerFacts(db: Connection): Facts['customers'] {
  const lastCustomer = db.prepare<[], number | null>('SELECT MAX(id) FROM customer').pluck();
  const named = db
    .prepare<{ readonly ref: string }, number>(
      'SELECT id FROM customer WHERE ref = :ref COLLATE NOCASE ORDER BY ref = :ref DESC, id LIMIT 1',
    )
    .pluck();
  return {
    async view({ before }) {
      return customerView(db, before, 1 + (lastCustomer.get() ?? 0));
    },
    async find(ref) {
      return named.get({ ref }) ?? null;
    },
    features: customerFeatures(db),
    places: customerPlaces(db),
    ...customerTraits(db),
  };
}

/** Orders are read once, in no order, and summed here by the number of their customer, which is below `count`. */
function customerView(db: Connection, before: Day, count: number): CustomerView {
  const asOf = toEpochDay(before);
  const [customers, lines, saleLines, minor, quantities, days] = readColumns(
    db,
    ['customer_id', 'lines', 'sale_lines', 'sale_minor', 'sale_quantity', 'day'],
    'stored_order WHERE day < :asOf',
    { asOf },
  ) as [Column, Column, Column, Column, Column, Column];
  const [orders, revenue, quantity] = [0, 1, 2].map(() => new Float64Array(count)) as [Column, Column, Column];
  const firstDay = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const lastDay = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const cleaning = { rowsUsed: 0, rowsAnonymous: 0, rowsCancelledOrFree: 0 };
  for (let at = 0; at < customers.length; at++) {
    const customer = customers[at]!;
    if (Number.isNaN(customer)) {
      cleaning.rowsAnonymous += lines[at]!;
      continue;
    }
    cleaning.rowsUsed += saleLines[at]!;
    cleaning.rowsCancelledOrFree += lines[at]! - saleLines[at]!;
    if (saleLines[at] === 0) continue;
    orders[customer]!++;
    revenue[customer]! += minor[at]!;
    quantity[customer]! += quantities[at]!;
    firstDay[customer] = Math.min(firstDay[customer]!, days[at]!);
    lastDay[customer] = Math.max(lastDay[customer]!, days[at]!);
  }
  const id = Int32Array.from(orders.keys()).filter((customer) => orders[customer]! > 0);
  const each = (value: (customer: number) => number) => Float64Array.from(id, value);
  return {
    asOf: before,
    id,
    recencyDays: each((customer) => asOf - lastDay[customer]!),
    orders: each((customer) => orders[customer]!),
    revenueMinor: each((customer) => revenue[customer]!),
    quantity: each((customer) => quantity[customer]!),
    spanDays: each((customer) => lastDay[customer]! - firstDay[customer]!),
    cleaning,
  };
}
