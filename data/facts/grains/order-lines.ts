import { count, plural, type Said, say } from '../../../words/say.ts';
import type { Connection } from '../../database.ts';
import type { EpochDay } from '../../types/shop.ts';
import { manyInserts } from '../import/insert.ts';
import { type OrderStore, openOrderStore } from '../import/order-store.ts';
import type { Tally } from '../import/tally.ts';
import { type Clashes, findClashes, noClashes, settleClashes, sumsBesideKnown } from '../import/versions.ts';
import { type Counted, cellOf, type Grain, type OrderLine } from '../layouts/layout.ts';

/** Lines of orders: an order is kept in every version that files tell, and one of them counts. */
export const orderLines: Grain<OrderLine> = {
  name: 'order lines',
  open(db, of) {
    const { importId, columns } = of;
    const store = openOrderStore(db, of);
    const { tally } = store;
    let clashes: Clashes = noClashes;

    return {
      take: store.take,
      store(batch, reject) {
        for (const { line, content } of batch) store.take(line, content, reject);
        store.write();
      },
      miss: (cells) => store.missRow(cellOf(cells, columns.order)),
      isHurt(cells) {
        const order = cellOf(cells, columns.order);
        return order !== '' && store.partialOrders().has(order);
      },
      rest: store.rest,
      close: store.close,
      toldAt: store.toldAt,
      counted: () => ({ ...tally.sums, corrected: 0, customers: 0, figures: [], ...span([...tally.days.keys()]) }),
      compared() {
        clashes = findClashes(db, importId);
        return countedBesideKnown(db, { importId, store, clashes });
      },
      inTable: store.countLines,
      days: () => [...tally.days.keys()],
      notes: () => (clashes.namesakes > 0 ? [noteOnNamesakes(clashes.namesakes)] : []),
      settle() {
        writeDays(db, importId, tally);
        if (clashes.count > 0) settleClashes(db, importId);
      },
    };
  },
};

function noteOnNamesakes(orders: number): Said {
  return plural(
    orders,
    say`1 order has the number of an order from another kind of file. They count as different orders: should they be the same, undo one of the files.`,
    say`${count(orders)} orders have the number of an order from another kind of file. They count as different orders: should they be the same, undo one of the files.`,
  );
}

function writeDays(db: Connection, importId: number, tally: Tally): void {
  const rows = [...tally.days].flatMap(([day, { revenueMinor, orders, lines, lastSecond }]) => [
    importId,
    day,
    revenueMinor,
    orders,
    lines,
    tally.hasTimes() ? lastSecond : null,
  ]);
  manyInserts(db, 'day_total', ['import_id', 'day', 'revenue_minor', 'orders', 'lines', 'last_second'])(rows);
}

function countedBesideKnown(
  db: Connection,
  { importId, store, clashes }: { readonly importId: number; readonly store: OrderStore; readonly clashes: Clashes },
): Counted {
  const { sums, days } = store.tally;
  if (clashes.count === 0) {
    return { ...sums, figures: [], customers: store.countCustomers(), ...span([...days.keys()]) };
  }
  const known = sums.known + clashes.knownRows;
  const stored = sums.stored - clashes.knownRows;
  return {
    ...sums,
    ...sumsBesideKnown(db, importId),
    figures: [],
    stored,
    known,
    corrected: clashes.correctedRows,
  };
}

function span(days: readonly EpochDay[]): { readonly firstDay: EpochDay | null; readonly lastDay: EpochDay | null } {
  if (days.length === 0) return { firstDay: null, lastDay: null };
  return { firstDay: days.reduce((a, b) => Math.min(a, b)), lastDay: days.reduce((a, b) => Math.max(a, b)) };
}
