import { count, type Said, say, share } from '../../../words/say.ts';
import type { Connection } from '../../database.ts';
import {
  type Counted,
  cellOf,
  type Grain,
  type Misfit,
  type Numbered,
  type OrderLine,
  type Store,
} from '../layouts/layout.ts';
import { orderLines } from './order-lines.ts';
import { type ReviewRow, reviews } from './reviews.ts';
import { type TraitRow, traitsOf } from './traits.ts';

/** A row of the joined tables, and of which of them it is. */
export type OlistRow =
  | { readonly table: 'item'; readonly content: OrderLine }
  | { readonly table: 'product' | 'customer'; readonly content: TraitRow }
  | { readonly table: 'review'; readonly content: ReviewRow };

/** Lines of orders, products, customers and reviews, in one import. */
export const olistRows: Grain<OlistRow> = {
  name: 'orders, products, customers and reviews',
  open(db, of) {
    const items = orderLines.open(db, of);
    const others = {
      product: traitsOf('product').open(db, of),
      customer: traitsOf('customer').open(db, of),
      review: reviews.open(db, of),
    };
    const stores = { item: items, ...others } as Readonly<Record<OlistRow['table'], Store<unknown>>>;
    const all = Object.values(stores);
    const sum = (of: (store: Store<unknown>) => number) => all.reduce((total, store) => total + of(store), 0);
    const isItem = (cells: readonly string[]) => cellOf(cells, of.columns.table) === 'item';

    return {
      store(batch: readonly Numbered<OlistRow>[], reject: (line: number, misfit: Misfit) => void) {
        for (const [table, store] of Object.entries(stores)) {
          const mine = batch
            .filter(({ content }) => content.table === table)
            .map(({ line, content }) => ({ line, content: content.content }));
          for (const { line, content } of store.take ? mine : []) store.take!(line, content, reject);
          store.store(store.take ? [] : mine, reject);
        }
      },
      miss: (cells) => {
        if (isItem(cells)) items.miss(cells);
      },
      isHurt: (cells) => isItem(cells) && items.isHurt(cells),
      close() {
        for (const store of all) store.close();
      },
      toldAt: () => Math.max(...all.map((store) => store.toldAt())),
      counted: () => together(all.map((store) => store.counted())),
      compared: () => together(all.map((store) => store.compared())),
      inTable: () => sum((store) => store.inTable()),
      days: items.days,
      notes: () => [...all.flatMap((store) => store.notes?.() ?? []), ...noteRepeatBuyers(db, of.importId)],
      settle() {
        for (const store of all) store.settle();
      },
    };
  },
};

/** Days and money are those of the orders, which come first. */
function together(counts: readonly Counted[]): Counted {
  const [orders] = counts;
  const sum = (of: (count: Counted) => number) => counts.reduce((total, count) => total + of(count), 0);
  return {
    ...orders!,
    stored: sum(({ stored }) => stored),
    known: sum(({ known }) => known),
    corrected: sum(({ corrected }) => corrected),
    figures: counts.flatMap(({ figures }) => figures).filter(({ value }) => value !== 0),
  };
}

/** Of the people behind Olist's own tables, one in thirty came back. Far more means that ids were put in by hand. */
const USUAL_SHARE = 0.1;

function noteRepeatBuyers(db: Connection, importId: number): readonly Said[] {
  const { buyers, twice } = db
    .prepare<[number], { buyers: number; twice: number }>(
      `SELECT COUNT(*) AS buyers, IFNULL(SUM(orders > 1), 0) AS twice FROM (
         SELECT COUNT(*) AS orders FROM sale_order
         WHERE import_id = ? AND customer_id IS NOT NULL AND sale_lines > 0 GROUP BY customer_id)`,
    )
    .get(importId)!;
  if (buyers === 0) return [];
  const again = twice / buyers;
  return [
    say`${count(twice)} of ${count(buyers)} customers bought more than once (${share(again)}).`,
    ...(again > USUAL_SHARE
      ? [say`In Olist’s own tables one in thirty did: the customers of this copy look altered.`]
      : []),
  ];
}
