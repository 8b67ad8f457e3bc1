import { readNumber, readParts } from '../import/cells.ts';
import { PARTS_PER_MINOR, roundMinor } from '../money.ts';
import { cellOf, type Layout, type LineKind, lineKinds, misfit, optionalCell, requiredColumn } from './layout.ts';

const columnNames = {
  order: 'InvoiceNo',
  product: 'StockCode',
  productName: 'Description',
  quantity: 'Quantity',
  time: 'InvoiceDate',
  unitPrice: 'UnitPrice',
  customer: 'CustomerID',
  place: 'Country',
} as const;

/**
 * The UCI data set 352, "Online Retail": a British giftware wholesaler. An invoice number with a leading C is a
 * cancellation with negative quantities. Negative quantities without a C are stock written off, at price 0. Two
 * invoices with a leading A adjust bad debt: they are revenue, negative, and nobody's purchase.
 */
export const uciOnlineRetail: Layout = {
  name: 'UCI Online Retail',
  grain: 'order lines',
  shop: { name: 'Online Retail', currency: 'GBP', zone: 'Europe/London', locale: 'en-GB', demo: false },
  fixed: { currency: 'GBP', zone: 'Europe/London' },
  fields: Object.entries(columnNames).map(([name, header]) => ({ name, aliases: [header], required: true })),
  oneOf: [],

  reader(columns, { minorPerMajor, timeOf }) {
    const column = {
      order: requiredColumn(columns, 'order'),
      product: requiredColumn(columns, 'product'),
      quantity: requiredColumn(columns, 'quantity'),
      time: requiredColumn(columns, 'time'),
      unitPrice: requiredColumn(columns, 'unitPrice'),
    };
    return (cells) => {
      const order = cellOf(cells, column.order);
      if (order === '') return misfit(cells, column.order, 'is empty');
      const product = cellOf(cells, column.product);
      if (product === '') return misfit(cells, column.product, 'is empty');
      const quantity = readNumber(cellOf(cells, column.quantity));
      if (typeof quantity !== 'number') return misfit(cells, column.quantity, quantity.reason);
      const moment = timeOf(cellOf(cells, column.time));
      if ('reason' in moment) return misfit(cells, column.time, moment.reason);
      const unitPriceParts = readParts(cellOf(cells, column.unitPrice), minorPerMajor);
      if (typeof unitPriceParts !== 'number') return misfit(cells, column.unitPrice, unitPriceParts.reason);
      const isCancellation = order.startsWith('C');
      if (isCancellation && quantity > 0) {
        return misfit(cells, column.quantity, 'is above zero on a cancelled invoice');
      }
      const amountMinor = roundMinor((quantity * unitPriceParts) / PARTS_PER_MINOR);
      if (!Number.isSafeInteger(amountMinor)) return misfit(cells, column.quantity, 'makes too large an amount');

      const kind = kindOf(isCancellation, quantity, unitPriceParts);
      return {
        order,
        moment,
        customer: optionalCell(cells, columns.customer),
        product,
        // Rows that are no sale carry stock notes such as "damaged" here.
        productName: kind === lineKinds.sale ? optionalCell(cells, columns.productName) : null,
        quantity,
        unitPriceParts,
        amountMinor,
        kind,
        campaign: null,
        channel: null,
        place: optionalCell(cells, columns.place),
      };
    };
  },
};

function kindOf(isCancellation: boolean, quantity: number, unitPriceParts: number): LineKind {
  if (isCancellation) return lineKinds.reversal;
  return quantity > 0 && unitPriceParts > 0 ? lineKinds.sale : lineKinds.other;
}
