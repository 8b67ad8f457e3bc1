import type { Connection } from '../database.ts';
import { toEpochDay } from '../days.ts';
import type { CustomerFeatures } from '../types/customers.ts';
import type { Day } from '../types/shop.ts';
import { readColumns } from './columns.ts';
import { lineKinds, stages } from './layouts/layout.ts';
import { PARTS_PER_MINOR } from './money.ts';

type Column = Float64Array;

/**
 * The customer single view with everything a segment may be told from. Orders and lines are read once each, and summed
 * by customer here: SQLite would sort two million lines three times over.
 *
 * Sales are lines that were paid for; what came back counts in `netMinor` only. Price bands are the quarters of all lines
 * by unit price, each from its lower bound on. What cannot be told is NaN, never 0.
 */
export function customerFeatures(db: Connection): (range: { readonly before: Day }) => Promise<CustomerFeatures> {
  const referrals = db
    .prepare<[], [number, number]>(
      `SELECT sponsor_id, count(*) FROM (
         SELECT sponsor_id FROM current_referral UNION ALL
         SELECT sponsor_id FROM customer
         WHERE sponsor_id IS NOT NULL AND id NOT IN (SELECT customer_id FROM current_referral)
       ) GROUP BY sponsor_id`,
    )
    .raw();
  const visiting = db
    .prepare<[], [number, number | null]>(
      "SELECT subject_id, number FROM current_trait WHERE subject = 'customer' AND name = 'visits'",
    )
    .raw();
  const lastCustomer = db.prepare<[], number | null>('SELECT MAX(id) FROM customer').pluck();

  return async ({ before }) => {
    const count = 1 + (lastCustomer.get() ?? 0);
    const asOf = toEpochDay(before);
    const orders = ordersByCustomer(db, asOf, count);
    const lines = linesByCustomer(db, asOf, count);
    const referred = new Float64Array(count);
    for (const [customer, times] of referrals.iterate()) if (customer < count) referred[customer] = times;
    const visits = new Float64Array(count).fill(Number.NaN);
    for (const [customer, times] of visiting.iterate()) if (customer < count) visits[customer] = times ?? Number.NaN;

    const id = Int32Array.from(orders.sales.keys()).filter((customer) => orders.sales[customer]! > 0);
    const each = (value: (customer: number) => number) => Float64Array.from(id, value);
    const { sales, revenue, quantity, net, firstDay, lastDay, discount, told } = orders;
    const spanDays = each((c) => lastDay[c]! - firstDay[c]!);
    const band = (share: Column) => each((c) => share[c]! / quantity[c]!);
    return {
      asOf: before,
      id,
      revenueMinor: each((c) => revenue[c]!),
      quantity: each((c) => quantity[c]!),
      orders: each((c) => sales[c]!),
      spanDays,
      meanDaysBetween: spanDays.map((days, at) => orNothing(days / (sales[id[at]!]! - 1))),
      unitMinor: each((c) => orNothing(revenue[c]! / quantity[c]!)),
      orderMinor: each((c) => revenue[c]! / sales[c]!),
      orderQuantity: each((c) => quantity[c]! / sales[c]!),
      netMinor: each((c) => net[c]!),
      places: each((c) => orders.places[c]! || Number.NaN),
      products: each((c) => lines.products[c]!),
      priceShare1: band(lines.bands[0]),
      priceShare2: band(lines.bands[1]),
      priceShare3: band(lines.bands[2]),
      priceShare4: band(lines.bands[3]),
      referred: each((c) => referred[c]!),
      recencyDays: each((c) => asOf - lastDay[c]!),
      returnedMinor: each((c) => revenue[c]! - net[c]!),
      campaignShare: each((c) => orders.byCampaign[c]! / sales[c]!),
      discountMinor: each((c) => discount[c]!),
      discountShare: each((c) => orNothing(discount[c]! / (discount[c]! + told[c]!))),
      promoShare: each((c) => orders.byPromo[c]! / sales[c]!),
      cancelledOrders: each((c) => orders.cancelled[c]!),
      firstDay: each((c) => firstDay[c]!),
      visits: each((c) => visits[c]!),
    };
  };
}

