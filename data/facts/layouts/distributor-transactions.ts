import { count, say } from '../../../words/say.ts';
import { orderLines } from '../grains/order-lines.ts';
import { sum } from '../identities/identity.ts';
import { empty, type Unreadable } from '../import/cells.ts';
import { revenueField } from '../import/revenue-choice.ts';
import { PARTS_PER_MINOR, roundMinor } from '../money.ts';
import { discountReader } from './discount.ts';
import {
  cellOf,
  defineLayout,
  type Field,
  type LineBeside,
  lineKinds,
  misfit,
  type OrderLine,
  optionalCell,
  requiredColumn,
  stages,
  unmasked,
  withoutDecimal,
} from './layout.ts';

const fields: readonly Field[] = [
  {
    name: 'order',
    aliases: ['transaction_id', 'trx_id', 'order_id', 'transaction_no', 'invoice_no', 'receipt_no', 'id'],
    required: true,
    reads: 'id',
  },
  {
    name: 'time',
    aliases: ['payment_date', 'transaction_date', 'order_date', 'created_at', 'date'],
    required: true,
    reads: 'time',
  },
  { name: 'products', aliases: ['product_json', 'products_json'], required: true, reads: 'text' },
  { name: 'total', aliases: ['total_amt', 'total_amount'], required: true, reads: 'money' },
  { name: 'paid', aliases: ['paid_amt', 'paid_amount'], required: false, reads: 'money' },
  { name: 'discount', aliases: ['discount', 'discount_amt', 'discount_amount'], required: false, reads: 'money' },
  {
    name: 'customer',
    aliases: ['customer_id', 'member_id', 'member_no', 'customer_no', 'customer', 'member', 'user_id'],
    required: false,
    reads: 'id',
  },
  {
    name: 'place',
    aliases: ['service_centre', 'service_center', 'center', 'centre', 'center_id', 'branch', 'store', 'outlet', 'city'],
    required: false,
    reads: 'text',
  },
  { name: 'status', aliases: ['status', 'order_status', 'payment_status'], required: false, reads: 'text' },
  { name: 'currency', aliases: ['currency'], required: false, reads: 'text' },
];

const revenue = { totals: ['total', 'paid'] };

/** More products than a person carries home are a slip of the machine. */
const MAX_PRODUCTS = 500;
const undone = /cancel|void|refund|return|batal/i;

/**
 * The transactions of a distributor: one row a purchase, its products with their quantities in one cell, as JSON or as a
 * Python literal. The row tells one amount for all products; it is shared among them by quantity, to the last minor
 * unit, so that sums over products are an estimate and sums over purchases are exact.
 */
export const distributorTransactions = defineLayout<OrderLine>({
  name: 'distributor transactions',
  grain: orderLines,
  shop: null,
  fixed: {},
  basis: say`The amount of the purchase, shared among its products by quantity.`,
  revenue,
  fields,
  identities: [sum(['total', '-discount'], 'paid', 1)],
  oneOf: [],

  reader(columns, context) {
    const order = requiredColumn(columns, 'order');
    const time = requiredColumn(columns, 'time');
    const products = requiredColumn(columns, 'products');
    const money = requiredColumn(columns, revenueField(revenue, columns, context) ?? 'total');
    const moneyOf = context.partsIn(money);
    const timeOf = context.timeIn(time);
    const discountOf = discountReader(columns.discount, context);
    return (cells) => {
      const ref = cellOf(cells, order);
      if (ref === '') return misfit(cells, order, empty.reason);
      const moment = timeOf(cellOf(cells, time));
      if ('reason' in moment) return misfit(cells, time, moment.reason);
      const parts = moneyOf(cellOf(cells, money));
      if (typeof parts !== 'number') return misfit(cells, money, parts.reason);
      const basket = readBasket(cellOf(cells, products));
      if ('reason' in basket) return misfit(cells, products, basket.reason);
      const amountMinor = roundMinor(parts / PARTS_PER_MINOR);
      const shares = shareOut(amountMinor, basket.items);
      const isVoid = undone.test(cellOf(cells, columns.status));
      const lines = basket.items.map(({ product, quantity }, at): LineBeside => {
        const minor = shares[at]!;
        const kind = isVoid
          ? lineKinds.void
          : minor < 0
            ? lineKinds.reversal
            : minor > 0
              ? lineKinds.sale
              : lineKinds.other;
        return { product, productName: product, quantity, unitPriceParts: null, amountMinor: minor, kind };
      });
      const [first, ...rest] = lines;
      return {
        order: ref,
        moment,
        customer: unmasked(withoutDecimal(optionalCell(cells, columns.customer))),
        ...first!,
        discountMinor: discountOf(cells),
        campaign: null,
        channel: null,
        place: optionalCell(cells, columns.place),
        toldAt: null,
        stage: isVoid || amountMinor < 0 ? stages.undone : stages.paid,
        beside: rest.length > 0 ? rest : null,
      };
    };
  },
});

