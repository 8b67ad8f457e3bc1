import type { Connection } from '../../database.ts';
import type { ImportRequest, Shop } from '../../types.ts';
import { ImportBusy, SameFile } from '../errors.ts';
import { discardImport, recoverAbandoned } from '../recover.ts';
import { formatImportId } from './id.ts';
import { manyInserts } from './insert.ts';
import type { Tally } from './tally.ts';
import { type Clashes, claimWords, findClashes, settleClashes, sumsBesideKnown } from './versions.ts';

/** Work to be done in the transaction that makes the import's rows visible: all of it is seen, or nothing. */
export type AtTheEnd = (db: Connection, importId: number) => void;

/** What is known when all rows were read. `toldAt`: the latest moment that any of them told. */
type End = { readonly rowsRead: number; readonly tally: Tally; readonly toldAt: number };

/** The row in `import` while its file is being read. */
export type ImportRecord = {
  readonly id: number;
  /** One short write transaction. Throws when another process has given this import up. */
  write(work: () => void): void;
  /** Makes the rows visible. Throws, and so stores nothing, when the rows do not add up. */
  finish(end: End & { readonly atTheEnd: AtTheEnd | undefined }): void;
  /** What would be stored, compared with what counts now. Writes nothing that is seen. */
  measure(end: End): Counted;
  /** Notes what was counted though nothing is stored, so that the report of a failed import can say how it failed. */
  note(end: End): void;
  /** Takes the rows out again and marks the import failed. */
  discard(): void;
  /** After discard: takes its number back too, because the same file is read once more. */
  forget(): void;
};

/**
 * Begins an import.
 *
 * @throws {ImportBusy} while another one is loading: order numbers are told apart against one file at a time
 * @throws {SameFile} when the same content was stored a moment ago
 */
export function openImport(
  db: Connection,
  {
    request,
    shop,
    layout,
    sha256,
    notes,
  }: {
    readonly request: Omit<ImportRequest, 'path'>;
    readonly shop: Shop;
    readonly layout: string;
    readonly sha256: string;
    readonly notes: readonly string[];
  },
): ImportRecord {
  recoverAbandoned(db);
  const startedMs = performance.now();
  const id = begin();
  const stillOurs = db.prepare("UPDATE import SET alive_at = unixepoch() * 1000 WHERE id = ? AND status = 'loading'");

  function begin(): number {
    return db
      .transaction(() => {
        const running = db
          .prepare<[], { id: number; name: string }>("SELECT id, name FROM import WHERE status = 'loading'")
          .get();
        if (running) throw new ImportBusy(formatImportId(running.id), running.name);
        const earlier = db
          .prepare<[string], number>('SELECT id FROM stored_import WHERE sha256 = ?')
          .pluck()
          .get(sha256);
        if (earlier !== undefined) throw new SameFile(formatImportId(earlier));
        const { lastInsertRowid } = db
          .prepare(
            `INSERT INTO import (name, sha256, status, layout, shop, notes, learned_at, owner_pid, alive_at)
             VALUES (?, ?, 'loading', ?, ?, ?, ?, ?, unixepoch() * 1000)`,
          )
          .run(
            request.name,
            sha256,
            layout,
            JSON.stringify(shop),
            JSON.stringify(notes),
            request.learnedAt,
            process.pid,
          );
        return Number(lastInsertRowid);
      })
      .immediate();
  }

  function write(work: () => void): void {
    db.transaction(() => {
      if (stillOurs.run(id).changes !== 1) throw new Error(`${formatImportId(id)} was given up by another process`);
      work();
    }).immediate();
  }

  /** Reading takes no lock: nothing here holds others up. */
  function measure({ rowsRead, tally, toldAt }: End): { readonly clashes: Clashes; readonly counted: Counted } {
    write(() => db.prepare('UPDATE import SET told_at = ? WHERE id = ?').run(toldAt, id));
    const clashes = findClashes(db, id);
    const counted = countedBesideKnown(db, { id, tally, clashes });
    refuseMiscount({ rowsRead, counted, inTable: countLines(db, id) });
    return { clashes, counted };
  }

  return {
    id,
    write,
    measure: (end) => measure(end).counted,
    finish({ rowsRead, tally, toldAt, atTheEnd }) {
      const { clashes, counted } = measure({ rowsRead, tally, toldAt });
      const dayRows = [...tally.days].flatMap(([day, { revenueMinor, orders, lines, lastSecond }]) => [
        id,
        day,
        revenueMinor,
        orders,
        lines,
        tally.hasTimes() ? lastSecond : null,
      ]);
      write(() => {
        manyInserts(db, 'day_total', ['import_id', 'day', 'revenue_minor', 'orders', 'lines', 'last_second'])(dayRows);
        if (clashes.count > 0) settleClashes(db, id);
        writeCounts(db, { id, rowsRead, ...counted });
        atTheEnd?.(db, id);
        const finishedAt = request.learnedAt + Math.round(performance.now() - startedMs);
        db.prepare("UPDATE import SET status = 'stored', finished_at = ? WHERE id = ?").run(finishedAt, id);
        claimWords(db);
      });
    },
    note({ rowsRead, tally }) {
      write(() => writeCounts(db, { id, rowsRead, ...tally.sums, customers: 0, ...span([...tally.days.keys()]) }));
    },
    discard() {
      discardImport(db, id);
    },
    forget() {
      db.transaction(() => {
        db.prepare('DELETE FROM import_reject WHERE import_id = ?').run(id);
        db.prepare("DELETE FROM import WHERE id = ? AND status = 'failed'").run(id);
      }).immediate();
    },
  };
}

