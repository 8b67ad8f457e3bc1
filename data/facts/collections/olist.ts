import { count, type Said, say } from '../../../words/say.ts';
import { readNumber } from '../import/cells.ts';
import type { SourceTable, TextRow } from '../import/source.ts';
import type { Collection } from '../import/together.ts';
import { plainName } from '../layouts/layout.ts';
import { type OlistColumn, olistColumns } from '../layouts/olist.ts';

/** Enough headers of each table to take no other shop's file for it. */
const tables = {
  orders: ['order_id', 'customer_id', 'order_status', 'order_purchase_timestamp', 'order_estimated_delivery_date'],
  'order items': ['order_id', 'order_item_id', 'product_id', 'shipping_limit_date', 'price', 'freight_value'],
  customers: ['customer_id', 'customer_unique_id', 'customer_zip_code_prefix'],
  payments: ['order_id', 'payment_sequential', 'payment_value'],
  products: ['product_id', 'product_category_name', 'product_photos_qty'],
  sellers: ['seller_id', 'seller_zip_code_prefix', 'seller_city'],
  'category translation': ['product_category_name', 'product_category_name_english'],
  reviews: ['review_id', 'order_id', 'review_score', 'review_creation_date', 'review_answer_timestamp'],
  geolocation: ['geolocation_zip_code_prefix', 'geolocation_lat', 'geolocation_lng'],
} as const;

/** In cents: instalments are rounded. */
const ROUNDING = 1;

type TableName = keyof typeof tables;

/** Nothing is known of an order without all three. */
const trunk: readonly TableName[] = ['orders', 'order items', 'customers'];
/** What says something by itself. */
const alone: readonly TableName[] = ['products', 'customers', 'reviews'];

/**
 * The tables of Olist, a Brazilian marketplace, as Kaggle has them. `customer_id` is given out anew for each order: the
 * person is `customer_unique_id`. An order has a line for each item, at its price; freight is no revenue.
 */
export const olist: Collection = {
  name: 'Olist',
  tables,
  missing(present) {
    const touchesOrders = ['orders', 'order items', 'payments'].some((name) => present.has(name));
    if (touchesOrders) return trunk.filter((name) => !present.has(name));
    return alone.some((name) => present.has(name)) ? [] : [alone.join(' or ')];
  },
  async join(sent) {
    const of = (name: TableName) => rowsOf(sent.get(name));
    const orders = await readOrders(of('orders'));
    const people = await readPeople(of('customers'));
    const english = await readTranslation(of('category translation'));
    const notes = [
      ...noteOrders(orders),
      ...(await notePayments({ orders, people, items: of('order items'), payments: of('payments') })),
      ...(sent.has('products') ? await noteStrangers('product', of('order items'), of('products')) : []),
      ...(sent.has('sellers') ? await noteStrangers('seller', of('order items'), of('sellers')) : []),
      ...(sent.has('geolocation') ? [say`Places of postcodes are not read.`] : []),
      ...(sent.size > 1 ? [say`Lines are counted through the tables: order items, products, customers, reviews.`] : []),
    ];
    const personOf = (order: Order | undefined) => people.get(order?.customer ?? '') ?? '';

    const item: Joiner = (cell) => {
      const order = orders.byId.get(cell('order_id'));
      return {
        table: 'item',
        order_id: cell('order_id'),
        customer_unique_id: personOf(order),
        order_status: order?.status ?? '',
        order_purchase_timestamp: order?.purchased ?? '',
        order_approved_at: order?.approved ?? '',
        order_delivered_carrier_date: order?.sent ?? '',
        order_delivered_customer_date: order?.delivered ?? '',
        product_id: cell('product_id'),
        price: cell('price'),
      };
    };
    const product: Joiner = (cell) => {
      const category = cell('product_category_name');
      return { table: 'product', product_id: cell('product_id'), category: english.get(category) ?? category };
    };
    /** Somebody who ordered twice stands twice in the table. */
    const customer = (): Joiner => {
      const seen = new Set<string>();
      return (cell) => {
        const person = cell('customer_unique_id');
        if (seen.has(person)) return null;
        seen.add(person);
        return {
          table: 'customer',
          customer_unique_id: person,
          city: cell('customer_city'),
          state: cell('customer_state'),
        };
      };
    };
    const review: Joiner = (cell) => ({
      table: 'review',
      review_id: cell('review_id'),
      order_id: cell('order_id'),
      customer_unique_id: personOf(orders.byId.get(cell('order_id'))),
      review_score: cell('review_score'),
      review_creation_date: cell('review_creation_date'),
    });

    async function* rows(): AsyncGenerator<readonly TextRow[]> {
      yield [{ line: 1, cells: [...olistColumns] }];
      const joined: readonly (readonly [Rows, Joiner])[] = [
        [of('order items'), item],
        [of('products'), product],
        [of('customers'), customer()],
        [of('reviews'), review],
      ];
      let base = 0;
      for (const [from, join] of joined) {
        let last = base;
        for await (const batch of from) {
          yield batch.flatMap(({ line, cell }) => {
            last = base + line;
            const cells = join(cell);
            return cells ? [{ line: last, cells: olistColumns.map((column) => cells[column] ?? '') }] : [];
          });
        }
        base = last;
      }
    }
    return { table: { sheet: null, rows: () => withoutEmpty(rows()) }, notes };
  },
};

