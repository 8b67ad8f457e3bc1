import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import type { Connection } from '../../data/database.ts';
import { databaseFile, temporaryFolder } from './house.ts';

/**
 * A copy of one's own of a database file that starts as the demo shop. It is made once for all tests, beside the demo
 * shop; `name` says what is in it, and `make` gives the connection it was made by.
 */
export async function keptFile(name: string, make: (file: string) => Promise<Connection>): Promise<string> {
  const kept = join(dirname(inject('demoFile')), `${name.replace(/[^\w-]+/g, '_')}.db`);
  if (!existsSync(kept)) {
    const file = databaseFile('demo');
    const db = await make(file);
    db.pragma('wal_checkpoint(TRUNCATE)');
    copyFileSync(file, `${kept}-${process.pid}`);
    renameSync(`${kept}-${process.pid}`, kept);
  }
  const own = join(temporaryFolder(), 'shop.db');
  copyFileSync(kept, own);
  return own;
}
