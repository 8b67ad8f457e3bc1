import type { Connection } from '../database.ts';
import { toDay, zoneClock } from '../days.ts';
import type { Coverage, EpochDay, Instant, Shop } from '../types.ts';
import { formatImportId } from './import/id.ts';

/** How many trading days before the last one say how late the shop usually sells. */
const USUAL_DAYS = 28;

type StoredImport = {
  readonly id: number;
  readonly orders: number;
  readonly stored: number;
  readonly anonymousRows: number;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly shop: string;
};

/** What the stored imports hold together. An order belongs to one import, so their sums add up. */
export function readCoverage(db: Connection): Coverage {
  const imports = db
    .prepare<[], StoredImport>(
      `SELECT id, orders, stored, anonymous_rows AS anonymousRows, first_day AS firstDay, last_day AS lastDay, shop
       FROM import WHERE status = 'stored' ORDER BY id`,
    )
    .all();
  const count = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0;
  const sum = (of: (each: StoredImport) => number) => imports.reduce((total, each) => total + of(each), 0);
  const days = imports.flatMap(({ firstDay, lastDay }) => (firstDay === null ? [] : [firstDay, lastDay!]));
  const lastDay = days.length === 0 ? null : Math.max(...days);

  return {
    orders: sum(({ orders }) => orders),
    lines: sum(({ stored }) => stored),
    customers: count('SELECT COUNT(DISTINCT customer_id) FROM stored_order'),
    products: count('SELECT COUNT(*) FROM stored_product'),
    anonymousLines: sum(({ anonymousRows }) => anonymousRows),
    firstDay: lastDay === null ? null : toDay(Math.min(...days)),
    lastDay: lastDay === null ? null : toDay(lastDay),
    lastCompleteDay: lastDay === null ? null : toDay(lastCompleteDay(db, lastDay, imports.at(-1)!.shop)),
    importIds: imports.map(({ id }) => formatImportId(id)),
  };
}

/**
 * The last day with orders, unless it looks cut off; then the day before. It looks cut off when it was not over at the
 * time its rows were learned, or when its last order came earlier than the last order of any of the 28 trading days
 * before: a file exported at noon and loaded years later says nothing else about its noon. A whole day falls under the
 * second rule by chance one time in 29; the cost of that is a day of data, the cost of taking half a day for a whole one
 * is a forecast of collapse. Files without times of day are held to the first rule only.
 */
function lastCompleteDay(db: Connection, lastDay: EpochDay, shop: string): EpochDay {
  const { zone } = JSON.parse(shop) as Shop;
  const learnedAt = db
    .prepare<[number], Instant>(
      `SELECT MAX(learned_at) FROM stored_day JOIN import ON import.id = import_id WHERE day = ?`,
    )
    .pluck()
    .get(lastDay)!;
  const wasOver = zoneClock(zone).startOf(lastDay + 1) <= learnedAt;
  return wasOver && !endsEarly(db, lastDay) ? lastDay : lastDay - 1;
}

function endsEarly(db: Connection, lastDay: EpochDay): boolean {
  const [last, ...usual] = db
    .prepare<[number, number], number | null>(
      'SELECT MAX(last_second) FROM stored_day WHERE day <= ? GROUP BY day ORDER BY day DESC LIMIT ?',
    )
    .pluck()
    .all(lastDay, 1 + USUAL_DAYS);
  const known = usual.filter((second) => second !== null);
  return last !== null && last !== undefined && known.length > 0 && last < Math.min(...known);
}