type Cell = (header: string) => string;
type Rows = AsyncGenerator<readonly { readonly line: number; readonly cell: Cell }[]>;
/** One row of the joined table; null for none. */
type Joiner = (cell: Cell) => Partial<Readonly<Record<OlistColumn, string>>> | null;

/** The rows of a table, its cells by their headers. */
async function* rowsOf(table: SourceTable | undefined): Rows {
  if (!table) return;
  let header: readonly string[] | undefined;
  const places = new Map<string, number>();
  const placeOf = (name: string): number => {
    let place = places.get(name);
    if (place === undefined) {
      place = header!.findIndex((text) => plainName(text) === plainName(name));
      places.set(name, place);
    }
    return place;
  };
  for await (const batch of table.rows()) {
    const data = header ? batch : batch.slice(1);
    header ??= batch[0]!.cells;
    yield data.map(({ line, cells }) => ({ line, cell: (name) => (cells[placeOf(name)] ?? '').trim() }));
  }
}

async function* withoutEmpty(batches: AsyncGenerator<readonly TextRow[]>): AsyncGenerator<readonly TextRow[]> {
  for await (const batch of batches) if (batch.length > 0) yield batch;
}

type Order = {
  /** Null: the table names two. */
  customer: string | null;
  readonly status: string;
  readonly purchased: string;
  readonly approved: string;
  readonly sent: string;
  readonly delivered: string;
};

type Orders = {
  readonly byId: ReadonlyMap<string, Order>;
  readonly rows: number;
  readonly ofTwoCustomers: number;
  readonly toldDifferently: number;
};

/** Some copies repeat an order's row for each of its items. */
async function readOrders(rows: Rows): Promise<Orders> {
  const byId = new Map<string, Order>();
  const different = new Set<string>();
  let read = 0;
  for await (const batch of rows) {
    for (const { cell } of batch) {
      read++;
      const order: Order = {
        customer: cell('customer_id'),
        status: cell('order_status'),
        purchased: cell('order_purchase_timestamp'),
        approved: cell('order_approved_at'),
        sent: cell('order_delivered_carrier_date'),
        delivered: cell('order_delivered_customer_date'),
      };
      const id = cell('order_id');
      const first = byId.get(id);
      if (!first) byId.set(id, order);
      else if (first.customer !== order.customer) first.customer = null;
      if (first && (first.status !== order.status || first.purchased !== order.purchased)) different.add(id);
    }
  }
  const ofTwoCustomers = [...byId.values()].filter(({ customer }) => customer === null).length;
  return { byId, rows: read, ofTwoCustomers, toldDifferently: different.size };
}

