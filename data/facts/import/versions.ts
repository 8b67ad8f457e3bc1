import type { Connection } from '../../database.ts';
import { lineKinds } from '../layouts/layout.ts';
import { claimWords } from './words.ts';

/**
 * Orders that several imports tell of. Shops number their orders for themselves, so that two files mean the same order
 * only where they are of the same kind (`import.layout`). A whole version counts before one that lost rows; of those the newest: the one that tells of the later moment; then the one
 * further on its way; then the newer export; then the one learned later; then the one that leaves less money, because
 * goods come back after they were sold; then by content, so that the same files in any order end the same.
 */
export const versionOf = (order: string, from: string) =>
  `(-${order}.is_partial, ${order}.told_at, ${order}.stage, ${from}.told_at, ${from}.learned_at, -${order}.net_minor, ${from}.sha256)`;

/** The same as an order of rows, the version that counts first. */
export const newestFirst = (order: string, from: string) =>
  `${order}.is_partial, ${order}.told_at DESC, ${order}.stage DESC, ${from}.told_at DESC, ${from}.learned_at DESC,
   ${order}.net_minor, ${from}.sha256 DESC`;

const contentOf = (order: string) => `(
  SELECT group_concat(
    ifnull(product_id, '') || '|' || day || '|' || quantity || '|' || ifnull(unit_price_parts, '') || '|' ||
      amount_minor || '|' || kind, ';' ORDER BY product_id, day, quantity, amount_minor, kind)
  FROM sale_line WHERE order_id = ${order}.id)`;

const sameHead = ['customer_id', 'campaign_id', 'channel_id', 'place_id', 'happened_at', 'lines', 'net_minor']
  .map((column) => `n.${column} IS o.${column}`)
  .join(' AND ');

/** What an import repeats of others that are stored. */
export type Clashes = {
  readonly count: number;
  /** Rows of orders that are known as they are, or in a newer state. */
  readonly knownRows: number;
  /** Rows of orders that others had told otherwise, and older. */
  readonly correctedRows: number;
  /** Orders whose number is also that of an order from another kind of file. */
  readonly namesakes: number;
};

/**
 * Compares the orders of an import that is loading with those that count now. Reads only; what it finds is kept for
 * {@link settleClashes} on this connection. Costs nothing while there is no other import.
 */
export function findClashes(db: Connection, importId: number): Clashes {
  db.exec('DROP TABLE IF EXISTS temp.clash');
  const hasOthers = db.prepare<[number], number>('SELECT 1 FROM stored_import WHERE id <> ? LIMIT 1').pluck();
  if (hasOthers.get(importId) === undefined) return noClashes;
  db.prepare(
    `CREATE TEMP TABLE clash AS
     SELECT n.id AS new_id, o.id AS old_id, o.import_id AS old_import, n.lines AS lines,
       oi.layout <> ni.layout AS is_namesake,
       ${versionOf('n', 'ni')} > ${versionOf('o', 'oi')} AS wins,
       CASE WHEN ${sameHead} THEN ${contentOf('n')} IS ${contentOf('o')} ELSE 0 END AS same
     FROM sale_order AS n
       CROSS JOIN sale_order AS o ON o.ref = n.ref AND o.import_id <> n.import_id AND o.hidden_by IS NULL
       JOIN stored_import AS oi ON oi.id = o.import_id
       JOIN import AS ni ON ni.id = n.import_id
     WHERE n.import_id = ${Number(importId)}`,
  ).run();
  const namesakes = db.prepare<[], number>('SELECT COUNT(DISTINCT new_id) FROM temp.clash WHERE is_namesake').pluck();
  const count = namesakes.get()!;
  db.exec('DELETE FROM temp.clash WHERE is_namesake');
  const clashes = db
    .prepare<[], Omit<Clashes, 'namesakes'>>(
      `SELECT COUNT(*) AS count, IFNULL(SUM(CASE WHEN same OR NOT wins THEN lines END), 0) AS knownRows,
         IFNULL(SUM(CASE WHEN wins AND NOT same THEN lines END), 0) AS correctedRows
       FROM temp.clash`,
    )
    .get()!;
  return { ...clashes, namesakes: count };
}

export const noClashes: Clashes = { count: 0, knownRows: 0, correctedRows: 0, namesakes: 0 };

