import type { Connection } from '../database.ts';
import type { Audit, AuditEntry } from './types/audit.ts';

type Row = Omit<AuditEntry, 'detail'> & { readonly detail: string };

export function openAudit(db: Connection): Audit {
  const append = db.prepare<[Row]>(
    `INSERT INTO audit (at, actor, actor_name, act, subject, version, detail)
     VALUES (@at, @actor, @actorName, @act, @subject, @version, @detail)`,
  );
  const about = db.prepare<[string], Row>(
    `SELECT at, actor, actor_name AS actorName, act, subject, version, detail FROM audit WHERE subject = ? ORDER BY seq`,
  );
  const recent = db.prepare<[string, number], Row>(
    `SELECT at, actor, actor_name AS actorName, act, subject, version, detail FROM audit
     WHERE act IN (SELECT value FROM json_each(?)) ORDER BY seq DESC LIMIT ?`,
  );
  const entry = (row: Row): AuditEntry => ({ ...row, detail: JSON.parse(row.detail) });
  return {
    append(entry) {
      append.run({ ...entry, detail: JSON.stringify(entry.detail) });
    },
    about: (subject) => about.all(subject).map(entry),
    recent: (acts, limit) => recent.all(JSON.stringify(acts), limit).map(entry),
  };
}
