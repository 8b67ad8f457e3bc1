import { entryOf } from '../../../words/entry.ts';
import { say } from '../../../words/say.ts';
import { type OlistRow, olistRows } from '../grains/olist.ts';
import type { Trait } from '../grains/traits.ts';
import { empty } from '../import/cells.ts';
import { PARTS_PER_MINOR, roundMinor } from '../money.ts';
import {
  type Column,
  cellOf,
  defineLayout,
  type Field,
  lineKinds,
  type Moment,
  misfit,
  optionalCell,
  requiredColumn,
  stages,
} from './layout.ts';

const DAY_MS = 86_400_000;

/** The columns of the joined table. `table` says what a row is: an item, a product, a customer or a review. */
export const olistColumns = [
  'table',
  'order_id',
  'customer_unique_id',
  'order_status',
  'order_purchase_timestamp',
  'order_approved_at',
  'order_delivered_carrier_date',
  'order_delivered_customer_date',
  'product_id',
  'price',
  'category',
  'city',
  'state',
  'review_id',
  'review_score',
  'review_creation_date',
] as const;

export type OlistColumn = (typeof olistColumns)[number];

const reads: Readonly<Partial<Record<OlistColumn, Field['reads']>>> = {
  order_purchase_timestamp: 'time',
  order_approved_at: 'time',
  order_delivered_carrier_date: 'time',
  order_delivered_customer_date: 'time',
  price: 'money',
  review_score: 'count',
  review_creation_date: 'time',
};

/** What the order's columns are called where lines of orders are kept. */
const names: Readonly<Partial<Record<OlistColumn, string>>> = { order_id: 'order', customer_unique_id: 'customer' };

const statuses = {
  canceled: { stage: stages.undone, isVoid: true },
  unavailable: { stage: stages.undone, isVoid: true },
  delivered: { stage: stages.delivered, isVoid: false },
  shipped: { stage: stages.sent, isVoid: false },
  invoiced: { stage: stages.paid, isVoid: false },
  processing: { stage: stages.paid, isVoid: false },
  approved: { stage: stages.paid, isVoid: false },
  created: { stage: stages.open, isVoid: false },
} as const;

const later = ['order_approved_at', 'order_delivered_carrier_date', 'order_delivered_customer_date'] as const;

/** The joined tables of Olist (`collections/olist.ts`). */
export const olistTables = defineLayout<OlistRow>({
  name: 'Olist',
  grain: olistRows,
  shop: { name: 'Olist', currency: 'BRL', zone: 'America/Sao_Paulo', locale: 'en-SG', demo: false },
  fixed: { currency: 'BRL', zone: 'America/Sao_Paulo' },
  writes: { numbers: 'point', dates: 'month/day' },
  basis: say`The price of each item; freight is not revenue. Orders canceled or unavailable do not count.`,
  fields: olistColumns.map((column) => ({
    name: names[column] ?? column,
    aliases: [column],
    required: true,
    reads: reads[column] ?? 'text',
  })),
  oneOf: [],

  reader(columns, context) {
    const at = (name: OlistColumn): Column => requiredColumn(columns, names[name] ?? name);
    const cell = (cells: readonly string[], name: OlistColumn) => cellOf(cells, at(name));
    const purchasedOf = context.timeIn(at('order_purchase_timestamp'));
    const laterOf = later.map((name) => ({ name, read: context.timeIn(at(name)) }));
    const reviewedOf = context.timeIn(at('review_creation_date'));
    const priceOf = context.partsIn(at('price'));
    const scoreOf = context.numberIn(at('review_score'));

    function toldAt(cells: readonly string[], purchased: Moment): number {
      return laterOf.reduce((latest, { name, read }) => {
        const text = cell(cells, name);
        const moment = text === '' ? null : read(text);
        return moment && !('reason' in moment) ? Math.max(latest, moment.instant) : latest;
      }, purchased.instant);
    }

    const readers: Readonly<Record<string, (cells: readonly string[]) => OlistRow | ReturnType<typeof misfit>>> = {
      item(cells) {
        const order = cell(cells, 'order_id');
        if (order === '') return misfit(cells, at('order_id'), empty.reason);
        const status = cell(cells, 'order_status');
        if (status === '') return misfit(cells, at('order_id'), say`is not in the table of orders`);
        const known = entryOf(statuses, status);
        if (!known) return misfit(cells, at('order_status'), say`is no status of Olist`);
        const moment = purchasedOf(cell(cells, 'order_purchase_timestamp'));
        if ('reason' in moment) return misfit(cells, at('order_purchase_timestamp'), moment.reason);
        const parts = priceOf(cell(cells, 'price'));
        if (typeof parts !== 'number') return misfit(cells, at('price'), parts.reason);
        const content = {
          order,
          moment,
          customer: optionalCell(cells, at('customer_unique_id')),
          product: optionalCell(cells, at('product_id')),
          productName: null,
          quantity: 1,
          unitPriceParts: parts,
          amountMinor: roundMinor(parts / PARTS_PER_MINOR),
          discountMinor: null,
          kind: known.isVoid ? lineKinds.void : parts > 0 ? lineKinds.sale : lineKinds.other,
          campaign: null,
          channel: null,
          place: null,
          toldAt: toldAt(cells, moment),
          stage: known.stage,
          beside: null,
        };
        return { table: 'item', content };
      },
      product(cells) {
        const ref = cell(cells, 'product_id');
        if (ref === '') return misfit(cells, at('product_id'), empty.reason);
        return { table: 'product', content: { ref, traits: words({ category: cell(cells, 'category') }), at: 0 } };
      },
      customer(cells) {
        const ref = cell(cells, 'customer_unique_id');
        if (ref === '') return misfit(cells, at('customer_unique_id'), empty.reason);
        const traits = words({ city: cell(cells, 'city'), province: cell(cells, 'state') });
        return { table: 'customer', content: { ref, traits, at: 0 } };
      },
      review(cells) {
        const score = scoreOf(cell(cells, 'review_score'));
        if (typeof score !== 'number') return misfit(cells, at('review_score'), score.reason);
        if (score < 1 || score > 5) return misfit(cells, at('review_score'), say`is not from 1 to 5`);
        const moment = reviewedOf(cell(cells, 'review_creation_date'));
        if ('reason' in moment) return misfit(cells, at('review_creation_date'), moment.reason);
        const order = cell(cells, 'order_id');
        const content = {
          // One review may be of several orders.
          ref: `${cell(cells, 'review_id')} · ${order}`,
          order,
          product: null,
          customer: optionalCell(cells, at('customer_unique_id')),
          day: Math.floor(moment.local / DAY_MS),
          at: moment.instant,
          score,
        };
        return { table: 'review', content };
      },
    };
    return (cells) => readers[cell(cells, 'table')]?.(cells) ?? misfit(cells, at('table'), say`is no table of Olist`);
  },
});

function words(told: Readonly<Record<string, string>>): readonly Trait[] {
  return Object.entries(told).flatMap(([name, text]): Trait[] =>
    text === '' ? [] : [{ name, unit: 'word', number: null, text }],
  );
}
