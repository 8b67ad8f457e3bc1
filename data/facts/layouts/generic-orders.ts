import { say } from '../../../words/say.ts';
import { orderLines } from '../grains/order-lines.ts';
import type { Unreadable } from '../import/cells.ts';
import { empty } from '../import/cells.ts';
import { revenueField } from '../import/revenue-choice.ts';
import { PARTS_PER_MINOR, roundMinor } from '../money.ts';
import { discountReader } from './discount.ts';
import {
  type Columns,
  cellOf,
  defineLayout,
  type Field,
  type LineKind,
  lineKinds,
  misfit,
  type OrderLine,
  optionalCell,
  type ReadContext,
  requiredColumn,
  type Stage,
  stages,
  unmasked,
  withoutDecimal,
} from './layout.ts';

/** How files in English and Indonesian call each field. More specific names first: the first found is taken. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  order: [
    'order id',
    'order number',
    'order no',
    'order',
    'invoice no',
    'invoice number',
    'invoice',
    'transaction id',
    'receipt no',
    'no pesanan',
    'nomor pesanan',
    'id pesanan',
  ],
  time: [
    'order date',
    'ordered at',
    'created at',
    'order datetime',
    'order time',
    'datetime',
    'timestamp',
    'date',
    'invoice date',
    'transaction date',
    'purchase date',
    'tanggal pesanan',
    'waktu pesanan dibuat',
    'tanggal',
  ],
  customer: [
    'customer id',
    'customer no',
    'customer',
    'customer email',
    'email',
    'buyer id',
    'buyer',
    'user id',
    'member id',
    'id pelanggan',
    'pelanggan',
    'username pembeli',
  ],
  product: [
    'sku',
    'product id',
    'product code',
    'stock code',
    'item id',
    'product',
    'item',
    'kode produk',
    'sku produk',
    'produk',
    'product name',
    'nama produk',
  ],
  productName: ['product name', 'item name', 'description', 'title', 'nama produk'],
  quantity: ['quantity', 'qty', 'units', 'jumlah', 'kuantitas'],
  unitPrice: ['unit price', 'price', 'item price', 'harga satuan', 'harga'],
  lineTotal: [
    'line total',
    'total amount',
    'total price',
    'subtotal',
    'amount',
    'total',
    'revenue',
    'sales',
    'total harga',
  ],
  paid: ['paid amount', 'amount paid', 'paid', 'paid total', 'total paid', 'jumlah dibayar', 'total dibayar'],
  channel: ['channel', 'sales channel', 'source', 'marketplace', 'saluran'],
  status: ['status', 'order status', 'financial status', 'status pesanan'],
  campaign: ['campaign', 'campaign name', 'utm campaign', 'kampanye'],
  place: ['branch', 'store', 'city', 'country', 'cabang', 'toko', 'kota'],
  // No bare "discount": that may be a share as well as money.
  discount: ['discount amount', 'discount value', 'total discount', 'nilai diskon', 'total diskon', 'potongan harga'],
  currency: ['currency', 'mata uang'],
};

const required: readonly string[] = ['order', 'time'];

const reads: Readonly<Record<string, Field['reads']>> = {
  order: 'id',
  customer: 'id',
  time: 'time',
  quantity: 'count',
  unitPrice: 'money',
  lineTotal: 'money',
  discount: 'money',
  paid: 'money',
};

const revenue = { unit: 'unitPrice', totals: ['lineTotal', 'paid'] };

/**
 * Orders of these statuses were not paid for in the end: kept, and netted out. What is only asked for, or was done in
 * part, still counts: "refund requested", "partially refunded".
 */
const undone = /^(cancel(l?ed\b.*|lation)?|refund(ed)?|return(ed)?|void(ed)?|(di)?batal(kan)?\b.*|dikembalikan)$/i;
/** Not paid for yet, and perhaps never. */
const unpaid = /^(unpaid|not paid|(payment )?(failed|expired|declined)|belum (di)?bayar|gagal( bayar)?)$/i;

/**
 * Orders from anywhere, one line each: columns by their usual names or by a mapping. A line is priced by its unit price
 * or, without one, by its total. A negative quantity or total is a return and counts on its own day.
 */
