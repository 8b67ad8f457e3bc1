import type { Connection } from '../database.ts';
import { isRunning } from '../process.ts';
import { formatImportId } from './import/id.ts';

/** An import writes many times a second. After this long without a sign, its thread is gone though its process lives. */
const SILENT_MS = 60_000;
const ROWS_PER_TRANSACTION = 4000;
/** Where rows stand under their import and nothing hangs on them. */
const importTables = ['product_name', 'trait', 'campaign_spend', 'figure', 'contact', 'referral', 'review'] as const;

/**
 * Takes back what a crash left half-loaded: to be called once when a process starts, before it loads anything. An import
 * that another living process is busy with is left alone.
 *
 * @returns the names of the imports that were marked failed
 */
export function recoverImports(db: Connection): readonly string[] {
  // A process that starts cannot have been loading yet: in a container, the one that died had the same number.
  return recover(db, (owner) => owner.pid === process.pid || isAbandoned(owner));
}

/** The same before a new import, when this very process may be loading in another thread. */
export function recoverAbandoned(db: Connection): void {
  recover(db, isAbandoned);
}

/** Takes out all rows of an import and marks it failed, a few at a time: it may be called again after a crash. */
export function discardImport(db: Connection, id: number): void {
  removeFacts(db, id);
  // Only this import has used the words it was the first to name: no other one loads beside it.
  for (const table of ['customer', 'product', 'campaign', 'sale_channel', 'sale_place'] as const) {
    const words = db.prepare<[number], number>(`SELECT id FROM ${table} WHERE import_id = ?`).pluck().all(id);
    for (let at = 0; at < words.length; at += ROWS_PER_TRANSACTION) {
      removeRows(db, table, 'id', words.slice(at, at + ROWS_PER_TRANSACTION));
    }
  }
  db.prepare("UPDATE import SET status = 'failed' WHERE id = ? AND status = 'loading'").run(id);
}

/** Takes out what an import told, a few rows at a time. The words stay. */
export function removeFacts(db: Connection, id: number): void {
  for (;;) {
    const orders = db
      .prepare<[number], number>(`SELECT id FROM sale_order WHERE import_id = ? LIMIT ${ROWS_PER_TRANSACTION / 8}`)
      .pluck()
      .all(id);
    if (orders.length === 0) break;
    removeRows(db, 'sale_line', 'order_id', orders);
    removeRows(db, 'sale_order', 'id', orders);
  }
  for (const table of importTables) db.prepare(`DELETE FROM ${table} WHERE import_id = ?`).run(id);
}

function removeRows(db: Connection, table: string, column: string, ids: readonly number[]): void {
  db.prepare(`DELETE FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`).run(JSON.stringify(ids));
}

type Owner = { readonly pid: number; readonly silentMs: number };

function recover(db: Connection, isGone: (owner: Owner) => boolean): readonly string[] {
  const gone = db
    .prepare<[], Owner & { readonly id: number }>(
      `SELECT id, owner_pid AS pid, unixepoch() * 1000 - alive_at AS silentMs FROM import WHERE status = 'loading'`,
    )
    .all()
    .filter(isGone);
  for (const { id } of gone) discardImport(db, id);
  return gone.map(({ id }) => formatImportId(id));
}

function isAbandoned({ pid, silentMs }: Owner): boolean {
  return silentMs > SILENT_MS || !isRunning(pid);
}
