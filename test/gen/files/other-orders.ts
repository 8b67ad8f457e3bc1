import type { Cell } from '../file.ts';
import { textOf } from '../file.ts';
import { type Line, soldMinor } from '../ledger.ts';
import { returnedMinor, type Tells } from '../truth.ts';
import {
  columnsOf,
  count,
  draftOf,
  goodsMinor,
  moment,
  money,
  type OrderFile,
  plainWriting,
  type State,
  shownIn,
  stateOf,
  tableOf,
} from './order-file.ts';

const everything: Tells = {
  cancelled: true,
  returned: true,
  voucher: false,
  unpaid: true,
  customer: true,
  ownDay: false,
};

/** Analytics > Orders: one row an order, net of coupons and refunds. */
function woocommerce(name: string, netSales: readonly string[]): OrderFile {
  const header = [
    ...columnsOf('Date · Order # · N. Revenue (formatted) · Status · Customer · Customer type · Product(s)'),
    ...columnsOf('Items sold · Coupon(s)'),
    ...netSales,
    'Attribution',
  ];
  const states: Readonly<Record<State, string>> = {
    unpaid: 'pending',
    paid: 'processing',
    sent: 'processing',
    completed: 'completed',
    cancelled: 'cancelled',
  };
  return {
    name,
    layout: 'WooCommerce orders',
    currency: 'IDR',
    tells: { ...everything, voucher: true },
    write(ledger, window) {
      const records = shownIn(ledger, window).map((order): Readonly<Record<string, Cell>> => {
        const worth = goodsMinor(order) - order.voucherMinor;
        const net = worth - Math.min(returnedMinor(order), worth);
        const formatted = textOf(money(net), { writing: { ...plainWriting, numbers: '1.234,56' }, minorDigits: 0 });
        return {
          Date: moment(order.createdAt),
          'Order #': String(2001 + order.number),
          'N. Revenue (formatted)': `Rp${formatted}`,
          Status: states[stateOf(order)],
          Customer: order.customer.ref,
          'Customer type': 'returning',
          'Product(s)': order.lines.map(({ product, quantity }) => `${quantity}× ${product.name}`).join(', '),
          'Items sold': count(order.lines.reduce((sum, { quantity }) => sum + quantity, 0)),
          'Coupon(s)': order.voucherMinor > 0 ? 'GAJIAN' : '',
          ...(netSales[0] && { [netSales[0]]: money(net) }),
          Attribution: 'Organic: Google',
        };
      });
      return draftOf(ledger, {
        name: 'wc-orders-report-export-17063.csv',
        rows: tableOf(header, records),
        writing: { seconds: true },
      });
    },
  };
}

/** Tab-separated, in Windows-1252, without a word on the buyer and on single pieces sent back. */
const amazon: OrderFile = {
  name: 'Amazon orders',
  layout: 'Amazon orders',
  currency: 'IDR',
  tells: { ...everything, returned: false, customer: false },
  write(ledger, window) {
    const header =
      'amazon-order-id,merchant-order-id,purchase-date,last-updated-date,order-status,fulfillment-channel,sales-channel,order-channel,url,ship-service-level,product-name,sku,asin,item-status,quantity,currency,item-price,item-tax,shipping-price,shipping-tax,gift-wrap-price,gift-wrap-tax,item-promotion-discount,ship-promotion-discount,ship-city,ship-state,ship-postal-code,ship-country,promotion-ids'.split(
        ',',
      );
    const states: Readonly<Record<State, string>> = {
      unpaid: 'Pending',
      paid: 'Unshipped',
      sent: 'Shipped',
      completed: 'Shipped - Delivered to Buyer',
      cancelled: 'Cancelled',
    };
    const iso = (at: number) => `${new Date(at).toISOString().slice(0, 19)}+07:00`;
    const records = shownIn(ledger, window).flatMap((order) => {
      const { createdAt, paidAt, sentAt, completedAt, cancelledAt } = order;
      return order.lines.map(
        (line): Readonly<Record<string, Cell>> => ({
          'amazon-order-id': `701-${String(1_000_000 + order.number)}-8824601`,
          'purchase-date': iso(createdAt),
          'last-updated-date': iso(Math.max(createdAt, paidAt ?? 0, sentAt ?? 0, completedAt ?? 0, cancelledAt ?? 0)),
          'order-status': states[stateOf(order)],
          'fulfillment-channel': 'Merchant',
          'sales-channel': 'Amazon.com',
          'ship-service-level': 'Standard',
          'product-name': line.product.name,
          sku: line.product.sku,
          asin: 'B00EXAMPLE',
          'item-status': states[stateOf(order)],
          quantity: count(line.quantity),
          currency: ledger.shop.currency,
          // Cancelled items come without a price.
          'item-price': cancelledAt === null ? money(line.product.priceMinor * line.quantity) : '',
          'item-promotion-discount': line.discountMinor > 0 ? money(line.discountMinor * line.quantity) : '',
          'ship-city': order.customer.city,
          'ship-country': 'ID',
        }),
      );
    });
    return draftOf(ledger, {
      name: '51223020469.txt',
      rows: tableOf(header, records),
      writing: { digits: 2 },
      form: { delimiter: '\t', encoding: 'windows-1252', newline: '\r\n' },
    });
  },
};

