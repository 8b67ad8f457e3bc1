import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Connection } from './database.ts';

/** Copies of the database file, whole at one moment however busy it is. */

/**
 * Writes all that is committed into a new file, which only its owner may read, and reads it back. Others go on reading
 * and writing; the calling thread is busy until it is done.
 *
 * @throws {Error} when the file exists already, the disk is full or the copy is not sound; then there is none
 */
export function copyDatabase(db: Connection, to: string): void {
  closeSync(openSync(to, 'wx', 0o600));
  try {
    // The backup API would begin anew with every write of another connection, and an import writes for minutes.
    db.prepare('VACUUM INTO ?').run(to);
    const file = openSync(to, 'r+');
    fsyncSync(file);
    closeSync(file);
    checkCopy(to);
  } catch (error) {
    for (const suffix of ['', '-journal']) rmSync(to + suffix, { force: true });
    throw error;
  }
}

/**
 * Opens a copy and reads all of it.
 *
 * @returns the names of its migrations
 * @throws {Error} when it is no database of Sextant, or not a sound one
 */
export function checkCopy(file: string): readonly string[] {
  const copy = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const [finding] = copy.pragma('integrity_check(1)') as { integrity_check: string }[];
    if (finding?.integrity_check !== 'ok') throw new Error(`it is damaged: ${finding?.integrity_check}`);
    const isOurs = copy.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migration'").get();
    if (!isOurs) throw new Error('it is not a database of Sextant');
    return copy.prepare<[], string>('SELECT name FROM migration ORDER BY name').pluck().all();
  } finally {
    copy.close();
  }
}

/** Whether somebody has the database open: nobody else may while its file is exchanged. */
export function isInUse(file: string): boolean {
  const db = new Database(file, { fileMustExist: true, timeout: 0 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE; COMMIT');
    return false;
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return true;
    throw error;
  } finally {
    db.close();
  }
}

/**
 * Prepares a restored database for its new life: what it holds as not yet sent may have been sent after the copy was
 * made, so it is looked for before it is sent.
 */
export function distrustOutgoing(db: Connection): void {
  db.transaction(() => {
    db.exec("UPDATE outbox SET tried = 1 WHERE state IN ('due', 'sending')");
    db.exec(
      "UPDATE execution SET state = 'unknown', turn = turn + 1 WHERE state = 'approved' AND executor <> 'manual'",
    );
  }).immediate();
}
