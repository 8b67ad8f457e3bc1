import type { Connection } from '../database.ts';
import { toDay, zoneClock } from '../days.ts';
import type { Coverage, EpochDay, Instant, Shop } from '../types.ts';
import { formatImportId } from './import/id.ts';

/** How many trading days before the last one say how late the shop usually sells. */
const USUAL_DAYS = 28;

type StoredImport = { readonly id: number; readonly shop: string };
type Totals = Pick<Coverage, 'orders' | 'lines' | 'customers' | 'anonymousLines'>;

/** What the stored imports hold together, each order in its newest version. */
export function readCoverage(db: Connection): Coverage {
  const imports = db.prepare<[], StoredImport>('SELECT id, shop FROM stored_import ORDER BY id').all();
  const totals = db
    .prepare<[], Totals>(
      `SELECT COUNT(*) AS orders, IFNULL(SUM(lines), 0) AS lines, COUNT(DISTINCT customer_id) AS customers,
         IFNULL(SUM(CASE WHEN customer_id IS NULL THEN lines END), 0) AS anonymousLines FROM stored_order`,
    )
    .get()!;
  const products = db.prepare<[], number>('SELECT COUNT(*) FROM stored_product').pluck().get() ?? 0;
  const { firstDay, lastDay } = db
    .prepare<[], { readonly firstDay: EpochDay | null; readonly lastDay: EpochDay | null }>(
      'SELECT MIN(day) AS firstDay, MAX(day) AS lastDay FROM stored_day',
    )
    .get()!;

  return {
    ...totals,
    products,
    firstDay: firstDay === null ? null : toDay(firstDay),
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
