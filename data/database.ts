import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';

export type Connection = Database.Database;

/** One after the other, and each by its number: facts and state share one file. */
const migrationFolders = ['facts/migrations', 'state/migrations'].map((folder) => join(import.meta.dirname, folder));

/** How long a statement waits for another writer. It blocks the thread while it waits, so not for long. */
const BUSY_TIMEOUT_MS = 2000;

/** Told of the first migration that is to come, while the database is still as it was. */
export type BeforeMigrating = (db: Connection, first: string) => void;

/**
 * Opens the database file, makes it when there is none, and brings it up to date.
 *
 * @param beforeMigrating called before a database that was used already is changed; when it throws, nothing is
 * @throws {Error} when the file is not a database or belongs to a newer Sextant
 */
export function openDatabase(file: string, beforeMigrating?: BeforeMigrating): Connection {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const db = connect(file);
  try {
    migrate(db, beforeMigrating);
  } catch (error) {
    db.close();
    throw error;
  }
  if (file !== ':memory:') chmodSync(file, 0o600);
  return db;
}

/** A connection of its own to a database that is already up to date, or to the bytes of one: for worker threads. */
export function connect(file: string | Buffer): Connection {
  const db = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    db.pragma('journal_mode = WAL');
  } catch (error) {
    db.close();
    throw (error as { code?: string }).code === 'SQLITE_NOTADB' && typeof file === 'string'
      ? new Error(`${file} is not a database`, { cause: error })
      : error;
  }
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cache_size = -65536');
  return db;
}

function migrate(db: Connection, beforeMigrating: BeforeMigrating = () => {}): void {
  db.exec('CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT');
  const applied = new Set(db.prepare<[], string>('SELECT name FROM migration').pluck().all());
  const known = migrationFolders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .sort()
      .map((name) => ({ name, path: join(folder, name) })),
  );
  const stranger = [...applied].find((name) => !known.some((migration) => migration.name === name));
  if (stranger) throw new Error(`This database was used by a newer Sextant (it has "${stranger}"). Update Sextant.`);

  const apply = db.transaction(({ name, path }: { name: string; path: string }) => {
    db.exec(readFileSync(path, 'utf8'));
    db.prepare('INSERT INTO migration (name, applied_at) VALUES (?, unixepoch() * 1000)').run(name);
  });
  const pending = known.filter(({ name }) => !applied.has(name));
  if (applied.size > 0 && pending.length > 0) beforeMigrating(db, pending[0]!.name);
  for (const migration of pending) apply.immediate(migration);
}
