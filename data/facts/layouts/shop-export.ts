import { type Said, say } from '../../../words/say.ts';
import type { Shop } from '../../types/shop.ts';
import { orderLines } from '../grains/order-lines.ts';
import { priceTimesQuantity } from '../identities/identity.ts';
import type { Unreadable } from '../import/cells.ts';
import { empty } from '../import/cells.ts';
import type { DateOrder } from '../import/dates.ts';
import type { NumberStyle } from '../import/numbers.ts';
import { PARTS_PER_MINOR, roundMinor } from '../money.ts';
import {
  type Column,
  type Columns,
  cellOf,
  defineLayout,
  type Field,
  type Layout,
  type LineBeside,
  type LineKind,
  lineKinds,
  type Misfit,
  misfit,
  type OrderLine,
  optionalCell,
  type ReadContext,
  requiredColumn,
  type Stage,
  stages,
  unmasked,
} from './layout.ts';

/** The columns that an export of orders may have, one row an item. What is not here is not read: names, addresses. */
type FieldName =
  | 'order'
  | 'time'
  | 'customer'
  | 'sku'
  | 'parentSku'
  | 'productName'
  | 'variant'
  | 'quantity'
  | 'returned'
  | 'unitPrice'
  | 'subtotal'
  | 'lineTotal'
  | 'listPrice'
  | 'lineDiscount'
  | 'orderDiscount'
  | 'orderVoucher'
  | 'orderRefund'
  | 'orderSubtotal'
  | 'status'
  | 'returnStatus'
  | 'cancelledAt'
  | 'paidAt'
  | 'sentAt'
  | 'deliveredAt'
  | 'completedAt'
  | 'updatedAt'
  | 'channel'
  | 'campaign'
  | 'place'
  | 'country'
  | 'currency';

const reads: Readonly<Partial<Record<FieldName, Field['reads']>>> = {
  order: 'id',
  customer: 'id',
  time: 'time',
  quantity: 'count',
  returned: 'count',
  unitPrice: 'money',
  subtotal: 'money',
  lineTotal: 'money',
  listPrice: 'money',
  lineDiscount: 'money',
  orderDiscount: 'money',
  orderVoucher: 'money',
  orderRefund: 'money',
  orderSubtotal: 'money',
  cancelledAt: 'time',
  paidAt: 'time',
  sentAt: 'time',
  deliveredAt: 'time',
  completedAt: 'time',
  updatedAt: 'time',
};

const toldBy = ['cancelledAt', 'paidAt', 'sentAt', 'deliveredAt', 'completedAt', 'updatedAt'] as const;

/** What a status says: how far the order has come, and whether it will be paid for. First match. */
export type StatusWord = { readonly words: RegExp; readonly stage: Stage; readonly isVoid?: true };

/** A platform's export of orders, declared. */
export type ShopExport = {
  readonly name: string;
  readonly shop: Shop | null;
  readonly fixed?: Layout['fixed'];
  readonly writes?: { readonly numbers?: NumberStyle; readonly dates?: DateOrder };
  /** What a row's money is, in words: shown to who imports. */
  readonly basis: Said;
  readonly columns: Readonly<Partial<Record<FieldName, readonly string[]>>>;
  readonly required: readonly FieldName[];
  readonly oneOf?: readonly (readonly FieldName[])[];
  readonly statuses: readonly StatusWord[];
  /** An answer to a wish to return goods that was granted. */
  readonly returnGranted?: RegExp;
  /** Order columns stand on the first row of an order only. */
  readonly isHeadOnFirstRow?: true;
  readonly hasDescriptionRow?: true;
};

/** The layout of a declared export. */
export function shopExport(declared: ShopExport): Layout {
  return defineLayout<OrderLine>({
    name: declared.name,
    grain: orderLines,
    shop: declared.shop,
    fixed: declared.fixed ?? {},
    basis: declared.basis,
    ...(declared.writes && { writes: declared.writes }),
    fields: Object.entries(declared.columns).map(
      ([name, aliases]): Field => ({
        name,
        aliases,
        required: declared.required.includes(name as FieldName),
        reads: reads[name as FieldName] ?? 'text',
      }),
    ),
    oneOf: declared.oneOf ?? [],
    identities: [priceTimesQuantity('unitPrice', 'quantity', 'subtotal')],
    ...(declared.hasDescriptionRow && {
      isDescription: (columns, cells) => !/\d/.test(cellOf(cells, columns.time)) && cellOf(cells, columns.time) !== '',
    }),
    reader: (columns, context) => {
      const read = rowReader(columns, context, declared);
      return declared.isHeadOnFirstRow ? withHead(columns, read) : (cells) => read(cells, true);
    },
  });
}

type Row = (cells: readonly string[], isFirst: boolean) => OrderLine | Misfit;

