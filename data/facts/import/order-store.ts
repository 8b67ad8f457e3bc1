import type { Connection } from '../../database.ts';
import type { EpochDay, Instant } from '../../types.ts';
import { type Columns, lineKinds, type Misfit, type OrderLine } from '../layouts/layout.ts';
import { openDictionary } from './dictionary.ts';
import { manyInserts } from './insert.ts';
import { productDictionary } from './products.ts';
import { startTally, type Tally } from './tally.ts';

const DAY_MS = 86_400_000;
/** Orders remembered between batches: files keep the lines of an order together, nearly always. */
const CACHE_SIZE = 50_000;

const orderColumns = [
  'id',
  'import_id',
  'ref',
  'customer_id',
  'campaign_id',
  'channel_id',
  'place_id',
  'happened_at',
  'day',
  'lines',
  'net_minor',
  'sale_lines',
  'sale_quantity',
  'sale_minor',
] as const;

const lineColumns = [
  'order_id',
  'line',
  'product_id',
  'day',
  'quantity',
  'unit_price_parts',
  'amount_minor',
  'kind',
] as const;

/** An order that an earlier import brought. */
const known = 'known';

/** An order of this import. The sums are of this batch only. */
type OpenOrder = {
  readonly id: number;
  readonly customerId: number | null;
  readonly day: EpochDay;
  isSold: boolean;
  /** How to insert it; null once it is in the table. */
  row: { ref: string; campaignId: number | null; channelId: number | null; placeId: number | null; at: Instant } | null;
  lines: number;
  netMinor: number;
  saleLines: number;
  saleQuantity: number;
  saleMinor: number;
};

type FoundOrder = {
  readonly id: number;
  readonly import_id: number;
  readonly customer_id: number | null;
  readonly day: number;
  readonly sale_lines: number;
};

/** Where the lines of orders go, a batch at a time. */
export type OrderStore = {
  readonly tally: Tally;
  /**
   * Stores one batch; to be called inside a transaction. A line that contradicts its own order is not stored and told
   * to `reject`, like one that cannot be read.
   */
  store(batch: readonly NumberedLine[], reject: (line: number, misfit: Misfit) => void): void;
};

/** A line of an order and on which line of the file it stands. */
export type NumberedLine = { readonly line: number; readonly content: OrderLine };

/**
 * Puts order lines into the tables under one import. Order ids are counted here and not by SQLite: one import runs at a
 * time, and a line can be written without asking for its order's id first.
 */
export function openOrderStore(db: Connection, importId: number, columns: Columns): OrderStore {
  const tally = startTally();
  const customers = openDictionary(db, 'customer', importId);
  const campaigns = openDictionary(db, 'campaign', importId);
  const channels = openDictionary(db, 'sale_channel', importId);
  const places = openDictionary(db, 'sale_place', importId);
  const products = productDictionary(db, importId);
  const insertOrders = manyInserts(db, 'sale_order', orderColumns);
  const insertLines = manyInserts(db, 'sale_line', lineColumns);
  const addToOrder = db.prepare(
    `UPDATE sale_order SET lines = lines + ?, net_minor = net_minor + ?, sale_lines = sale_lines + ?,
       sale_quantity = sale_quantity + ?, sale_minor = sale_minor + ? WHERE id = ?`,
  );
  const findOrder = db.prepare<[string], FoundOrder>(
    'SELECT id, import_id, customer_id, day, sale_lines FROM sale_order WHERE ref = ?',
  );
  let nextId = 1 + (db.prepare<[], number | null>('SELECT MAX(id) FROM sale_order').pluck().get() ?? 0);
  const orders = new Map<string, OpenOrder | typeof known>();

  function orderOf(line: OrderLine): OpenOrder | typeof known {
    let order = orders.get(line.order);
    if (order === undefined) {
      const found = findOrder.get(line.order);
      order = found ? reopen(found) : begin(line);
      orders.set(line.order, order);
    }
    return order;
  }

  function reopen(found: FoundOrder): OpenOrder | typeof known {
    if (found.import_id !== importId) return known;
    const { id, customer_id: customerId, day, sale_lines: saleLines } = found;
    return { id, customerId, day, isSold: saleLines > 0, row: null, ...nothingYet };
  }

  function begin(line: OrderLine): OpenOrder {
    tally.order();
    return {
      id: nextId++,
      customerId: customers.idOf(line.customer),
      day: Math.floor(line.moment.local / DAY_MS),
      isSold: false,
      row: {
        ref: line.order,
        campaignId: campaigns.idOf(line.campaign),
        channelId: channels.idOf(line.channel),
        placeId: places.idOf(line.place),
        at: line.moment.instant,
      },
      ...nothingYet,
    };
  }

  return {
    tally,
    store(batch, reject) {
      const touched = new Set<OpenOrder>();
      const lines: (number | null)[] = [];
      for (const { line, content } of batch) {
        const order = orderOf(content);
        if (order === known) {
          tally.sums.known++;
          continue;
        }
        // Many files name the customer on the first line of an order only.
        if (content.customer !== null && customers.find(content.customer) !== order.customerId) {
          const reason = `is not the customer of the earlier lines of order ${content.order}`;
          reject(line, { column: columns.customer?.header ?? '', value: content.customer, reason });
          continue;
        }
        touched.add(order);
        addUp(order, content);
        tally.line(content, order.customerId === null);
        if (content.kind === lineKinds.sale && !order.isSold) {
          order.isSold = true;
          tally.sale(order.day);
        }
        const { quantity, unitPriceParts, amountMinor, kind } = content;
        const day = Math.floor(content.moment.local / DAY_MS);
        lines.push(order.id, line, products.idOf(content), day, quantity, unitPriceParts, amountMinor, kind);
      }
      writeOrders(touched);
      insertLines(lines);
      if (orders.size > CACHE_SIZE) orders.clear();
      customers.rest();
    },
  };

  function writeOrders(touched: ReadonlySet<OpenOrder>): void {
    const rows: (number | string | null)[] = [];
    for (const order of touched) {
      const { id, customerId, day, row, lines, netMinor, saleLines, saleQuantity, saleMinor } = order;
      if (row) {
        const { ref, campaignId, channelId, placeId, at } = row;
        rows.push(id, importId, ref, customerId, campaignId, channelId, placeId, at, day);
        rows.push(lines, netMinor, saleLines, saleQuantity, saleMinor);
        order.row = null;
      } else {
        addToOrder.run(lines, netMinor, saleLines, saleQuantity, saleMinor, id);
      }
      Object.assign(order, nothingYet);
    }
    insertOrders(rows);
  }
}

const nothingYet = { lines: 0, netMinor: 0, saleLines: 0, saleQuantity: 0, saleMinor: 0 } as const;

function addUp(order: OpenOrder, { kind, quantity, amountMinor }: OrderLine): void {
  order.lines++;
  if (kind !== lineKinds.void) order.netMinor += amountMinor;
  if (kind !== lineKinds.sale) return;
  order.saleLines++;
  order.saleQuantity += quantity;
  order.saleMinor += amountMinor;
}
