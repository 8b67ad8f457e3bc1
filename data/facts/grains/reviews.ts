import type { EpochDay, Instant } from '../../types/shop.ts';
import type { Grain } from '../layouts/layout.ts';
import { openKeyedStore } from './keyed-store.ts';

/** What somebody thought of a product or an order. */
export type ReviewRow = {
  /** The review's own number; where it has none, its order and product. */
  readonly ref: string;
  readonly order: string | null;
  readonly product: string | null;
  readonly customer: string | null;
  readonly day: EpochDay | null;
  readonly at: Instant;
  /** 1 to 5. */
  readonly score: number;
};

/** Reviews by buyers. */
export const reviews: Grain<ReviewRow> = {
  name: 'reviews',
  open(db, { importId, words }) {
    const products = words.prompt('product');
    const customers = words.prompt('customer');
    let count = 0;
    let sum = 0;
    return openKeyedStore<ReviewRow>(db, importId, {
      table: 'review',
      current: 'current_review',
      key: ['ref'],
      values: ['order_ref', 'product_id', 'customer_id', 'day', 'score'],
      twice: 'reject',
      subjectOf: ({ ref }) => ref,
      entriesOf({ ref, order, product, customer, day, score }) {
        count++;
        sum += score;
        return [{ key: [ref], values: [order, products.idOf(product), customers.idOf(customer), day, score] }];
      },
      daysOf: ({ day }) => (day === null ? [] : [day]),
      toldAt: ({ at }) => at,
      figures: () => [
        { name: 'Reviews', value: count, unit: 'count' },
        { name: 'Mean score', value: count === 0 ? 0 : sum / count, unit: 'number' },
      ],
    });
  },
};