/** Fills what an order tells on its first row into the others, and knows which row that is. */
function withHead(columns: Columns, read: Row): (cells: readonly string[]) => OrderLine | Misfit {
  const order = requiredColumn(columns, 'order');
  const carried = (['time', 'customer', 'status', 'cancelledAt', 'paidAt', 'sentAt', 'place', 'currency'] as const)
    .map((name) => columns[name])
    .filter((column) => column !== undefined);
  let head: readonly string[] | undefined;
  return (cells) => {
    const ref = cellOf(cells, order);
    const isFirst = !head || cellOf(head, order) !== ref;
    if (isFirst) {
      head = cells;
      return read(cells, true);
    }
    const whole = [...cells];
    for (const { index } of carried) if ((whole[index] ?? '').trim() === '') whole[index] = head![index] ?? '';
    return read(whole, false);
  };
}

function rowReader(columns: Columns, context: ReadContext, declared: ShopExport): Row {
  const order = requiredColumn(columns, 'order');
  const time = requiredColumn(columns, 'time');
  const timeOf = context.timeIn(time);
  const quantityOf = columns.quantity ? context.numberIn(columns.quantity) : () => 1;
  const returnedOf = columns.returned ? context.numberIn(columns.returned) : null;
  const priced = columns.unitPrice ?? requiredColumn(columns, 'lineTotal');
  const pricedOf = context.partsIn(priced);
  // An empty cell is nothing; one that cannot be read is not, or revenue would be told too high.
  const faults: ((cells: readonly string[]) => Misfit | null)[] = [];
  const watch = (column: Column, read: (text: string) => number | Unreadable) =>
    faults.push((cells) => {
      const text = cellOf(cells, column);
      const value = text === '' ? 0 : read(text);
      return typeof value === 'number' || value.reason === empty.reason ? null : misfit(cells, column, value.reason);
    });
  if (columns.returned && returnedOf) watch(columns.returned, returnedOf);
  const moneyIn = (column: Column | undefined) => {
    if (!column) return () => 0;
    const read = context.partsIn(column);
    watch(column, read);
    return (cells: readonly string[]) => {
      const parts = read(cellOf(cells, column));
      return typeof parts === 'number' ? roundMinor(parts / PARTS_PER_MINOR) : 0;
    };
  };
  const lineDiscountOf = moneyIn(columns.lineDiscount);
  const orderDiscountOf = moneyIn(columns.orderDiscount);
  const orderVoucherOf = moneyIn(columns.orderVoucher);
  const listPriceOf = columns.listPrice ? context.partsIn(columns.listPrice) : null;
  const tellsDiscount = [columns.listPrice, columns.lineDiscount, columns.orderDiscount, columns.orderVoucher].some(
    Boolean,
  );
  let lastRef = '';
  const orderRefundOf = moneyIn(columns.orderRefund);
  const orderSubtotalOf = moneyIn(columns.orderSubtotal);
  const told = toldBy.flatMap((name) => {
    const column = columns[name];
    return column ? [{ column, read: context.timeIn(column) }] : [];
  });

  return (cells, isFirst) => {
    const ref = cellOf(cells, order);
    if (ref === '') return misfit(cells, order, empty.reason);
    const moment = timeOf(cellOf(cells, time));
    if ('reason' in moment) return misfit(cells, time, moment.reason);
    const currency = cellOf(cells, columns.currency).toUpperCase();
    if (currency !== '' && currency !== context.currency) {
      return misfit(cells, columns.currency, say`is not ${context.currency}, the currency of the shop`);
    }
    const status = statusOf(cells, columns, declared);
    for (const faultIn of status.isVoid ? [] : faults) {
      const fault = faultIn(cells);
      if (fault) return fault;
    }
    const quantity = quantityOf(cellOf(cells, columns.quantity));
    if (typeof quantity !== 'number') return misfit(cells, columns.quantity, quantity.reason);
    const parts = priceOf(pricedOf(cellOf(cells, priced)), status.isVoid);
    if (typeof parts !== 'number') return misfit(cells, priced, parts.reason);
    const gross = columns.unitPrice ? (quantity * parts) / PARTS_PER_MINOR : parts / PARTS_PER_MINOR;
    const amountMinor = roundMinor(gross) - Math.abs(lineDiscountOf(cells));
    if (!Number.isSafeInteger(amountMinor)) return misfit(cells, columns.quantity, say`makes too large an amount`);

    const product = productOf(cells, columns);
    const kind = kindOf(status.isVoid, amountMinor, quantity);
    const discountMinor = tellsDiscount ? discountOf(cells, { ref, quantity, parts, isFirst }) : null;
    const beside: LineBeside[] = [];
    if (!status.isVoid) {
      const returned = returnedOf ? returnedOf(cellOf(cells, columns.returned)) : 0;
      const back = returnedQuantity(typeof returned === 'number' ? returned : 0, quantity, {
        isGranted: isGranted(cells, columns, declared),
        isTold: returnedOf !== null,
      });
      if (back > 0) beside.push(returnLine({ ...product, back, quantity, amountMinor }));
      if (isFirst) beside.push(...wholeOrderLines(cells, product));
    }
    return {
      order: ref,
      moment,
      customer: unmasked(optionalCell(cells, columns.customer)),
      ...product,
      quantity,
      unitPriceParts: columns.unitPrice ? parts : null,
      amountMinor,
      discountMinor,
      kind,
      campaign: optionalCell(cells, columns.campaign),
      channel: optionalCell(cells, columns.channel),
      place: unmasked(optionalCell(cells, columns.place)),
      toldAt: told.reduce((latest, { column, read }) => {
        const text = cellOf(cells, column);
        const moment = text === '' ? null : read(text);
        return moment && !('reason' in moment) ? Math.max(latest, moment.instant) : latest;
      }, moment.instant),
      stage: beside.some((line) => line.kind === lineKinds.reversal) ? stages.undone : status.stage,
      beside: beside.length > 0 ? beside : null,
    };
  };

  /**
   * What the row was cheaper by than its list price; on the first row of an order, what the order was as well. The rows
   * of an order stand together.
   */
  function discountOf(
    cells: readonly string[],
    row: { readonly ref: string; readonly quantity: number; readonly parts: number; readonly isFirst: boolean },
  ): number {
    const isFirst = row.isFirst && row.ref !== lastRef;
    lastRef = row.ref;
    const list = listPriceOf?.(cellOf(cells, columns.listPrice));
    const offList = typeof list === 'number' ? Math.max(0, row.quantity * (list - row.parts)) / PARTS_PER_MINOR : 0;
    const ofOrder = isFirst ? Math.abs(orderDiscountOf(cells)) + Math.abs(orderVoucherOf(cells)) : 0;
    return roundMinor(offList) + Math.abs(lineDiscountOf(cells)) + ofOrder;
  }

  /** What the order as a whole was cheaper by, and what was paid back of its goods. */
  function wholeOrderLines(cells: readonly string[], product: Product): LineBeside[] {
    const discount = Math.abs(orderDiscountOf(cells));
    const refund = Math.abs(orderRefundOf(cells));
    const subtotal = orderSubtotalOf(cells);
    // Shipping and tax that were paid back were never revenue here.
    const refundOfGoods = subtotal > 0 ? Math.min(refund, subtotal) : refund;
    const line = (minor: number, kind: LineKind): LineBeside[] =>
      minor === 0 ? [] : [{ ...product, quantity: 0, unitPriceParts: null, amountMinor: -minor, kind }];
    return [...line(discount, lineKinds.sale), ...line(refundOfGoods, lineKinds.reversal)];
  }
}

