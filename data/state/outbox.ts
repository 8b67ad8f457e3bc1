import type { Connection } from '../database.ts';
import type { Copy, NewMessage, Outbox, OutgoingMessage, Posted, Sent } from './types/outbox.ts';
import type { Quotes } from './types/quotes.ts';

type Row = Omit<OutgoingMessage, 'content' | 'tried'> & { readonly content: string; readonly tried: number };

/**
 * What could be sent: of an open door, not yet sent or its sender is gone, and not waiting for the message above it nor
 * for what comes before it in the same message. What was given up is waited for no more.
 */
const waiting = `
  FROM outbox AS message
  LEFT JOIN outbox AS above ON above.id = message.thread
  LEFT JOIN outbox_channel AS place ON place.door = message.door AND place.channel = message.channel
  WHERE message.state IN ('due', 'sending') AND message.door IN (SELECT value FROM json_each(@doors))
    AND (message.thread IS NULL OR above.ref IS NOT NULL)
    AND NOT EXISTS (
      SELECT 1 FROM outbox AS sooner
      WHERE sooner.continues = message.continues AND sooner.id < message.id
        AND sooner.ref IS NULL AND sooner.state <> 'dead')`;
const readyAt = `
  max(CASE message.state WHEN 'due' THEN message.next_at ELSE message.lease_until END, coalesce(place.free_at, 0))`;

/** What changes goes out at once, though not before a pause that is kept; what only waited for a picture waits no more. */
const dueAgain = `
  next_at = CASE WHEN lacks_since IS NULL THEN max(next_at, @at) ELSE @at END, lacks_since = NULL`;

/**
 * Every outgoing message is a row that holds what the message should say. Sending brings the platform in line with
 * the row; changing a message changes the row, and it is due again. One sender writes to a channel at a time.
 */
