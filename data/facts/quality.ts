import type { Connection } from '../database.ts';
import { toDay } from '../days.ts';
import type { Facts } from '../types/facts.ts';
import type { OutlierLine, OutlierTrait, Quality } from '../types/quality.ts';
import { formatImportId } from './import/id.ts';
import { saidAgain } from './import/rejects.ts';
import { lineKinds } from './layouts/layout.ts';

/** Lines are looked at when they are this many times the size that one line in a hundred exceeds. */
const FAR_OUT = 50;
const OUTLIERS_SHOWN = 10;
/** A cancellation later than this belongs to another story. */
const UNDONE_WITHIN_MS = 30 * 86_400_000;
/** Tukey's outer fences are at 3; incomes and ages have long tails by nature. */
const FENCES = 6;

type Lines = Quality['lines'];
type Line = Omit<OutlierLine, 'day' | 'undoneAfterMs'> & {
  readonly day: number;
  readonly undoneAt: number | null;
  readonly at: number;
};
type Import = { readonly id: number; readonly layout: string; readonly name: string; readonly rejected: number };
type Source = Omit<Quality['sources'][number], 'lastDay'> & { readonly lastDay: number | null };

/** How good the stored data is: counted by the database, so that no order is pulled into memory. */
export function qualityFacts(db: Connection): Facts['quality'] {
  return async () => ({
    lines: countLines(db),
    duplicates: countDuplicates(db),
    withoutCustomer: withoutCustomer(db),
    outliers: farOut(db),
    traits: oddTraits(db),
    partialOrders: db.prepare<[], number>('SELECT COUNT(*) FROM stored_order WHERE is_partial = 1').pluck().get()!,
    rejected: db
      .prepare<[], Import>('SELECT id, layout, name, rejected FROM stored_import WHERE rejected > 0 ORDER BY id DESC')
      .all()
      .map(({ id, ...each }) => ({ ...each, id: formatImportId(id) })),
    reasons: db
      .prepare<[], Quality['reasons'][number] & { readonly reason: string }>(
        `SELECT "column", reason, COUNT(*) AS rows FROM import_reject
         WHERE import_id IN (SELECT id FROM stored_import) GROUP BY "column", reason ORDER BY rows DESC LIMIT 10`,
      )
      .all()
      .map(saidAgain),
    currencies: db
      .prepare<[], string>("SELECT DISTINCT shop ->> 'currency' FROM stored_import ORDER BY 1")
      .pluck()
      .all(),
    sources: db
      .prepare<[], Source>(
        `SELECT layout, MAX(last_day) AS lastDay, MAX(learned_at) AS learnedAt, COUNT(*) AS files, SUM(stored) AS rows
         FROM stored_import GROUP BY layout ORDER BY lastDay DESC`,
      )
      .all()
      .map(({ lastDay, ...source }) => ({ ...source, lastDay: lastDay === null ? null : toDay(lastDay) })),
  });
}

function countLines(db: Connection): Lines {
  const is = (kind: number) => `kind = ${kind}`;
  const net = (kind: number) => `IFNULL(SUM(CASE WHEN ${is(kind)} THEN amount_minor END), 0)`;
  return db
    .prepare<[], Lines>(
      `SELECT COUNT(*) AS lines, COUNT(DISTINCT order_id) AS orders,
         IFNULL(SUM(product_id IS NULL), 0) AS withoutProduct,
         IFNULL(SUM(quantity > 0 AND amount_minor = 0 AND ${is(lineKinds.other)}), 0) AS withoutPrice,
         IFNULL(SUM(unit_price_parts < 0), 0) AS negativePrices,
         IFNULL(SUM(quantity = 0), 0) AS zeroQuantities,
         IFNULL(SUM(quantity < 0 AND ${is(lineKinds.other)}), 0) AS writtenOff,
         IFNULL(SUM(sale_line.day > learned / 86400000 + 1), 0) AS future,
         IFNULL(SUM(${is(lineKinds.reversal)}), 0) AS returned, ${net(lineKinds.reversal)} AS returnedMinor,
         IFNULL(SUM(${is(lineKinds.void)}), 0) AS cancelled, ${net(lineKinds.void)} AS cancelledMinor
       FROM sale_line JOIN (SELECT stored_order.id, learned_at AS learned
         FROM stored_order JOIN import ON import.id = import_id) AS counted ON counted.id = order_id`,
    )
    .get()!;
}

