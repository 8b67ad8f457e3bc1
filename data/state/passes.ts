import type { Connection } from '../database.ts';
import type { Passes } from './types/workspace.ts';

/** Links, sessions and API tokens. Only hashes are kept: who reads the database cannot sign in with it. */
export function openPasses(db: Connection): Passes {
  const grant = db.prepare(
    'INSERT INTO pass (hash, kind, door, user, expires_at) VALUES (@hash, @kind, @door, @user, @expiresAt)',
  );
  const holder = db.prepare<[string, string, number], { door: string; user: string }>(
    'SELECT door, user FROM pass WHERE hash = ? AND kind = ? AND expires_at > ?',
  );
  const redeem = db.prepare<[string, number], { door: string; user: string }>(
    "DELETE FROM pass WHERE hash = ? AND kind = 'link' AND expires_at > ? RETURNING door, user",
  );
  const revoke = db.prepare<[string]>('DELETE FROM pass WHERE hash = ?');
  const revokeAll = db.prepare<[string, string]>('DELETE FROM pass WHERE door = ? AND user = ?');
  return {
    grant(pass) {
      grant.run(pass);
    },
    holder: (hash, kind, at) => holder.get(hash, kind, at) ?? null,
    revokeAll(door, user) {
      revokeAll.run(door, user);
    },
    revoke(hash) {
      revoke.run(hash);
    },
    redeem: (hash, at) => redeem.get(hash, at) ?? null,
  };
}
