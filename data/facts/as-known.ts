import { type Connection, connect } from '../database.ts';
import type { Facts } from '../types/facts.ts';
import { parseImportId } from './import/id.ts';
import { newestFirst } from './import/versions.ts';
import { claimedBy } from './import/words.ts';
import { lineKinds } from './layouts/layout.ts';

/** Past states kept ready: questions of different times, asked in turn, do not make each other's views anew. */
const KEPT = 3;

/**
 * Answers of the past: a connection of its own that sees only what some imports told, as if no other had ever come. Files
 * that came later are not there, those taken back since are, and an order that a later file told otherwise is as it was.
 *
 * All questions are asked through views. Here each view of the database stands once more, as a temporary one, over those
 * imports: SQLite looks there first, so that the same questions get the answers of then.
 */
export function factsAsKnown(db: Connection, open: (db: Connection) => Facts): Facts['asKnown'] {
  /** Asked for longest ago first. */
  const kept = new Map<string, { readonly facts: Facts; readonly db: Connection }>();
  const changes = db
    .prepare<[], string | null>(
      "SELECT group_concat(id || status || IFNULL(undone_at, '') || IFNULL(purged_at, '')) FROM import",
    )
    .pluck();
  return (imports) => {
    const key = `${changes.get()} ${imports.join(' ')}`;
    const past = kept.get(key) ?? openPast(db, imports, open);
    kept.delete(key);
    kept.set(key, past);
    for (const [oldest, { db: unused }] of [...kept].slice(0, -KEPT)) {
      kept.delete(oldest);
      unused.close();
    }
    return past.facts;
  };
}

function openPast(db: Connection, imports: readonly string[], open: (db: Connection) => Facts) {
  const then = connect(db.memory ? db.serialize() : db.name);
  try {
    limitTo(
      then,
      imports.map((id) => parseImportId(id) ?? -1),
    );
    return { db: then, facts: open(then) };
  } catch (error) {
    then.close();
    throw error;
  }
}

/** Views that are not only over other imports: they rest on which version of an order counts, which is stored for today. */
const ownViews = ['stored_import', 'stored_order', 'stored_day'];

function limitTo(db: Connection, imports: readonly number[]): void {
  db.exec('CREATE TEMP TABLE known_id (id INTEGER PRIMARY KEY)');
  db.prepare('INSERT INTO known_id SELECT DISTINCT value FROM json_each(?)').run(JSON.stringify(imports));
  const views = db
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM main.sqlite_schema WHERE type = 'view'")
    .all();
  db.exec(`
    CREATE TEMP VIEW stored_import AS SELECT * FROM main.import
      WHERE status = 'stored' AND purged_at IS NULL AND id IN (SELECT id FROM temp.known_id);

    CREATE TEMP TABLE superseded (id INTEGER PRIMARY KEY);
    INSERT INTO superseded SELECT id FROM (
      SELECT o.id, ROW_NUMBER() OVER (PARTITION BY o.ref, oi.layout ORDER BY ${newestFirst('o', 'oi')}) AS place
      FROM sale_order AS o JOIN temp.stored_import AS oi ON oi.id = o.import_id
      WHERE o.ref IN (SELECT ref FROM sale_order GROUP BY ref HAVING COUNT(*) > 1))
    WHERE place > 1;
    CREATE TEMP VIEW stored_order AS SELECT * FROM main.sale_order
      WHERE +import_id IN (SELECT id FROM temp.stored_import) AND id NOT IN (SELECT id FROM temp.superseded);

    CREATE TEMP TABLE stored_day AS
      SELECT counted.import_id, counted.day, SUM(minor) AS revenue_minor, SUM(sold) AS orders, SUM(told) AS lines, last_second
      FROM (
        SELECT o.import_id, l.day, SUM(CASE WHEN kind <> ${lineKinds.void} THEN amount_minor ELSE 0 END) AS minor,
          0 AS sold, SUM(line > 0) AS told
        FROM temp.stored_order AS o JOIN sale_line AS l ON l.order_id = o.id GROUP BY 1, 2
        UNION ALL
        SELECT import_id, day, 0, COUNT(*), 0 FROM temp.stored_order WHERE sale_lines > 0 GROUP BY 1, 2) AS counted
      LEFT JOIN main.day_total AS kept USING (import_id, day) GROUP BY 1, 2 HAVING SUM(told) <> 0;
  `);
  for (const { sql } of views.filter(({ name }) => !ownViews.includes(name))) {
    db.exec(sql.replace(/^CREATE VIEW/i, 'CREATE TEMP VIEW'));
  }
  claimWordsOfThen(db);
}

/** A word belongs to the first import that named it, and when that one is taken back to another: to the first of then. */
function claimWordsOfThen(db: Connection): void {
  if (!db.prepare('SELECT 1 FROM main.import WHERE undone_at IS NOT NULL LIMIT 1').get()) return;
  const rest = { customer: 'sponsor_id', product: 'category, unit_cost_parts', campaign: 'kind' };
  for (const table of ['customer', 'product', 'campaign'] as const) {
    db.exec(
      `CREATE TEMP TABLE ${table}_claim AS ${claimedBy(table, 'temp.stored_import')};
       CREATE UNIQUE INDEX temp.${table}_claim_word ON ${table}_claim (word);
       CREATE TEMP VIEW ${table} AS
         SELECT id, ref, IFNULL((SELECT "by" FROM ${table}_claim WHERE word = id), import_id) AS import_id, ${rest[table]}
         FROM main.${table}`,
    );
  }
}
