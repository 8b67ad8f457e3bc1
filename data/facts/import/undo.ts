import { count, say, type Words } from '../../../words/say.ts';
import type { Connection } from '../../database.ts';
import type { Instant } from '../../types/shop.ts';
import { ImportBusy, NotUndoable } from '../errors.ts';
import { formatImportId } from './id.ts';
import { uncover } from './versions.ts';

const UNDO_DAYS = 30;
const DAY_MS = 86_400_000;

type Row = {
  readonly status: string;
  readonly learnedAt: Instant;
  readonly undoneAt: Instant | null;
};

/**
 * Takes an import back, at once: its rows are seen no more, and what they replaced counts again. It may be imported
 * again afterwards.
 *
 * @throws {NotUndoable} no such import, not stored, undone before, or stored more than 30 days ago
 * @throws {ImportBusy} while a file is being read: it is compared with what counts now
 */
export function undoImport(db: Connection, id: number, at: Instant): void {
  db.transaction(() => {
    const running = db
      .prepare<[], { id: number; name: string }>("SELECT id, name FROM import WHERE status = 'loading'")
      .get();
    if (running) throw new ImportBusy(formatImportId(running.id), running.name);
    const row = db
      .prepare<[number], Row>(
        `SELECT status, learned_at AS learnedAt, undone_at AS undoneAt
         FROM import WHERE id = ?`,
      )
      .get(id);
    const why = whyNot(id < 0 ? say`That` : formatImportId(id), row, at);
    if (why) throw new NotUndoable(why);
    db.prepare('UPDATE import SET undone_at = ? WHERE id = ?').run(at, id);
    uncover(db, id);
  }).immediate();
}

function whyNot(id: Words, row: Row | undefined, at: Instant): Words | null {
  if (!row) return say`${id} is no import of this shop.`;
  if (row.status !== 'stored') return say`${id} was never stored.`;
  if (row.undoneAt !== null) return say`${id} was undone before.`;
  const age = Math.floor((at - row.learnedAt) / DAY_MS);
  return age > UNDO_DAYS
    ? say`${id} was stored ${count(age)} days ago; up to ${count(UNDO_DAYS)} days it can be undone.`
    : null;
}