export const genericOrders = defineLayout<OrderLine>({
  name: 'generic orders',
  kind: 'orders',
  grain: orderLines,
  shop: null,
  fixed: {},
  fields: Object.entries(aliases).map(
    ([name, names]): Field => ({
      name,
      aliases: names,
      required: required.includes(name),
      reads: reads[name] ?? 'text',
    }),
  ),
  oneOf: [['unitPrice', 'lineTotal', 'paid']],
  revenue,

  reader(columns, context) {
    const order = requiredColumn(columns, 'order');
    const time = requiredColumn(columns, 'time');
    const price = priceReader(columns, context);
    const timeOf = context.timeIn(time);
    const discountOf = discountReader(columns.discount, context);
    const quantityOf = columns.quantity ? context.numberIn(columns.quantity) : () => 1;
    return (cells) => {
      const orderRef = cellOf(cells, order);
      if (orderRef === '') return misfit(cells, order, empty.reason);
      const moment = timeOf(cellOf(cells, time));
      if ('reason' in moment) return misfit(cells, time, moment.reason);
      const product = optionalCell(cells, columns.product);
      if (columns.product && !product) return misfit(cells, columns.product, empty.reason);
      const currency = cellOf(cells, columns.currency).toUpperCase();
      if (currency !== '' && currency !== context.currency) {
        return misfit(cells, columns.currency, say`is not ${context.currency}, the currency of the shop`);
      }
      const quantity = quantityOf(cellOf(cells, columns.quantity));
      if (typeof quantity !== 'number') return misfit(cells, columns.quantity, quantity.reason);
      const paid = price.priceOf(cells, quantity);
      if ('reason' in paid) return misfit(cells, price.column, paid.reason);
      if (!Number.isSafeInteger(paid.amountMinor))
        return misfit(cells, columns.quantity, say`makes too large an amount`);

      const kind = kindOf(cellOf(cells, columns.status), quantity, paid);
      return {
        order: orderRef,
        moment,
        customer: unmasked(withoutDecimal(optionalCell(cells, columns.customer))),
        product,
        productName: optionalCell(cells, columns.productName),
        quantity,
        unitPriceParts: paid.unitPriceParts,
        amountMinor: paid.amountMinor,
        discountMinor: discountOf(cells),
        kind,
        campaign: optionalCell(cells, columns.campaign),
        channel: optionalCell(cells, columns.channel),
        place: optionalCell(cells, columns.place),
        toldAt: null,
        stage: stageOf(cellOf(cells, columns.status), kind),
        beside: null,
      };
    };
  },
});

type Price = { readonly unitPriceParts: number | null; readonly amountMinor: number };

function priceReader(columns: Columns, context: ReadContext) {
  const column = requiredColumn(columns, revenueField(revenue, columns, context) ?? revenue.unit);
  const isUnit = column === columns.unitPrice;
  const partsOf = context.partsIn(column);
  const priceOf = (cells: readonly string[], quantity: number): Price | Unreadable => {
    const parts = partsOf(cellOf(cells, column));
    if (typeof parts !== 'number') return parts;
    return isUnit
      ? { unitPriceParts: parts, amountMinor: roundMinor((quantity * parts) / PARTS_PER_MINOR) }
      : { unitPriceParts: null, amountMinor: roundMinor(parts / PARTS_PER_MINOR) };
  };
  return { column, priceOf };
}

function kindOf(status: string, quantity: number, { unitPriceParts, amountMinor }: Price): LineKind {
  if (amountMinor < 0) return lineKinds.reversal;
  if (undone.test(status) || unpaid.test(status)) return lineKinds.void;
  return quantity > 0 && (unitPriceParts ?? amountMinor) > 0 ? lineKinds.sale : lineKinds.other;
}

const stageWords: readonly (readonly [RegExp, Stage])[] = [
  [/complet|deliver|selesai|diterima|closed|done/i, stages.completed],
  [/ship|sent|kirim|transit/i, stages.sent],
  [/paid|process|confirm|dibayar|diproses/i, stages.paid],
];

function stageOf(status: string, kind: LineKind): Stage {
  // It may be paid for yet: a version that says so has come further.
  if (unpaid.test(status)) return stages.open;
  if (kind === lineKinds.void || kind === lineKinds.reversal) return stages.undone;
  return stageWords.find(([words]) => words.test(status))?.[1] ?? stages.open;
}