export function openOutbox(db: Connection, quotes: Pick<Quotes, 'add'>): Outbox {
  // A thread has one level, as in the chats: an answer to an answer belongs to the first message.
  const enqueue = db.prepare(
    `INSERT INTO outbox (key, door, channel, subject, thread, content, state, next_at, created_at)
     VALUES (@key, @door, @channel, @subject, (SELECT coalesce(thread, id) FROM outbox WHERE key = @thread), @content,
       'due', @at, @at)
     ON CONFLICT (key) DO NOTHING`,
  );
  // A row that is being sent stays so: when the send is over, its older revision shows that it is due again.
  const rewrite = db.prepare<[object], Pick<Row, 'door' | 'channel' | 'key'>>(
    `UPDATE outbox SET content = @content, revision = revision + 1, attempts = 0,
       ${dueAgain},
       state = CASE state WHEN 'sending' THEN 'sending' WHEN 'dead' THEN 'dead' ELSE 'due' END
     WHERE subject = @subject AND content <> @content
     RETURNING door, channel, key`,
  );
  const candidate = db.prepare<[{ readonly doors: string; readonly at: number }], Row>(
    `SELECT message.id, message.key, message.door, message.channel, message.content, message.revision, message.attempts,
       message.tried, message.ref, above.ref AS thread, message.created_at AS createdAt,
       message.delivered_at AS deliveredAt, message.continues,
       (SELECT count(*) FROM outbox AS rest WHERE rest.continues = message.id) AS goesOnIn,
       message.lacks_since AS lacksSince
     ${waiting} AND ${readyAt} <= @at ORDER BY coalesce(message.continues, message.id), message.id LIMIT 1`,
  );
  const next = db.prepare<[{ readonly doors: string }], number | null>(`SELECT min(${readyAt}) ${waiting}`).pluck();
  const take = db.prepare<[number, number]>(
    `UPDATE outbox SET state = 'sending', tried = 1, attempts = attempts + 1, lease_until = ? WHERE id = ?`,
  );
  const hold = db.prepare<[string, string, number]>(
    'INSERT INTO outbox_channel (door, channel, free_at) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET free_at = excluded.free_at',
  );
  const claim = db.transaction((doors: string, at: number, leaseMs: number): OutgoingMessage | null => {
    const row = candidate.get({ doors, at });
    if (!row) return null;
    take.run(at + leaseMs, row.id);
    hold.run(row.door, row.channel, at + leaseMs);
    return { ...row, tried: row.tried === 1, content: JSON.parse(row.content) };
  });
  const renew = db.prepare<[number, number]>(`UPDATE outbox SET lease_until = ? WHERE id = ? AND state = 'sending'`);
  const free = db.prepare<[number, number]>(
    `UPDATE outbox_channel SET free_at = ?
     WHERE (door, channel) = (SELECT door, channel FROM outbox WHERE id = ?)`,
  );
  const sent = db.prepare(
    `UPDATE outbox SET sent_revision = @revision, ref = @ref, sent_at = @at,
       delivered_at = CASE WHEN ref IS NULL THEN @at ELSE delivered_at END, attempts = 0, tried = 0, error = NULL,
       lease_until = NULL, state = CASE WHEN revision > @revision OR @againAt IS NOT NULL THEN 'due' ELSE 'sent' END,
       next_at = CASE WHEN revision > @revision THEN next_at ELSE coalesce(@againAt, next_at) END,
       lacks_since = CASE WHEN @againAt IS NOT NULL THEN coalesce(lacks_since, @at) END
     WHERE id = @id`,
  );
  const goOn = db.prepare(
    `INSERT INTO outbox (key, door, channel, thread, continues, content, state, next_at, created_at)
     SELECT key || ':' || @number, door, channel, coalesce(thread, id), id, @content, 'due', @at, @at
     FROM outbox WHERE id = @id
     ON CONFLICT (key) DO UPDATE SET content = excluded.content, revision = revision + 1, attempts = 0,
       ${dueAgain}, state = CASE WHEN state IN ('sending', 'dead') THEN state ELSE 'due' END
     WHERE content <> excluded.content`,
  );
  const posted = db
    .prepare<[object], number>(
      `INSERT INTO outbox (key, door, channel, content, sent_revision, state, ref, next_at, created_at, sent_at)
       VALUES (@door || ':' || @channel || ':answer:' || @ref, @door, @channel, @content, 1, 'sent', coalesce(@thread, @ref), @at, @at, @at)
       ON CONFLICT (key) DO NOTHING RETURNING id`,
    )
    .pluck();
  /** The head is the first: the next is number 2. */
  const continueIn = (id: number, rest: readonly object[], at: number): void => {
    for (const [i, page] of rest.entries()) goOn.run({ id, number: String(i + 2), content: JSON.stringify(page), at });
  };
  const retry = db.prepare(
    `UPDATE outbox SET state = 'due', next_at = @nextAt, error = @error, lease_until = NULL,
       tried = @reached
     WHERE id = @id`,
  );
  const bury = db.prepare(
    `UPDATE outbox SET state = 'dead', error = @error, lease_until = NULL, tried = @reached WHERE id = @id`,
  );
  const alike = db
    .prepare<[number], number>(
      `SELECT count(*) FROM outbox AS message JOIN outbox AS other USING (door, channel, state, error)
       WHERE message.id = ? AND other.id <> message.id`,
    )
    .pluck();
  const revive = db.prepare(
    `UPDATE outbox SET state = 'due', attempts = 0, next_at = @at, error = NULL
     WHERE state = 'dead' AND door = coalesce(@door, door) AND channel = coalesce(@channel, channel)`,
  );
  const counts = db.prepare<[], { waiting: number; sent: number; dead: number }>(
    `SELECT count(*) FILTER (WHERE state IN ('due', 'sending')) AS waiting,
            count(*) FILTER (WHERE state = 'sent') AS sent,
            count(*) FILTER (WHERE state = 'dead') AS dead FROM outbox`,
  );
  // What was sent and has changed since waits only since the change, which next_at remembers. What belongs under a
  // message that was given up waits for a person.
  const oldest = db
    .prepare<[], number | null>(
      `SELECT min(CASE WHEN message.sent_at IS NULL THEN message.created_at ELSE message.next_at END)
       FROM outbox AS message LEFT JOIN outbox AS above ON above.id = message.thread
       WHERE message.state IN ('due', 'sending') AND (above.state IS NULL OR above.state <> 'dead')`,
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
    `UPDATE outbox SET content = @content, revision = revision + 1, attempts = 0,
       ${dueAgain}, state = CASE WHEN state IN ('sending', 'dead') THEN state ELSE 'due' END
     WHERE key = @key AND content <> @content`,
  );

  return {
    // What a message quotes is noted with it, or neither is.
    enqueue: db.transaction((message: NewMessage, at: number): boolean => {
      const { door, channel, key: what, subject = null, thread = null, content } = message;
      const { changes } = enqueue.run({ ...message, subject, thread, content: JSON.stringify(content), at });
      if (changes === 1) quotes.add(content, { door, channel, person: null, what }, at);
      return changes === 1;
    }).immediate,
    rewrite: db.transaction((subject: string, content: object, at: number): void => {
      const changed = rewrite.all({ subject, content: JSON.stringify(content), at });
      for (const { door, channel, key: what } of changed)
        quotes.add(content, { door, channel, person: null, what }, at);
    }).immediate,
    claim: (doors, at, leaseMs) => claim.immediate(JSON.stringify(doors), at, leaseMs),
    next: (doors) => next.get({ doors: JSON.stringify(doors) }) ?? null,
    renew: db.transaction((id: number, until: number) => {
      if (renew.run(until, id).changes === 1) free.run(until, id);
    }).immediate,
    sent: db.transaction((id: number, { revision, ref, rest = [], againAt = null }: Sent, at: number, freeAt = 0) => {
      sent.run({ id, revision, ref, againAt, at });
      continueIn(id, rest, at);
      free.run(freeAt, id);
    }).immediate,
    goOn: db.transaction(({ content, ...posting }: Posted, rest: readonly object[], at: number): void => {
      const id = posted.get({ ...posting, content: JSON.stringify(content), at });
      if (id !== undefined) continueIn(id, rest, at);
    }).immediate,
    retry: db.transaction(
      (
        id: number,
        { nextAt, error, reached }: { nextAt: number; error: string; reached: boolean },
        freeAt = 0,
      ): void => {
        retry.run({ id, nextAt, error, reached: reached ? 1 : 0 });
        free.run(freeAt, id);
      },
    ).immediate,
    bury: db.transaction((id: number, { error, reached }: { error: string; reached: boolean }, freeAt = 0) => {
      bury.run({ id, error, reached: reached ? 1 : 0 });
      free.run(freeAt, id);
      return alike.get(id) === 0;
    }).immediate,
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