type Product = { readonly product: string | null; readonly productName: string | null };

/** By its SKU; else by its parent's and its variant; else by its name. */
function productOf(cells: readonly string[], columns: Columns): Product {
  const [sku, parent, name, variant] = (['sku', 'parentSku', 'productName', 'variant'] as const).map((field) =>
    optionalCell(cells, columns[field]),
  );
  const whole = (base: string) => (variant ? `${base} · ${variant}` : base);
  return { product: sku ?? (parent ? whole(parent) : name ? whole(name) : null), productName: name ?? null };
}

function statusOf(cells: readonly string[], columns: Columns, { statuses }: ShopExport) {
  const status = cellOf(cells, columns.status);
  const found = statuses.find(({ words }) => words.test(status));
  const isCancelled = cellOf(cells, columns.cancelledAt) !== '' && columns.status === undefined;
  return {
    stage: isCancelled ? stages.undone : (found?.stage ?? stages.open),
    isVoid: isCancelled || found?.isVoid === true,
  };
}

function isGranted(cells: readonly string[], columns: Columns, { returnGranted }: ShopExport): boolean {
  return returnGranted?.test(cellOf(cells, columns.returnStatus)) ?? false;
}

/** Where the file does not count what came back, a granted return is of the whole row. */
function returnedQuantity(
  returned: number,
  quantity: number,
  { isGranted, isTold }: { readonly isGranted: boolean; readonly isTold: boolean },
): number {
  if (!isTold) return isGranted ? quantity : 0;
  return Math.max(0, Math.min(returned, quantity));
}

function returnLine(of: Product & { readonly back: number; readonly quantity: number; readonly amountMinor: number }) {
  const { product, productName, back, quantity, amountMinor } = of;
  const minor = back === quantity ? amountMinor : roundMinor((amountMinor * back) / quantity);
  return { product, productName, quantity: -back, unitPriceParts: null, amountMinor: -minor, kind: lineKinds.reversal };
}

function kindOf(isVoid: boolean, amountMinor: number, quantity: number): LineKind {
  if (isVoid) return lineKinds.void;
  if (amountMinor < 0) return lineKinds.reversal;
  return quantity > 0 && amountMinor > 0 ? lineKinds.sale : lineKinds.other;
}

/** What will not be paid for needs no price. */
function priceOf(parts: number | Unreadable, isVoid: boolean): number | Unreadable {
  return typeof parts !== 'number' && isVoid && parts.reason === empty.reason ? 0 : parts;
}
