import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import type { Connection } from '../../data/database.ts';
import { databaseFile, temporaryFolder } from './house.ts';

/**
 * A copy of one's own of a database file that is made once for all tests. `name` says what is in it; `make` has a file
 * with the demo shop to start from, and gives the connection to the one that it made.
 */
export async function keptFile(name: string, make: (file: string) => Promise<Connection>): Promise<string> {
  const kept = join(dirname(inject('demoFile')), `${name.replace(/[^\w-]+/g, '_')}.db`);
  if (!existsSync(kept)) {
    const db = await make(databaseFile('demo'));
    db.pragma('wal_checkpoint(TRUNCATE)');
    copyFileSync(db.name, `${kept}-${process.pid}`);
    renameSync(`${kept}-${process.pid}`, kept);
  }
  const own = join(temporaryFolder(), 'shop.db');
  copyFileSync(kept, own);
  return own;
}