type Item = { readonly product: string; readonly quantity: number };

/** `{"A": 2, "B": 1}`, `[{"product": "A", "qty": 2}]`, `[["A", 2]]` or `["A", "B"]`; in JSON or in Python's words. */
export function readBasket(text: string): { readonly items: readonly Item[] } | Unreadable {
  if (text === '') return empty;
  const value = parseLiteral(text);
  if (value === undefined) return { reason: say`is neither JSON nor a Python literal` };
  const items = itemsOf(value);
  if (!items || items.length === 0) return { reason: say`names no products with quantities` };
  if (items.length > MAX_PRODUCTS) return { reason: say`names more than ${count(MAX_PRODUCTS)} products` };
  return { items };
}

function itemsOf(value: unknown): readonly Item[] | null {
  if (typeof value !== 'object' || value === null) return null;
  const pairs: readonly (readonly [unknown, unknown])[] = Array.isArray(value)
    ? value.map((each): readonly [unknown, unknown] => {
        if (typeof each === 'string') return [each, 1];
        if (Array.isArray(each)) return [each[0], each[1] ?? 1];
        const row = (each ?? {}) as Readonly<Record<string, unknown>>;
        const name = row.sku ?? row.product ?? row.product_id ?? row.product_name ?? row.name ?? row.item ?? row.code;
        return [name, row.qty ?? row.quantity ?? row.count ?? row.jumlah ?? 1];
      })
    : Object.entries(value);
  const items = pairs.map(([product, quantity]) => ({
    product: String(product ?? '').trim(),
    quantity: Number(quantity),
  }));
  return items.every(({ product, quantity }) => product !== '' && Number.isFinite(quantity) && quantity !== 0)
    ? items
    : null;
}

const token =
  /\s*(?:([{}[\],:()])|'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|(None|True|False|null|true|false)|(-?\d+(?:\.\d+)?))/y;
const words: Readonly<Record<string, string>> = { None: 'null', True: 'true', False: 'false' };

/** JSON; else the few words of Python that say the same, translated token by token. Undefined: neither. */
function parseLiteral(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    let json = '';
    token.lastIndex = 0;
    while (token.lastIndex < text.trimEnd().length) {
      const match = token.exec(text);
      if (!match) return undefined;
      const [, sign, single, double, word, number] = match;
      if (sign) json += sign === '(' ? '[' : sign === ')' ? ']' : sign;
      else if (word) json += words[word] ?? word;
      else if (number) json += number;
      else json += JSON.stringify((single ?? double ?? '').replace(/\\(.)/g, '$1'));
    }
    try {
      return JSON.parse(json.replace(/,([}\]])/g, '$1'));
    } catch {
      return undefined;
    }
  }
}

/** Shares an amount by quantity so that the shares add up to it: what is left of rounding goes to the largest rests. */
export function shareOut(minor: number, items: readonly { readonly quantity: number }[]): readonly number[] {
  const whole = items.reduce((sum, { quantity }) => sum + Math.abs(quantity), 0);
  const exact = items.map(({ quantity }) => (Math.abs(minor) * Math.abs(quantity)) / whole);
  const shares = exact.map(Math.floor);
  const left = Math.abs(minor) - shares.reduce((sum, share) => sum + share, 0);
  const byRest = [...exact.keys()].sort((a, b) => exact[b]! - shares[b]! - (exact[a]! - shares[a]!) || a - b);
  for (const at of byRest.slice(0, left)) shares[at]!++;
  return shares.map((share) => (minor < 0 && share !== 0 ? -share : share));
}