/** The figures of the report: what the import brought, without what was known. */
export type Counted = Tally['sums'] & {
  readonly customers: number;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
};

function countedBesideKnown(
  db: Connection,
  { id, tally, clashes }: { readonly id: number; readonly tally: Tally; readonly clashes: Clashes },
): Counted {
  const { sums, days } = tally;
  if (clashes.count === 0) return { ...sums, customers: countCustomers(db, id), ...span([...days.keys()]) };
  const known = sums.known + clashes.knownRows;
  const stored = sums.stored - clashes.knownRows;
  return { ...sums, ...sumsBesideKnown(db, id), stored, known, corrected: clashes.correctedRows };
}

function writeCounts(db: Connection, count: Counted & { readonly id: number; readonly rowsRead: number }): void {
  db.prepare(
    `UPDATE import SET rows = @rowsRead, stored = @stored, known = @known, corrected = @corrected,
       rejected = @rejected, cancelled_rows = @cancelledRows, cancelled_minor = @cancelledMinor,
       anonymous_rows = @anonymousRows, anonymous_minor = @anonymousMinor, revenue_minor = @revenueMinor,
       orders = @orders, customers = @customers, first_day = @firstDay, last_day = @lastDay WHERE id = @id`,
  ).run(count);
}

function countCustomers(db: Connection, id: number): number {
  return db
    .prepare<[number], number>('SELECT COUNT(DISTINCT customer_id) FROM sale_order WHERE import_id = ?')
    .pluck()
    .get(id)!;
}

function countLines(db: Connection, id: number): number {
  return db
    .prepare<[number], number>(
      'SELECT COUNT(*) FROM sale_order JOIN sale_line ON order_id = sale_order.id AND line > 0 WHERE import_id = ?',
    )
    .pluck()
    .get(id)!;
}

/** The promise of every report. Should it ever not hold, storing nothing is better than storing something else. */
function refuseMiscount(count: {
  readonly rowsRead: number;
  readonly counted: Counted;
  readonly inTable: number;
}): void {
  const { stored, known, rejected } = count.counted;
  if (stored + known + rejected === count.rowsRead && stored + known === count.inTable) return;
  throw new Error(
    `Rows do not add up: ${count.rowsRead} read, ${stored} stored and ${known} known ` +
      `(${count.inTable} in the table), ${rejected} rejected`,
  );
}

function span(days: readonly number[]): { readonly firstDay: number | null; readonly lastDay: number | null } {
  if (days.length === 0) return { firstDay: null, lastDay: null };
  return { firstDay: days.reduce((a, b) => Math.min(a, b)), lastDay: days.reduce((a, b) => Math.max(a, b)) };
}
