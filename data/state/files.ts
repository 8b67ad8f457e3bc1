import type { Connection } from '../database.ts';
import { nextId } from './counter.ts';
import type { HeldFiles, HeldRow } from './types/files.ts';

/** Which files are kept, for whom and until when. The files themselves lie in a folder that others look after. */
export function openFiles(db: Connection): HeldFiles {
  const insert = db.prepare<[HeldRow]>(
    `INSERT INTO held_file (id, name, bytes, owner, held_at, expires_at)
     VALUES (@id, @name, @bytes, @owner, @heldAt, @expiresAt)`,
  );
  const columns = 'id, name, bytes, owner, held_at AS heldAt, expires_at AS expiresAt';
  const find = db.prepare<[string, number], HeldRow>(
    `SELECT ${columns} FROM held_file WHERE id = ? AND expires_at > ?`,
  );
  const list = db.prepare<[number], HeldRow>(`SELECT ${columns} FROM held_file WHERE expires_at > ? ORDER BY held_at`);
  const forget = db.prepare<[string]>('DELETE FROM held_file WHERE id = ?');
  const expired = db.prepare<[number]>('DELETE FROM held_file WHERE expires_at <= ?');
  return {
    hold: (file) =>
      db
        .transaction(() => {
          const row = { ...file, id: nextId(db, 'U') };
          insert.run(row);
          return row;
        })
        .immediate(),
    find: (id, at) => find.get(id, at) ?? null,
    list: (at) => list.all(at),
    forget(id) {
      forget.run(id);
    },
    expire(at) {
      expired.run(at);
    },
  };
}
