import type { Connection } from '../database.ts';
import { toDay, zoneClock } from '../days.ts';
import type { Facts } from '../types/facts.ts';
import type { Coverage } from '../types/quality.ts';
import type { Day, EpochDay, Instant, Shop } from '../types/shop.ts';
import { formatImportId } from './import/id.ts';
import { type At, type Knowledge, knownTo } from './known.ts';

/** How many trading days before the last one say how late the shop usually sells. */
const USUAL_DAYS = 28;

type Totals = Pick<Coverage, 'orders' | 'lines' | 'customers' | 'anonymousLines' | 'products'>;

/** How many answers are kept: of now, and of the few past days that one question looks from. */
const KEPT = 8;

/**
 * What the stored imports hold together, each order in its newest version; or what they held when a day was over. Every
 * question asks this, and orders are counted anew only when other imports are seen.
 */
export function coverageFacts(db: Connection): Facts['coverage'] {
  const kept = new Map<string, Coverage>();
  return async (at) => {
    const knownBy = at?.knownBy;
    const importIds = readImports(db, knownBy);
    const key = [knownBy, ...importIds].join();
    const coverage = kept.get(key) ?? { ...readTotals(db, knownBy), ...readSpan(db, knownBy), importIds };
    kept.delete(key);
    kept.set(key, coverage);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
    return coverage;
  };
}

function readImports(db: Connection, knownBy: Day | undefined): string[] {
  const { known, at } = knownTo(db, knownBy);
  const imports = db.prepare<[At], number>(`${known} SELECT id FROM known_import ORDER BY id`).pluck();
  return imports.all(at).map(formatImportId);
}

function readTotals(db: Connection, knownBy: Day | undefined): Totals {
  const { known, at } = knownTo(db, knownBy);
  const totals = db
    .prepare<[At], Omit<Totals, 'products'>>(
      `${known} SELECT COUNT(*) AS orders, IFNULL(SUM(lines), 0) AS lines, COUNT(DISTINCT customer_id) AS customers,
         IFNULL(SUM(CASE WHEN customer_id IS NULL THEN lines END), 0) AS anonymousLines FROM known_order`,
    )
    .get(at)!;
  const products = db
    .prepare<[At], number>(`${known} SELECT COUNT(*) FROM product WHERE import_id IN (SELECT id FROM known_import)`)
    .pluck()
    .get(at)!;
  return { ...totals, products };
}

/** The days that the stored imports reach, now or when a day was over. */
export function readSpan(db: Connection, knownBy?: Day): Pick<Coverage, 'firstDay' | 'lastDay' | 'lastCompleteDay'> {
  const { known, at } = knownTo(db, knownBy);
  const { firstDay, lastDay } = db
    .prepare<[At], { readonly firstDay: EpochDay | null; readonly lastDay: EpochDay | null }>(
      `${known} SELECT MIN(day) AS firstDay, MAX(day) AS lastDay FROM known_day`,
    )
    .get(at)!;
  if (firstDay === null || lastDay === null) return { firstDay: null, lastDay: null, lastCompleteDay: null };
  return {
    firstDay: toDay(firstDay),
    lastDay: toDay(lastDay),
    lastCompleteDay: toDay(lastCompleteDay(db, lastDay, { known, at })),
  };
}

/**
 * The last day with orders, unless it looks cut off; then the day before. It looks cut off when it was not over at the
 * time its rows were learned, or when its last order came earlier than the last order of any of the 28 trading days
 * before: a file exported at noon and loaded years later says nothing else about its noon. A whole day falls under the
 * second rule by chance one time in 29; the cost of that is a day of data, the cost of taking half a day for a whole one
 * is a forecast of collapse. Files without times of day are held to the first rule only.
 */
function lastCompleteDay(db: Connection, lastDay: EpochDay, { known, at }: Knowledge): EpochDay {
  const shop = db
    .prepare<[At], string>(`${known} SELECT shop FROM known_import ORDER BY id DESC LIMIT 1`)
    .pluck()
    .get(at)!;
  const learnedAt = db
    .prepare<[At & { day: EpochDay }], Instant>(
      `${known} SELECT MAX(learned_at) FROM known_day JOIN import ON import.id = import_id WHERE day = @day`,
    )
    .pluck()
    .get({ ...at, day: lastDay })!;
  const wasOver = zoneClock((JSON.parse(shop) as Shop).zone).startOf(lastDay + 1) <= learnedAt;
  return wasOver && !endsEarly(db, lastDay, { known, at }) ? lastDay : lastDay - 1;
}

function endsEarly(db: Connection, lastDay: EpochDay, { known, at }: Knowledge): boolean {
  const [last, ...usual] = db
    .prepare<[At & { day: EpochDay; days: number }], number | null>(
      `${known} SELECT MAX(last_second) FROM known_day WHERE day <= @day GROUP BY day ORDER BY day DESC LIMIT @days`,
    )
    .pluck()
    .all({ ...at, day: lastDay, days: 1 + USUAL_DAYS });
  const told = usual.filter((second) => second !== null);
  return last !== null && last !== undefined && told.length > 0 && last < Math.min(...told);
}
