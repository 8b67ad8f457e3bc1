import type { Connection } from '../database.ts';
import type { Copy, Outbox, OutgoingMessage } from './types.ts';

type Row = Omit<OutgoingMessage, 'content' | 'tried'> & { readonly content: string; readonly tried: number };

const columns = 'id, key, door, channel, content, revision, attempts, tried, ref';

/**
 * Every outgoing message is a row that holds what the message should say. Sending brings the platform in line with
 * the row; changing a message changes the row, and it is due again.
 */
export function openOutbox(db: Connection): Outbox {
  const enqueue = db.prepare(
    `INSERT INTO outbox (key, door, channel, subject, content, state, next_at, created_at)
     VALUES (@key, @door, @channel, @subject, @content, 'due', @at, @at) ON CONFLICT (key) DO NOTHING`,
  );
  // A row that is being sent stays so: when the send is over, its older revision shows that it is due again.
  const rewrite = db.prepare(
    `UPDATE outbox SET content = @content, revision = revision + 1, attempts = 0,
       next_at = max(next_at, @at),
       state = CASE state WHEN 'sending' THEN 'sending' WHEN 'dead' THEN 'dead' ELSE 'due' END
     WHERE subject = @subject AND content <> @content`,
  );
  const candidate = db.prepare<[string, number, number], Row>(
    `SELECT ${columns} FROM outbox
     WHERE door IN (SELECT value FROM json_each(?))
       AND ((state = 'due' AND next_at <= ?) OR (state = 'sending' AND lease_until < ?))
     ORDER BY next_at, id LIMIT 1`,
  );
  const take = db.prepare<[number, number]>(
    `UPDATE outbox SET state = 'sending', tried = 1, attempts = attempts + 1, lease_until = ? WHERE id = ?`,
  );
  const claim = db.transaction((doors: readonly string[], at: number, leaseMs: number): OutgoingMessage | null => {
    const row = candidate.get(JSON.stringify(doors), at, at);
    if (!row) return null;
    take.run(at + leaseMs, row.id);
    return { ...row, tried: row.tried === 1, content: JSON.parse(row.content) };
  });
  const sent = db.prepare(
    `UPDATE outbox SET sent_revision = @revision, ref = @ref, sent_at = @at, attempts = 0, tried = 0, error = NULL,
       lease_until = NULL, state = CASE WHEN revision > @revision THEN 'due' ELSE 'sent' END
     WHERE id = @id`,
  );
  const retry = db.prepare(
    `UPDATE outbox SET state = 'due', next_at = @nextAt, error = @error, lease_until = NULL,
       tried = @reached
     WHERE id = @id`,
  );
  const bury = db.prepare<[string, number]>(
    `UPDATE outbox SET state = 'dead', error = ?, lease_until = NULL WHERE id = ?`,
  );
  const revive = db.prepare(
    `UPDATE outbox SET state = 'due', attempts = 0, next_at = @at, error = NULL
     WHERE state = 'dead' AND door = coalesce(@door, door) AND channel = coalesce(@channel, channel)`,
  );
  const counts = db.prepare<[], { waiting: number; sent: number; dead: number }>(
    `SELECT count(*) FILTER (WHERE state IN ('due', 'sending')) AS waiting,
            count(*) FILTER (WHERE state = 'sent') AS sent,
            count(*) FILTER (WHERE state = 'dead') AS dead FROM outbox`,
  );
  // What was sent and has changed since waits only since the change, which next_at remembers.
  const oldest = db
    .prepare<[], number | null>(
      `SELECT min(CASE WHEN sent_at IS NULL THEN created_at ELSE next_at END) FROM outbox
       WHERE state IN ('due', 'sending')`,
    )
    .pluck();
  const dead = db.prepare<[], ReturnType<Outbox['dead']>[number]>(
    `SELECT id, door, channel, error FROM outbox WHERE state = 'dead' ORDER BY id DESC LIMIT 20`,
  );
  const about = db.prepare<[string], Omit<Copy, 'content' | 'isSent'> & { content: string; isSent: number }>(
    `SELECT key, door, channel, content, ref IS NOT NULL AS isSent,
       CASE WHEN state = 'dead' THEN coalesce(error, '') END AS failed
     FROM outbox WHERE subject = ? ORDER BY id`,
  );
  const revise = db.prepare(
    `UPDATE outbox SET content = @content, revision = revision + 1, attempts = 0, next_at = max(next_at, @at),
       state = CASE WHEN state IN ('sending', 'dead') THEN state ELSE 'due' END
     WHERE key = @key AND content <> @content`,
  );

  return {
    enqueue: (message, at) =>
      enqueue.run({ ...message, subject: message.subject ?? null, content: JSON.stringify(message.content), at })
        .changes === 1,
    rewrite(subject, content, at) {
      rewrite.run({ subject, content: JSON.stringify(content), at });
    },
    claim: (doors, at, leaseMs) => claim.immediate(doors, at, leaseMs),
    sent(id, revision, ref, at) {
      sent.run({ id, revision, ref, at });
    },
    retry(id, { nextAt, error, reached }) {
      retry.run({ id, nextAt, error, reached: reached ? 1 : 0 });
    },
    bury(id, error) {
      bury.run(error, id);
    },
    revive: ({ door, channel }, at) => revive.run({ door: door ?? null, channel: channel ?? null, at }).changes,
    counts: () => counts.get()!,
    oldest: () => oldest.get() ?? null,
    dead: () => dead.all(),
    about: (subject) =>
      about.all(subject).map((row) => ({ ...row, content: JSON.parse(row.content), isSent: row.isSent === 1 })),
    revise(key, content, at) {
      revise.run({ key, content: JSON.stringify(content), at });
    },
  };
}