/** A cancellation is an invoice of its own, with a C and negative quantities, on its own day. */
function uci(name: string, columns: string, behindCustomer: '' | '.0'): OrderFile {
  return {
    name,
    layout: 'UCI Online Retail',
    currency: 'GBP',
    tells: { ...everything, unpaid: false, ownDay: true },
    write(ledger, window) {
      const header = columnsOf(columns);
      const rows = shownIn(ledger, window).flatMap((order) => {
        const { number, lines, createdAt, cancelledAt, returned } = order;
        const row = (ref: string, line: Line, quantity: number, at: number): readonly Cell[] => [
          ref,
          line.product.sku,
          line.product.name.toUpperCase(),
          count(quantity),
          { at },
          money(soldMinor(line) / line.quantity),
          order.customer.ref + behindCustomer,
          'United Kingdom',
        ];
        const sold = lines.map((line) => row(String(536_365 + number), line, line.quantity, createdAt));
        const undone = `C${736_365 + number}`;
        if (cancelledAt !== null)
          return [...sold, ...lines.map((line) => row(undone, line, -line.quantity, cancelledAt))];
        return returned ? [...sold, row(undone, lines[0]!, -returned.quantity, returned.at)] : sold;
      });
      return draftOf(ledger, {
        name: 'online_retail.csv',
        rows: [header, ...rows],
        writing: { digits: ledger.minorDigits, dates: 'month/day' },
      });
    },
  };
}

/** One row a purchase, its products in one cell. */
function distributor(name: string, basketOf: (lines: readonly Line[]) => string): OrderFile {
  return {
    name,
    layout: 'distributor transactions',
    currency: 'IDR',
    tells: { ...everything, cancelled: false, returned: false, unpaid: false },
    write(ledger, window) {
      const header = columnsOf(
        'transaction_id · customer_id · service_centre · product_json · total_amt · discount · paid_amt · payment_date',
      );
      const records = shownIn(ledger, window).map((order) => ({
        transaction_id: `TRX${String(order.number).padStart(8, '0')}`,
        customer_id: order.customer.ref,
        service_centre: order.customer.city,
        product_json: basketOf(order.lines),
        total_amt: money(goodsMinor(order)),
        discount: money(order.voucherMinor),
        paid_amt: money(goodsMinor(order) - order.voucherMinor),
        payment_date: moment(order.createdAt),
      }));
      return draftOf(ledger, { name: 'transactions.csv', rows: tableOf(header, records), writing: { seconds: true } });
    },
  };
}

/** A dictionary names a product once. */
function quantities(lines: readonly Line[]): ReadonlyMap<string, number> {
  const basket = new Map<string, number>();
  for (const { product, quantity } of lines) basket.set(product.name, (basket.get(product.name) ?? 0) + quantity);
  return basket;
}

const inJson = (lines: readonly Line[]) => JSON.stringify(Object.fromEntries(quantities(lines)));
const inPython = (lines: readonly Line[]) =>
  `{${[...quantities(lines)].map(([product, quantity]) => `'${product.replaceAll('\t', '\\t')}': ${quantity}`).join(', ')}}`;

/** As people write lists of orders by hand: what came back is a line of its own, below zero. */
function generic(name: string, columns: string, states: Readonly<Record<State, string>>): OrderFile {
  const header = columnsOf(columns);
  return {
    name,
    layout: 'generic orders',
    currency: 'IDR',
    tells: { ...everything, unpaid: false },
    write(ledger, window) {
      const rows = shownIn(ledger, window).flatMap((order) => {
        const row = (line: Line, quantity: number, status: string): readonly Cell[] => [
          `ORD-${String(order.number).padStart(5, '0')}`,
          moment(order.createdAt),
          order.customer.ref,
          line.product.sku,
          line.product.name,
          count(quantity),
          money(soldMinor(line) / line.quantity),
          status,
          order.customer.city,
        ];
        const sold = order.lines.map((line) => row(line, line.quantity, states[stateOf(order)]));
        return order.returned ? [...sold, row(order.lines[0]!, -order.returned.quantity, 'return')] : sold;
      });
      return draftOf(ledger, { name: 'orders.csv', rows: [header, ...rows] });
    },
  };
}

export const otherOrders: readonly OrderFile[] = [
  woocommerce('WooCommerce orders', ['Net Sales']),
  woocommerce('WooCommerce orders, older', ['N. Revenue']),
  amazon,
  uci(
    'UCI Online Retail I',
    'InvoiceNo · StockCode · Description · Quantity · InvoiceDate · UnitPrice · CustomerID · Country',
    '.0',
  ),
  uci(
    'UCI Online Retail II',
    'Invoice · StockCode · Description · Quantity · InvoiceDate · Price · Customer ID · Country',
    '',
  ),
  distributor('distributor transactions, JSON', inJson),
  distributor('distributor transactions, Python', inPython),
  generic(
    'generic orders, English',
    'Order ID · Order Date · Customer · SKU · Product Name · Quantity · Unit Price · Status · City',
    { unpaid: 'unpaid', paid: 'paid', sent: 'shipped', completed: 'completed', cancelled: 'cancelled' },
  ),
  generic(
    'generic orders, Indonesian',
    'No. Pesanan · Tanggal · Pelanggan · Kode Produk · Nama Produk · Jumlah · Harga Satuan · Status · Kota',
    { unpaid: 'belum dibayar', paid: 'dibayar', sent: 'dikirim', completed: 'selesai', cancelled: 'dibatalkan' },
  ),
];
