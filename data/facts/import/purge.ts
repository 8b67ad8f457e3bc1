import type { Connection } from '../../database.ts';
import type { Instant } from '../../types/shop.ts';
import { removeFacts } from '../recover.ts';
import { formatImportId } from './id.ts';
import { dropUnusedWords } from './words.ts';

/** As long as an import can be taken back, what was taken back is kept too. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Takes out for good what imports told that were taken back more than 30 days ago, and the people and products that
 * nobody else names. It may be called again after a crash.
 *
 * @returns the names of the imports
 */
export function purgeImports(db: Connection, at: Instant): readonly string[] {
  const gone = db
    .prepare<[Instant], number>('SELECT id FROM import WHERE undone_at < ? AND purged_at IS NULL ORDER BY id')
    .pluck()
    .all(at - KEPT_DAYS * DAY_MS);
  for (const id of gone) {
    removeFacts(db, id);
    db.transaction(() => {
      for (const table of ['day_total', 'import_reject']) {
        db.prepare(`DELETE FROM ${table} WHERE import_id = ?`).run(id);
      }
      dropUnusedWords(db, id);
      db.prepare('UPDATE import SET purged_at = ? WHERE id = ?').run(at, id);
    }).immediate();
  }
  return gone.map(formatImportId);
}