/** Sums over the orders of each customer number below `count`, from orders before a day. */
function ordersByCustomer(db: Connection, before: number, count: number) {
  const columns = ['customer_id', 'day', 'sale_lines', 'sale_minor', 'sale_quantity', 'net_minor'];
  const [customers, days, saleLines, saleMinor, saleQuantity, netMinor, campaigns, discounts, stage, places] =
    readColumns(
      db,
      [...columns, 'campaign_id', 'discount_minor', 'stage', 'place_id'],
      'stored_order WHERE day < :before AND customer_id IS NOT NULL',
      { before },
    ) as Column[];
  const zeros = () => new Float64Array(count);
  const [sales, revenue, quantity, net, byCampaign, byPromo, cancelled, told] = Array.from({ length: 8 }, zeros);
  const firstDay = zeros().fill(Number.POSITIVE_INFINITY);
  const lastDay = zeros().fill(Number.NEGATIVE_INFINITY);
  const discount = zeros().fill(Number.NaN);

  for (let at = 0; at < customers!.length; at++) {
    const customer = customers![at]!;
    const off = discounts![at]!;
    revenue![customer]! += saleMinor![at]!;
    quantity![customer]! += saleQuantity![at]!;
    net![customer]! += netMinor![at]!;
    if (!Number.isNaN(off)) {
      discount[customer] = (discount[customer]! || 0) + off;
      told![customer]! += saleMinor![at]!;
    }
    if (saleLines![at]! === 0) {
      if (stage![at] === stages.undone || netMinor![at]! < 0) cancelled![customer]!++;
      continue;
    }
    sales![customer]!++;
    if (!Number.isNaN(campaigns![at]!)) byCampaign![customer]!++;
    if (!Number.isNaN(campaigns![at]!) || off > 0) byPromo![customer]!++;
    firstDay[customer] = Math.min(firstDay[customer]!, days![at]!);
    lastDay[customer] = Math.max(lastDay[customer]!, days![at]!);
  }
  return {
    sales: sales!,
    revenue: revenue!,
    quantity: quantity!,
    net: net!,
    byCampaign: byCampaign!,
    byPromo: byPromo!,
    cancelled: cancelled!,
    told: told!,
    firstDay,
    lastDay,
    discount,
    places: distinctByCustomer(customers!, places!, count),
  };
}

/** What each customer bought: how many products, and the quantity by price band, cheapest first. */
function linesByCustomer(db: Connection, before: number, count: number) {
  const price = `coalesce(l.unit_price_parts, l.amount_minor * ${PARTS_PER_MINOR}.0 / l.quantity)`;
  const [customers, products, quantity, prices] = readColumns(
    db,
    ['o.customer_id', 'l.product_id', 'l.quantity', price],
    `stored_order AS o CROSS JOIN sale_line AS l ON l.order_id = o.id
     WHERE o.day < :before AND o.customer_id IS NOT NULL AND l.kind = ${lineKinds.sale}`,
    { before },
  ) as [Column, Column, Column, Column];
  const sorted = prices.slice().sort();
  const [low, middle, high] = [quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)];
  const bands = [0, 1, 2, 3].map(() => new Float64Array(count)) as [Column, Column, Column, Column];
  for (let at = 0; at < prices.length; at++) {
    const band = prices[at]! < middle ? Number(prices[at]! >= low) : 2 + Number(prices[at]! >= high);
    bands[band]![customers[at]!]! += quantity[at]!;
  }
  return { products: distinctByCustomer(customers, products, count), bands };
}

/** How many different words each customer has; NaN is no word. */
function distinctByCustomer(customers: Column, words: Column, count: number): Column {
  const distinct = new Float64Array(count);
  const range = 1 + words.reduce((most, word) => (word > most ? word : most), 0);
  // One number to a pair, so that sorting is the machine's own.
  const pairs = customers.map((customer, at) => customer * range + words[at]!).sort();
  for (let at = 0; at < pairs.length && !Number.isNaN(pairs[at]!); at++) {
    if (at === 0 || pairs[at] !== pairs[at - 1]) distinct[Math.floor(pairs[at]! / range)]!++;
  }
  return distinct;
}

/** Of an ordered sample, by linear interpolation, as numpy and pandas take it. */
function quantile(sorted: Column, share: number): number {
  const place = share * (sorted.length - 1);
  const [below, above] = [Math.floor(place), Math.ceil(place)];
  return sorted[below]! * (1 - (place - below)) + sorted[above]! * (place - below);
}

/** A share of nothing is not known. */
function orNothing(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}
