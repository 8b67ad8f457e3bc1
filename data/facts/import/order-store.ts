import { say } from '../../../words/say.ts';
import type { Connection } from '../../database.ts';
import type { EpochDay, Instant } from '../../types/shop.ts';
import { type LineBeside, lineKinds, type Misfit, type Opening, type OrderLine } from '../layouts/layout.ts';
import { fingerprints } from './fingerprints.ts';
import { manyInserts } from './insert.ts';
import { productDictionary } from './products.ts';
import { startTally, type Tally } from './tally.ts';

const DAY_MS = 86_400_000;
/** Of so many orders it is known that a row of theirs could not be read. */
const MOST_PARTIAL = 50_000;
/** What one row tells beside itself is numbered below zero: more than this many at once would run into the next row. */
const MAX_BESIDE = 1000;

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
  'told_at',
  'stage',
  'discount_minor',
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

/** An order of the batch at hand, and the sums of its lines in it. */
type OpenOrder = {
  readonly id: number;
  /** As its first line calls the customer; null where that is not at hand any more. */
  readonly customer: string | null;
  readonly customerId: number | null;
  readonly day: EpochDay;
  isSold: boolean;
  /** How to insert it; null when an earlier batch did. */
  readonly row: {
    ref: string;
    campaignId: number | null;
    channelId: number | null;
    placeId: number | null;
    at: Instant;
  } | null;
  lines: number;
  netMinor: number;
  saleLines: number;
  saleQuantity: number;
  saleMinor: number;
  toldAt: Instant;
  stage: number;
  discountMinor: number | null;
};

type FoundOrder = {
  readonly id: number;
  readonly customer_id: number | null;
  readonly day: number;
  readonly sale_lines: number;
};

/** Where the lines of orders go, a batch at a time. */
export type OrderStore = {
  readonly tally: Tally;
  /** The latest moment that any row has told. */
  toldAt(): Instant;
  /** Notes that a row of this order could not be read. */
  missRow(order: string): void;
  partialOrders(): ReadonlySet<string>;
  /** After the last line: whether `write` has more to write, and is to be called again. */
  rest(): boolean;
  /** Writes what still rests and marks the orders of which rows are missing, inside a transaction. */
  close(): void;
  /** How many customers ordered. */
  countCustomers(): number;
  /** How many lines of this import stand in the table. */
  countLines(): number;
  /**
   * Takes a line in and writes nothing yet. One that contradicts its own order is told to `reject`, like one that cannot
   * be read.
   */
  take(line: number, content: OrderLine, reject: (line: number, misfit: Misfit) => void): void;
  /** Writes what was taken in; to be called inside a transaction. */
  write(): void;
};

/**
 * Puts order lines into the tables under one import. Order ids are counted here and not by SQLite: one import runs at a
 * time, and a line can be written without asking for its order's id first.
 */