/** Rows that say exactly the same as another of their order: perhaps bought twice, perhaps exported twice. */
function countDuplicates(db: Connection): Quality['duplicates'] {
  return db
    .prepare<[], Quality['duplicates']>(
      `SELECT IFNULL(SUM(n - 1), 0) AS rows, COUNT(DISTINCT order_id) AS orders,
         IFNULL(SUM((n - 1) * amount_minor), 0) AS minor
       FROM (SELECT order_id, amount_minor, COUNT(*) AS n FROM sale_line
         WHERE line > 0 AND order_id IN (SELECT id FROM stored_order)
         GROUP BY order_id, product_id, quantity, unit_price_parts, amount_minor, kind HAVING n > 1)`,
    )
    .get()!;
}

function withoutCustomer(db: Connection): Quality['withoutCustomer'] {
  return db
    .prepare<[], Quality['withoutCustomer']>(
      `SELECT IFNULL(SUM(lines), 0) AS lines, COUNT(*) AS orders, IFNULL(SUM(net_minor), 0) AS minor
       FROM stored_order WHERE customer_id IS NULL`,
    )
    .get()!;
}

/**
 * The largest sales by money or by quantity that lie far out, and whether the same customer gave the same goods back
 * soon after.
 */
function farOut(db: Connection): readonly OutlierLine[] {
  const lines = `sale_line JOIN stored_order ON stored_order.id = order_id WHERE kind = ${lineKinds.sale}`;
  const edge = (column: string) =>
    `(SELECT ${FAR_OUT} * ${column} FROM ${lines} ORDER BY ${column} DESC LIMIT 1
       OFFSET (SELECT COUNT(*) / 100 FROM sale_line))`;
  return db
    .prepare<[], Line>(
      `WITH far AS MATERIALIZED (
         SELECT stored_order.ref AS "order", customer_id, product_id, happened_at AS at, sale_line.day, quantity, amount_minor AS minor
         FROM ${lines} AND (amount_minor > ${edge('amount_minor')} OR quantity > ${edge('quantity')})
         ORDER BY amount_minor DESC LIMIT ${OUTLIERS_SHOWN})
       SELECT "order", (SELECT ref FROM product WHERE id = product_id) AS product, day, quantity, minor, at,
         (SELECT MIN(undone.happened_at) FROM stored_order AS undone JOIN sale_line AS back ON back.order_id = undone.id
          WHERE undone.customer_id = far.customer_id AND undone.happened_at >= far.at
            AND undone.happened_at <= far.at + ${UNDONE_WITHIN_MS}
            AND back.product_id IS far.product_id AND back.quantity = -far.quantity) AS undoneAt
       FROM far ORDER BY minor DESC`,
    )
    .all()
    .map(({ at, undoneAt, day, ...line }) => ({
      ...line,
      day: toDay(day),
      undoneAfterMs: undoneAt === null ? null : undoneAt - at,
    }));
}

/** Numbers known of customers that lie far outside the middle half of all. */
function oddTraits(db: Connection): readonly OutlierTrait[] {
  return db
    .prepare<[], OutlierTrait>(
      `WITH known AS MATERIALIZED (
         SELECT name, number, NTILE(4) OVER (PARTITION BY name ORDER BY number) AS quarter
         FROM current_trait WHERE subject = 'customer' AND number IS NOT NULL),
       fences AS (
         SELECT name, MAX(CASE WHEN quarter = 1 THEN number END) AS q1, MIN(CASE WHEN quarter = 4 THEN number END) AS q3
         FROM known GROUP BY name HAVING COUNT(*) >= 40)
       SELECT name AS trait, COUNT(*) AS customers, MIN(number) AS least, MAX(number) AS most
       FROM known JOIN fences USING (name)
       WHERE q3 > q1 AND (number < q1 - ${FENCES} * (q3 - q1) OR number > q3 + ${FENCES} * (q3 - q1))
       GROUP BY name ORDER BY name`,
    )
    .all();
}
