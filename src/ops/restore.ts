import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { checkCopy, distrustOutgoing, isInUse } from '../../data/backup.ts';
import { openDatabase } from '../../data/database.ts';
import { openState } from '../../data/state/open.ts';
import type { Instant } from '../../data/types/shop.ts';

/** Why nothing was restored. Nothing was changed. */
export class NotRestored extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'NotRestored';
  }
}

/**
 * Puts a backup in the place of the database. What stood there is moved aside, and only when that was asked for.
 *
 * @returns where the old database went, or null when there was none
 * @throws {NotRestored} when the backup is not sound, or its place is taken or in use
 */
export function restore(
  backup: string,
  { to, replace, now }: { readonly to: string; readonly replace: boolean; readonly now: Instant },
): string | null {
  if (!existsSync(backup)) throw new NotRestored(`There is no backup ${backup}.`);
  try {
    checkCopy(backup);
  } catch (error) {
    throw new NotRestored(`${backup} cannot be restored: ${(error as Error).message}.`, error);
  }
  const taken = existsSync(to);
  if (taken && !replace) {
    throw new NotRestored(`${to} exists. Add --replace to move it aside and put the backup in its place.`);
  }
  // Also folds the write-ahead log into the file, so that the file alone is all of it.
  if (taken && isInUse(to)) throw new NotRestored(`${to} is in use: stop Sextant first.`);

  const part = `${to}.restoring`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(part + suffix, { force: true });
  copyFileSync(backup, part);
  const db = openDatabase(part);
  distrustOutgoing(db);
  openState(db).memory.set('backup', 'restored', String(now), now);
  db.close();

  const aside = taken ? `${to}.replaced-${new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')}` : null;
  if (aside !== null) renameSync(to, aside);
  // Of a database that a crash left behind: they belong to the old file and would spoil the new one.
  for (const suffix of ['-wal', '-shm']) rmSync(to + suffix, { force: true });
  renameSync(part, to);
  return aside;
}