export function openOrderStore(db: Connection, { importId, columns, words }: Opening): OrderStore {
  const tally = startTally();
  const customers = words.patient('customer');
  const campaigns = words.patient('campaign');
  const channels = words.patient('sale_channel');
  const places = words.patient('sale_place');
  const dictionaries = [customers, campaigns, channels, places];
  const products = productDictionary(db, words, importId);
  const insertOrders = manyInserts(db, 'sale_order', orderColumns);
  const insertLines = manyInserts(db, 'sale_line', lineColumns);
  const addToOrder = db.prepare(
    `UPDATE sale_order SET lines = lines + ?, net_minor = net_minor + ?, sale_lines = sale_lines + ?,
       sale_quantity = sale_quantity + ?, sale_minor = sale_minor + ?, told_at = MAX(told_at, ?),
       stage = MAX(stage, ?), discount_minor = COALESCE(discount_minor + ?, discount_minor, ?) WHERE id = ?`,
  );
  const findOrder = db.prepare<[string, number], FoundOrder>(
    'SELECT id, customer_id, day, sale_lines FROM sale_order WHERE ref = ? AND import_id = ?',
  );
  const firstId = 1 + (db.prepare<[], number | null>('SELECT MAX(id) FROM sale_order').pluck().get() ?? 0);
  let nextId = firstId;
  /** The orders of this batch: files keep the lines of an order together, nearly always. */
  const orders = new Map<string, OpenOrder>();
  /** Those of the batches before. An order that is in neither is new. */
  const earlier = fingerprints();
  let last: { readonly ref: string; readonly order: OpenOrder } | undefined;
  const partial = new Set<string>();
  let toldAt = 0;
  /** What the next batch writes. */
  let touched: OpenOrder[] = [];
  /** Row after row. The array stays: a new one for each batch would have to grow anew. */
  const lines: (number | null)[] = [];
  let filled = 0;

  function orderOf(line: OrderLine): OpenOrder {
    // The lines of an order stand together, nearly always.
    if (last?.ref === line.order) return last.order;
    let order = orders.get(line.order);
    if (order === undefined) {
      const found = earlier.mayHave(line.order) ? findOrder.get(line.order, importId) : undefined;
      order = found ? reopen(found) : begin(line);
      orders.set(line.order, order);
    }
    last = { ref: line.order, order };
    return order;
  }

  function reopen({ id, customer_id: customerId, day, sale_lines: saleLines }: FoundOrder): OpenOrder {
    return { id, customer: null, customerId, day, isSold: saleLines > 0, row: null, ...nothingYet };
  }

  function begin(line: OrderLine): OpenOrder {
    tally.order();
    return {
      id: nextId++,
      customer: line.customer,
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

  function isOther(customer: string | null, order: OpenOrder): boolean {
    if (customer === null || customer === order.customer) return false;
    return customers.find(customer) !== order.customerId;
  }

  return {
    tally,
    toldAt: () => toldAt,
    missRow(order) {
      if (partial.size < MOST_PARTIAL) partial.add(order);
    },
    partialOrders: () => partial,
    rest: () => dictionaries.map((dictionary) => dictionary.rest()).includes(true),
    close() {
      for (const dictionary of dictionaries) dictionary.close();
      db.prepare(
        'UPDATE sale_order SET is_partial = 1 WHERE import_id = ? AND ref IN (SELECT value FROM json_each(?))',
      ).run(importId, JSON.stringify([...partial]));
    },
    countCustomers: () =>
      customers.used() ??
      db
        .prepare<[number], number>('SELECT COUNT(DISTINCT customer_id) FROM sale_order WHERE import_id = ?')
        .pluck()
        .get(importId)!,
    // No other import has given out higher numbers: one runs at a time.
    countLines: () =>
      db
        .prepare<[number], number>('SELECT COUNT(*) FROM sale_line WHERE order_id >= ? AND line > 0')
        .pluck()
        .get(firstId)!,
    take(line, content, reject) {
      const order = orderOf(content);
      // Many files name the customer on the first line of an order only.
      if (isOther(content.customer, order)) {
        const reason = say`is not the customer of the earlier lines of order ${content.order}`;
        partial.add(content.order);
        reject(line, { column: columns.customer?.header ?? '', value: content.customer ?? '', reason });
        return;
      }
      if (order.lines === 0) touched.push(order);
      addUp(order, content);
      tally.line(content, order.customerId === null);
      if (content.kind === lineKinds.sale && !order.isSold) {
        order.isSold = true;
        tally.sale(order.day);
      }
      addLine(order, line, Math.floor(content.moment.local / DAY_MS), content);
      toldAt = Math.max(toldAt, content.toldAt ?? content.moment.instant);
      if (content.beside) takeBeside(order, line, content);
    },
    write() {
      writeOrders();
      insertLines(lines, filled);
      filled = 0;
      products.write();
      for (const dictionary of dictionaries) dictionary.write();
      for (const ref of orders.keys()) earlier.add(ref);
      orders.clear();
      last = undefined;
    },
  };

  function takeBeside(order: OpenOrder, line: number, content: OrderLine): void {
    const day = Math.floor(content.moment.local / DAY_MS);
    for (const [at, beside] of content.beside!.entries()) {
      addMoney(order, beside);
      tally.beside({ ...beside, moment: content.moment }, order.customerId === null);
      addLine(order, -(line * MAX_BESIDE + at), day, beside);
    }
  }

  function addLine(order: OpenOrder, number: number, day: EpochDay, content: LineBeside): void {
    lines[filled++] = order.id;
    lines[filled++] = number;
    lines[filled++] = products.idOf(content);
    lines[filled++] = day;
    lines[filled++] = content.quantity;
    lines[filled++] = content.unitPriceParts;
    lines[filled++] = content.amountMinor;
    lines[filled++] = content.kind;
  }

  function writeOrders(): void {
    const rows: (number | string | null)[] = [];
    for (const order of touched) {
      const { id, customerId, day, row, lines, netMinor, saleLines, saleQuantity, saleMinor, toldAt, stage } = order;
      const { discountMinor } = order;
      if (row) {
        const { ref, campaignId, channelId, placeId, at } = row;
        rows.push(id, importId, ref, customerId, campaignId, channelId, placeId, at, day);
        rows.push(lines, netMinor, saleLines, saleQuantity, saleMinor, toldAt, stage, discountMinor);
      } else {
        const sums = [lines, netMinor, saleLines, saleQuantity, saleMinor, toldAt, stage];
        addToOrder.run(...sums, discountMinor, discountMinor, id);
      }
    }
    insertOrders(rows);
    touched = [];
  }
}

const nothingYet = {
  lines: 0,
  netMinor: 0,
  saleLines: 0,
  saleQuantity: 0,
  saleMinor: 0,
  toldAt: 0,
  stage: 0,
  discountMinor: null,
} as const;

function addUp(order: OpenOrder, line: OrderLine): void {
  order.lines++;
  if (line.kind === lineKinds.sale) {
    order.saleLines++;
    if (line.discountMinor !== null) order.discountMinor = (order.discountMinor ?? 0) + line.discountMinor;
  }
  const toldAt = line.toldAt ?? line.moment.instant;
  if (toldAt > order.toldAt) order.toldAt = toldAt;
  if (line.stage > order.stage) order.stage = line.stage;
  addMoney(order, line);
}

function addMoney(
  order: OpenOrder,
  { kind, quantity, amountMinor }: Pick<OrderLine, 'kind' | 'quantity' | 'amountMinor'>,
): void {
  if (kind !== lineKinds.void) order.netMinor += amountMinor;
  if (kind !== lineKinds.sale) return;
  order.saleQuantity += quantity;
  order.saleMinor += amountMinor;
}