function noteOrders({ byId, rows, ofTwoCustomers, toldDifferently }: Orders): readonly Said[] {
  return [
    ...(rows > byId.size
      ? [say`${count(rows - byId.size)} rows of orders repeat an order: ${count(byId.size)} different ones.`]
      : []),
    ...(ofTwoCustomers > 0
      ? [say`${count(ofTwoCustomers)} orders name two customers: they count, and nobody is taken for their buyer.`]
      : []),
    ...(toldDifferently > 0
      ? [say`${count(toldDifferently)} orders are told in two ways: the first of them is read.`]
      : []),
  ];
}

/** The person behind each order's customer number. */
async function readPeople(rows: Rows): Promise<ReadonlyMap<string, string>> {
  const people = new Map<string, string>();
  for await (const batch of rows) {
    for (const { cell } of batch) people.set(cell('customer_id'), cell('customer_unique_id'));
  }
  return people;
}

async function readTranslation(rows: Rows): Promise<ReadonlyMap<string, string>> {
  const english = new Map<string, string>();
  for await (const batch of rows) {
    for (const { cell } of batch) english.set(cell('product_category_name'), cell('product_category_name_english'));
  }
  return english;
}

/** What joining shows: orders that were paid otherwise than their items and freight come to, or that lack something. */
async function notePayments({
  orders,
  people,
  items,
  payments,
}: {
  readonly orders: Orders;
  readonly people: ReadonlyMap<string, string>;
  readonly items: Rows;
  readonly payments: Rows;
}): Promise<readonly Said[]> {
  if (orders.byId.size === 0) return [];
  const due = await centsByOrder(items, ['price', 'freight_value']);
  const paid = await centsByOrder(payments, ['payment_value']);
  const found = [...orders.byId].filter(([id]) => due.has(id));
  const withPayment = found.filter(([id]) => paid.has(id));
  const exact = withPayment.filter(([id]) => Math.abs(due.get(id)! - paid.get(id)!) <= ROUNDING).length;
  const nobody = found.filter(([, { customer }]) => customer !== null && !people.has(customer)).length;
  const unpaid = found.length - withPayment.length;
  const withoutItems = orders.byId.size - found.length;
  return [
    ...(paid.size > 0
      ? [
          say`Paid what items and freight come to, to a cent: ${count(exact)} of ${count(withPayment.length)} orders; ${count(withPayment.length - exact)} differ.`,
        ]
      : []),
    ...(paid.size > 0 && unpaid > 0 ? [say`${count(unpaid)} orders have no payment.`] : []),
    ...(withoutItems > 0 ? [say`${count(withoutItems)} orders have no items: nothing of them is stored.`] : []),
    ...(nobody > 0
      ? [
          say`${count(nobody)} orders are of customers who are not in the table: they count, and nobody is taken for their buyer.`,
        ]
      : []),
  ];
}

/** The sum of some columns by order, in cents; NaN where a cell cannot be read. */
async function centsByOrder(rows: Rows, columns: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const sums = new Map<string, number>();
  for await (const batch of rows) {
    for (const { cell } of batch) {
      const cents = columns.reduce((sum, column) => {
        const value = readNumber(cell(column));
        return sum + (typeof value === 'number' ? Math.round(value * 100) : Number.NaN);
      }, 0);
      sums.set(cell('order_id'), (sums.get(cell('order_id')) ?? 0) + cents);
    }
  }
  return sums;
}

async function noteStrangers(what: 'product' | 'seller', items: Rows, list: Rows): Promise<readonly Said[]> {
  const known = new Set<string>();
  for await (const batch of list) for (const { cell } of batch) known.add(cell(`${what}_id`));
  let strangers = 0;
  for await (const batch of items) for (const { cell } of batch) if (!known.has(cell(`${what}_id`))) strangers++;
  if (strangers === 0) return [];
  return what === 'product'
    ? [say`${count(strangers)} items name a product that is not in its table.`]
    : [say`${count(strangers)} items name a seller that is not in its table.`];
}
