import type { Cell } from '../file.ts';
import { soldMinor } from '../ledger.ts';
import {
  columnsOf,
  count,
  draftOf,
  goodsMinor,
  moment,
  money,
  type OrderFile,
  type State,
  shownIn,
  stateOf,
  tableOf,
} from './order-file.ts';

// The list of connectors.md 4.3; those in brackets come and go.
const every = columnsOf(
  `Order ID · Order Status · Order Substatus · Cancelation/Return Type · Normal or Pre-order · SKU ID · Seller SKU ·
   Product Name · Variation · Quantity · Sku Quantity of return · SKU Unit Original Price · SKU Subtotal Before Discount ·
   SKU Platform Discount · SKU Seller Discount · SKU Subtotal After Discount · Shipping Fee After Discount ·
   Original Shipping Fee · Shipping Fee Seller Discount · Shipping Fee Platform Discount · [Distance Shipping Fee] ·
   [Distance Fee] · Order Refund Amount · Payment platform discount · [Taxes] · [Buyer Service Fee] · [Handling Fee] ·
   [Shipping Insurance] · [Item Insurance] · Order Amount · Created Time · Paid Time · RTS Time · Shipped Time ·
   Delivered Time · Cancelled Time · Cancel By · Cancel Reason · Fulfillment Type · Warehouse Name · Tracking ID ·
   Delivery Option · Shipping Provider Name · Buyer Message · Buyer Username · Recipient · Phone # · [Zipcode] ·
   Country · Province · Regency and City · Districts · Villages · Detail Address · Additional address information ·
   Payment Method · Weight(kg) · Product Category · Package ID · [Purchase Channel] · Seller Note · Checked Status ·
   Checked Marked by · [Tokopedia Invoice Number] · [Order Channel] · [Creator Handle]`.replace(/\s*\n\s*/g, ' '),
);
const whole = every.map((name) => name.replace(/^\[(.*)\]$/, '$1'));
const older = every
  .filter((name) => !name.startsWith('['))
  .map((name) => ({ Districts: 'District', Villages: 'Commune' })[name] ?? name);

const states: Readonly<Record<State, string>> = {
  unpaid: 'Unpaid',
  paid: 'To ship',
  sent: 'Shipped',
  completed: 'Completed',
  cancelled: 'Canceled',
};

function file(name: string, header: readonly string[]): OrderFile {
  return {
    name,
    layout: 'TikTok Shop orders',
    currency: 'IDR',
    tells: { cancelled: true, returned: true, voucher: false, unpaid: true, customer: true, ownDay: false },
    write(ledger, window) {
      const records = shownIn(ledger, window).flatMap((order) =>
        order.lines.map(
          (line, at): Readonly<Record<string, Cell>> => ({
            'Order ID': `57698${String(1_000_000_000_001 + order.number * 7919)}`,
            'Order Status': states[stateOf(order)],
            'Cancelation/Return Type': order.cancelledAt !== null ? 'Cancel' : order.returned ? 'Return/Refund' : '',
            'Normal or Pre-order': 'Normal',
            'SKU ID': `17293${String(8_000_000_000_000 + at)}`,
            'Seller SKU': line.product.sku,
            'Product Name': line.product.name,
            Variation: 'Default',
            Quantity: count(line.quantity),
            'Sku Quantity of return': count(at === 0 ? (order.returned?.quantity ?? 0) : 0),
            'SKU Unit Original Price': money(line.product.priceMinor),
            'SKU Subtotal Before Discount': money(line.product.priceMinor * line.quantity),
            'SKU Platform Discount': money(line.platformDiscountMinor * line.quantity),
            'SKU Seller Discount': money(line.discountMinor * line.quantity),
            'SKU Subtotal After Discount': money(soldMinor(line) - line.platformDiscountMinor * line.quantity),
            'Shipping Fee After Discount': money(9000),
            'Order Refund Amount': money(0),
            'Order Amount': money(goodsMinor(order) + 9000),
            'Created Time': moment(order.createdAt),
            'Paid Time': moment(order.paidAt),
            'Shipped Time': moment(order.sentAt),
            'Delivered Time': moment(order.completedAt),
            'Cancelled Time': moment(order.cancelledAt),
            'Buyer Username': order.customer.ref,
            Recipient: 'J*** P**',
            'Phone #': '(+62)812*****67',
            Country: 'Indonesia',
            'Regency and City': order.customer.city,
            'Detail Address': 'Jl. M*** No. **, "Blok C"',
            'Weight(kg)': '0.25',
          }),
        ),
      );
      const [names, ...rows] = tableOf(header, records);
      const description = header.map((name) =>
        name === 'Order ID' ? 'Platform unique order ID.' : `${name}: see guide.`,
      );
      return draftOf(ledger, {
        name: 'Semua pesanan-2026-02-01-10_22.xlsx',
        sheet: 'OrderSKUList',
        rows: [names!, description, ...rows],
        descriptions: 1,
        writing: { dates: 'day/month', seconds: true },
        form: { container: 'workbook of text' },
      });
    },
  };
}

export const tiktokOrders: readonly OrderFile[] = [
  file('TikTok Shop orders, 2026', whole),
  file('TikTok Shop orders, older', older),
];
