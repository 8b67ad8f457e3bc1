import type { Cell } from '../file.ts';
import type { Order } from '../ledger.ts';
import { returnedMinor } from '../truth.ts';
import { count, draftOf, goodsMinor, moment, money, type OrderFile, shownIn, stateOf, tableOf } from './order-file.ts';

const address = ['Name', 'Street', 'Address1', 'Address2', 'Company', 'City', 'Zip', 'Province', 'Country', 'Phone'];

// connectors.md 4.3: 75 columns in 2021, 79 in 2026.
const columns2021 = [
  ...'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency'.split(','),
  ...'Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at'.split(','),
  ...'Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku'.split(','),
  ...'Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status'.split(','),
  ...address.map((name) => `Billing ${name}`),
  ...address.map((name) => `Shipping ${name}`),
  ...'Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor'.split(','),
  ...'Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount'.split(','),
  ...[1, 2, 3, 4, 5].flatMap((at) => [`Tax ${at} Name`, `Tax ${at} Value`]),
  ...'Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name'.split(','),
];
const columns2026 = [
  ...columns2021,
  ...'Payment ID,Payment Terms Name,Next Payment Due At,Payment References'.split(','),
];

/** Cancelled before it was paid: voided. After: paid back. An order waiting for its payment is in the file and counts. */
function financialStatus(order: Order): string {
  if (order.cancelledAt !== null) return order.paidAt === null ? 'voided' : 'refunded';
  if (order.returned) return 'partially_refunded';
  return order.paidAt === null ? 'pending' : 'paid';
}

/** What only an order's first line tells. */
function head(order: Order, currency: string): Readonly<Record<string, Cell>> {
  const worth = goodsMinor(order) - order.voucherMinor;
  const isRefunded = order.cancelledAt !== null && order.paidAt !== null;
  return {
    Email: order.customer.ref,
    'Financial Status': financialStatus(order),
    'Paid at': moment(order.paidAt),
    'Fulfillment Status': order.sentAt === null ? 'unfulfilled' : 'fulfilled',
    'Fulfilled at': moment(order.sentAt),
    'Accepts Marketing': 'no',
    Currency: currency,
    Subtotal: money(worth),
    Shipping: money(9000),
    Taxes: money(0),
    Total: money(worth + 9000),
    'Discount Code': order.voucherMinor > 0 ? 'GAJIAN' : '',
    'Discount Amount': money(order.voucherMinor),
    'Billing Name': order.customer.name,
    'Shipping City': order.customer.city,
    'Shipping Zip': "'40123",
    Notes: order.number % 4 === 0 ? 'please wrap,\nthank you' : '',
    'Cancelled at': moment(order.cancelledAt),
    'Payment Method': 'Midtrans',
    'Refunded Amount': money(isRefunded ? worth + 9000 : Math.min(returnedMinor(order), worth)),
    Id: String(5_600_000_000_000 + order.number),
    'Risk Level': 'Low',
    Source: stateOf(order) === 'completed' ? 'web' : 'pos',
  };
}

function file(name: string, header: readonly string[]): OrderFile {
  return {
    name,
    layout: 'Shopify orders',
    currency: 'IDR',
    tells: { cancelled: true, returned: true, voucher: true, unpaid: false, customer: true, ownDay: false },
    write(ledger, window) {
      const records = shownIn(ledger, window).flatMap((order) =>
        order.lines.map(
          (line, at): Readonly<Record<string, Cell>> => ({
            Name: `#${1001 + order.number}`,
            ...(at === 0 && head(order, ledger.shop.currency)),
            // Files of 2021 are seen with this one column on every line.
            'Created at': at === 0 || header === columns2021 ? moment(order.createdAt) : '',
            'Lineitem quantity': count(line.quantity),
            'Lineitem name': line.product.name,
            'Lineitem price': money(line.product.priceMinor - line.discountMinor),
            'Lineitem compare at price': money(line.product.priceMinor),
            'Lineitem sku': line.product.sku,
            'Lineitem requires shipping': 'true',
            'Lineitem discount': money(0),
            Vendor: 'Toko',
          }),
        ),
      );
      return draftOf(ledger, {
        name: 'orders_export.csv',
        rows: tableOf(header, records),
        writing: { digits: 2, seconds: true, offset: ` ${ledger.offset}` },
      });
    },
  };
}

export const shopifyOrders: readonly OrderFile[] = [
  file('Shopify orders, 75 columns', columns2021),
  file('Shopify orders, 79 columns', columns2026),
];