/** The figures of an import without the orders that were known. */
export function sumsBesideKnown(db: Connection, importId: number) {
  return db
    .prepare<
      [number],
      {
        readonly orders: number;
        readonly cancelledRows: number;
        readonly cancelledMinor: number;
        readonly anonymousRows: number;
        readonly anonymousMinor: number;
        readonly revenueMinor: number;
        readonly customers: number;
        readonly firstDay: number | null;
        readonly lastDay: number | null;
      }
    >(
      `SELECT COUNT(DISTINCT o.id) AS orders, COUNT(DISTINCT customer_id) AS customers,
         IFNULL(SUM(kind IN (${lineKinds.reversal}, ${lineKinds.void})), 0) AS cancelledRows,
         IFNULL(SUM(CASE kind WHEN ${lineKinds.void} THEN -amount_minor WHEN ${lineKinds.reversal} THEN amount_minor
           END), 0) AS cancelledMinor,
         IFNULL(SUM(customer_id IS NULL AND line > 0), 0) AS anonymousRows,
         IFNULL(SUM(CASE WHEN customer_id IS NULL AND kind <> ${lineKinds.void} THEN amount_minor END), 0)
           AS anonymousMinor,
         IFNULL(SUM(CASE WHEN kind <> ${lineKinds.void} THEN amount_minor END), 0) AS revenueMinor,
         MIN(l.day) AS firstDay, MAX(l.day) AS lastDay
       FROM sale_order AS o JOIN sale_line AS l ON l.order_id = o.id
       WHERE o.import_id = ? AND o.id NOT IN (SELECT new_id FROM temp.clash WHERE same OR NOT wins)`,
    )
    .get(importId)!;
}

/** Makes the newest version of each order the one that counts. In the transaction that stores the import. */
export function settleClashes(db: Connection, importId: number): void {
  db.prepare('UPDATE sale_order SET hidden_by = ? WHERE id IN (SELECT old_id FROM temp.clash WHERE wins)').run(
    importId,
  );
  db.exec(
    `UPDATE sale_order SET hidden_by = clash.old_import FROM temp.clash WHERE id = clash.new_id AND NOT clash.wins`,
  );
  addToDays(db, 'SELECT CASE WHEN wins THEN old_id ELSE new_id END FROM temp.clash', -1);
}

/** Lets the next best version of each order of an import count, which is not stored any more. In one transaction. */
export function uncover(db: Connection, importId: number): void {
  db.exec('DROP TABLE IF EXISTS temp.uncovered');
  db.prepare(
    `CREATE TEMP TABLE uncovered AS
     SELECT id, import_id, ref FROM (
       SELECT o.id, o.import_id, o.ref,
         ROW_NUMBER() OVER (PARTITION BY o.ref ORDER BY ${newestFirst('o', 'oi')}) AS place
       FROM sale_order AS gone
         JOIN import AS gi ON gi.id = gone.import_id
         CROSS JOIN sale_order AS o ON o.ref = gone.ref
         -- Before kinds of file were told apart, one could hide an order of another.
         JOIN stored_import AS oi ON oi.id = o.import_id AND (oi.layout = gi.layout OR o.hidden_by = gi.id)
       WHERE gone.import_id = ${Number(importId)} AND gone.hidden_by IS NULL)
     WHERE place = 1`,
  ).run();
  db.exec(
    `UPDATE sale_order SET hidden_by = CASE WHEN sale_order.id = uncovered.id THEN NULL ELSE uncovered.import_id END
     FROM temp.uncovered WHERE sale_order.ref = uncovered.ref AND sale_order.import_id <> ${Number(importId)}
       AND (sale_order.hidden_by = ${Number(importId)} OR sale_order.import_id IN (SELECT id FROM import
         WHERE layout = (SELECT layout FROM import WHERE id = ${Number(importId)})))`,
  );
  addToDays(db, 'SELECT id FROM temp.uncovered', 1);
  claimWords(db);
}

/** Adds orders to the daily roll-up of their imports, or takes them out. */
function addToDays(db: Connection, orders: string, sign: 1 | -1): void {
  const kept = `ON CONFLICT (import_id, day) DO UPDATE SET revenue_minor = revenue_minor + excluded.revenue_minor,
    orders = orders + excluded.orders, lines = lines + excluded.lines`;
  db.exec(
    `INSERT INTO day_total (import_id, day, revenue_minor, orders, lines)
     SELECT import_id, l.day, ${sign} * SUM(CASE WHEN kind <> ${lineKinds.void} THEN amount_minor ELSE 0 END), 0,
       ${sign} * SUM(line > 0)
     FROM sale_order AS o JOIN sale_line AS l ON l.order_id = o.id
     WHERE o.id IN (${orders}) GROUP BY import_id, l.day ${kept};
     INSERT INTO day_total (import_id, day, revenue_minor, orders, lines)
     SELECT import_id, day, 0, ${sign} * COUNT(*), 0 FROM sale_order
     WHERE id IN (${orders}) AND sale_lines > 0 GROUP BY import_id, day ${kept}`,
  );
}
