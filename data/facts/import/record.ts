import type { Words } from '../../../words/say.ts';
import type { Connection } from '../../database.ts';
import type { ImportChecks, ImportRequest } from '../../types/imports.ts';
import type { Shop } from '../../types/shop.ts';
import { ImportBusy, SameFile } from '../errors.ts';
import type { Counted, Layout, Store } from '../layouts/layout.ts';
import { discardImport, recoverAbandoned } from '../recover.ts';
import { formatImportId } from './id.ts';
import { openTurns } from './turns.ts';
import { claimWords } from './words.ts';

/** Work to be done in the transaction that makes the import's rows visible: all of it is seen, or nothing. */
export type AtTheEnd = (db: Connection, importId: number) => void;

/** What is known when all rows were read. */
type End = {
  readonly rowsRead: number;
  readonly rejected: number;
  readonly store: Store<unknown>;
  /** What the rows told of how they were taken. */
  readonly notes: readonly Words[];
};

/** The row in `import` while its file is being read. */
export type ImportRecord = {
  readonly id: number;
  /** One short write transaction; others get their turn before the next. Throws when another process has given this import up. */
  write(work: () => void): void;
  /** Makes the rows visible. Throws, and so stores nothing, when the rows do not add up. */
  finish(end: End & { readonly checks: ImportChecks | null; readonly atTheEnd: AtTheEnd | undefined }): void;
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
    columnsSha,
    notes,
  }: {
    readonly request: Omit<ImportRequest, 'path'>;
    readonly shop: Shop;
    readonly layout: Layout;
    readonly sha256: string;
    readonly columnsSha: string;
    readonly notes: readonly Words[];
  },
): ImportRecord {
  recoverAbandoned(db);
  const startedMs = performance.now();
  const id = begin();
  // A database in memory has no other writer.
  const takeTurn = db.memory ? (transaction: () => void) => transaction() : openTurns();
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
            `INSERT INTO import (name, sha256, status, layout, grain, shop, notes, decisions, told_by,
               columns_sha, learned_at, owner_pid, alive_at)
             VALUES (@name, @sha256, 'loading', @layout, @grain, @shop, @notes, @decisions, @by,
               @columnsSha, @learnedAt, @pid, unixepoch() * 1000)`,
          )
          .run({
            name: request.name,
            sha256,
            layout: layout.name,
            grain: layout.grain.name,
            shop: JSON.stringify(shop),
            notes: JSON.stringify(notes),
            decisions: JSON.stringify(request.decisions ?? {}),
            by: request.by ?? null,
            columnsSha,
            learnedAt: request.learnedAt,
            pid: process.pid,
          });
        return Number(lastInsertRowid);
      })
      .immediate();
  }

  function write(work: () => void): void {
    const transaction = db.transaction(() => {
      if (stillOurs.run(id).changes !== 1) throw new Error(`${formatImportId(id)} was given up by another process`);
      work();
    });
    takeTurn(transaction.immediate);
  }

  /** Reading takes no lock: nothing here holds others up. */
  function measure({ rowsRead, rejected, store }: End): Counted {
    // A file that tells no moment at all is as new as the day it came.
    const toldAt = store.toldAt() || request.learnedAt;
    write(() => db.prepare('UPDATE import SET told_at = ? WHERE id = ?').run(toldAt, id));
    const counted = store.compared();
    refuseMiscount({ rowsRead, rejected, counted, inTable: store.inTable() });
    return counted;
  }

  return {
    id,
    write,
    measure,
    finish({ atTheEnd, checks, ...end }) {
      const counted = measure(end);
      write(() => {
        end.store.settle();
        writeCounts(db, id, end, counted);
        atTheEnd?.(db, id);
        const finishedAt = request.learnedAt + Math.round(performance.now() - startedMs);
        db.prepare("UPDATE import SET status = 'stored', checks = ?, finished_at = ? WHERE id = ?").run(
          checks && JSON.stringify(checks),
          finishedAt,
          id,
        );
        claimWords(db);
      });
    },
    note(end) {
      write(() => writeCounts(db, id, end, end.store.counted()));
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

function writeCounts(db: Connection, id: number, end: End, counted: Counted): void {
  const { rowsRead, rejected, store } = end;
  const before = db.prepare<[number], string>('SELECT notes FROM import WHERE id = ?').pluck().get(id)!;
  const notes = JSON.stringify([...(JSON.parse(before) as readonly Words[]), ...end.notes, ...(store.notes?.() ?? [])]);
  db.prepare(
    `UPDATE import SET rows = @rowsRead, stored = @stored, known = @known, corrected = @corrected,
       rejected = @rejected, cancelled_rows = @cancelledRows, cancelled_minor = @cancelledMinor,
       anonymous_rows = @anonymousRows, anonymous_minor = @anonymousMinor, revenue_minor = @revenueMinor,
       orders = @orders, customers = @customers, figures = @figures, notes = @notes, first_day = @firstDay, last_day = @lastDay
     WHERE id = @id`,
  ).run({ ...counted, figures: JSON.stringify(counted.figures), notes, id, rowsRead, rejected });
}

/** The promise of every report. Should it ever not hold, storing nothing is better than storing something else. */
function refuseMiscount(count: {
  readonly rowsRead: number;
  readonly rejected: number;
  readonly counted: Counted;
  readonly inTable: number;
}): void {
  const { rejected, rowsRead, inTable } = count;
  const { stored, known } = count.counted;
  if (stored + known + rejected === rowsRead && stored + known === inTable) return;
  throw new Error(
    `Rows do not add up: ${rowsRead} read, ${stored} stored and ${known} known ` +
      `(${inTable} in the table), ${rejected} rejected`,
  );
}
