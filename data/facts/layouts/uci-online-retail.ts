import { say } from '../../../words/say.ts';
import { orderLines } from '../grains/order-lines.ts';
import { empty } from '../import/cells.ts';
import { PARTS_PER_MINOR, roundMinor } from '../money.ts';
import {
  cellOf,
  defineLayout,
  type Field,
  type LineKind,
  lineKinds,
  misfit,
  type OrderLine,
  optionalCell,
  requiredColumn,
  stages,
  unmasked,
  withoutDecimal,
} from './layout.ts';

/** The second edition renamed three columns. */
const fields: readonly Field[] = [
  { name: 'order', aliases: ['InvoiceNo', 'Invoice'], required: true, reads: 'id' },
  { name: 'product', aliases: ['StockCode'], required: true, reads: 'text' },
  { name: 'productName', aliases: ['Description'], required: true, reads: 'text' },
  { name: 'quantity', aliases: ['Quantity'], required: true, reads: 'count' },
  { name: 'time', aliases: ['InvoiceDate'], required: true, reads: 'time' },
  { name: 'unitPrice', aliases: ['UnitPrice', 'Price'], required: true, reads: 'money' },
  { name: 'customer', aliases: ['CustomerID', 'Customer ID'], required: true, reads: 'id' },
  { name: 'place', aliases: ['Country'], required: true, reads: 'text' },
];

/**
 * The UCI data set 352, "Online Retail": a British giftware wholesaler. An invoice number with a leading C is a
 * cancellation with negative quantities. Negative quantities without a C are stock written off, at price 0. Two
 * invoices with a leading A adjust bad debt: they are revenue, negative, and nobody's purchase.
 */
export const uciOnlineRetail = defineLayout<OrderLine>({
  name: 'UCI Online Retail',
  grain: orderLines,
  shop: { name: 'Online Retail', currency: 'GBP', zone: 'Europe/London', locale: 'en-GB', demo: false },
  fixed: { currency: 'GBP', zone: 'Europe/London' },
  // Most copies write 12/1/2010 for the first of December; others were converted to ISO.
  writes: { numbers: 'point', dates: 'month/day' },
  fields,
  oneOf: [],

  reader(columns, { numberIn, partsIn, timeIn }) {
    const column = {
      order: requiredColumn(columns, 'order'),
      product: requiredColumn(columns, 'product'),
      quantity: requiredColumn(columns, 'quantity'),
      time: requiredColumn(columns, 'time'),
      unitPrice: requiredColumn(columns, 'unitPrice'),
    };
    const quantityOf = numberIn(column.quantity);
    const partsOf = partsIn(column.unitPrice);
    const timeOf = timeIn(column.time);
    return (cells) => {
      const order = cellOf(cells, column.order);
      if (order === '') return misfit(cells, column.order, empty.reason);
      const product = cellOf(cells, column.product);
      if (product === '') return misfit(cells, column.product, empty.reason);
      const quantity = quantityOf(cellOf(cells, column.quantity));
      if (typeof quantity !== 'number') return misfit(cells, column.quantity, quantity.reason);
      const moment = timeOf(cellOf(cells, column.time));
      if ('reason' in moment) return misfit(cells, column.time, moment.reason);
      const unitPriceParts = partsOf(cellOf(cells, column.unitPrice));
      if (typeof unitPriceParts !== 'number') return misfit(cells, column.unitPrice, unitPriceParts.reason);
      const isCancellation = order.startsWith('C');
      if (isCancellation && quantity > 0) {
        return misfit(cells, column.quantity, say`is above zero on a cancelled invoice`);
      }
      const amountMinor = roundMinor((quantity * unitPriceParts) / PARTS_PER_MINOR);
      if (!Number.isSafeInteger(amountMinor)) return misfit(cells, column.quantity, say`makes too large an amount`);

      const kind = kindOf(isCancellation, quantity, unitPriceParts);
      return {
        order,
        moment,
        // pandas wrote 17850.0 where a column had gaps.
        customer: unmasked(withoutDecimal(optionalCell(cells, columns.customer))),
        product,
        // Rows that are no sale carry stock notes such as "damaged" here.
        productName: kind === lineKinds.sale ? optionalCell(cells, columns.productName) : null,
        quantity,
        unitPriceParts,
        amountMinor,
        discountMinor: null,
        kind,
        campaign: null,
        channel: null,
        place: optionalCell(cells, columns.place),
        toldAt: null,
        stage: stages.open,
        beside: null,
      };
    };
  },
});

function kindOf(isCancellation: boolean, quantity: number, unitPriceParts: number): LineKind {
  if (isCancellation) return lineKinds.reversal;
  return quantity > 0 && unitPriceParts > 0 ? lineKinds.sale : lineKinds.other;
}
