import type { Connection } from '../database.ts';
import { nextId } from './counter.ts';
import type { Alert, Alerts } from './types/alerts.ts';

type Row = Omit<Alert, 'finding'> & { readonly finding: string };

const columns = `id, rule, side, cause, impact, opened_at AS openedAt, closed_at AS closedAt, finding, owner,
  owner_name AS ownerName, snoozed_until AS snoozedUntil`;

/** Alerts: one an ongoing cause, and what people made of it. */
export function openAlerts(db: Connection): Alerts {
  const ongoing = db.prepare<[], Row>(
    `SELECT ${columns} FROM alert WHERE closed_at IS NULL ORDER BY opened_at, length(id), id`,
  );
  const ofCause = db.prepare<[string], string>('SELECT id FROM alert WHERE cause = ? AND closed_at IS NULL').pluck();
  const insert = db.prepare<[Record<string, unknown>]>(
    `INSERT INTO alert (id, rule, side, cause, impact, opened_at, finding)
     VALUES (@id, @rule, @side, @cause, @impact, @at, @finding)`,
  );
  const renew = db.prepare<[string, number, string]>('UPDATE alert SET finding = ?, impact = ? WHERE id = ?');
  const find = db.prepare<[string], Row>(`SELECT ${columns} FROM alert WHERE id = ?`);
  const raise = db.transaction((alert: Parameters<Alerts['raise']>[0], at: number) => {
    const finding = JSON.stringify(alert.finding);
    const impact = Math.round(Math.abs(alert.impact));
    const known = ofCause.get(alert.cause);
    const id = known ?? nextId(db, 'A');
    if (known) renew.run(finding, impact, id);
    else insert.run({ ...alert, id, impact, finding, at });
    return { alert: toAlert(find.get(id)!), isNew: known === undefined };
  });
  const close = db.prepare<[number, string], Row>(`UPDATE alert SET closed_at = ? WHERE id = ? RETURNING ${columns}`);
  const list = db.prepare<[number], Row>(
    `SELECT ${columns} FROM alert ORDER BY opened_at DESC, length(id) DESC, id DESC LIMIT ?`,
  );
  const take = db.prepare<[string, string, string]>('UPDATE alert SET owner = ?, owner_name = ? WHERE id = ?');
  const snooze = db.prepare<[number | null, string]>('UPDATE alert SET snoozed_until = ? WHERE id = ?');
  const vote = db.prepare<[string, string, number, number]>(
    `INSERT INTO alert_vote (alert, person, useful, at) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET useful = excluded.useful, at = excluded.at`,
  );
  const votes = db.prepare<[string], { useful: number; not: number }>(
    `SELECT count(*) FILTER (WHERE useful = 1) AS useful, count(*) FILTER (WHERE useful = 0) AS "not"
     FROM alert_vote WHERE alert = ?`,
  );
  const votedDown = db.prepare<[{ rule: string; since: number }], number>(
    `WITH word AS (
       SELECT opened_at, max(useful) AS useful FROM alert JOIN alert_vote ON alert = id
       WHERE rule = @rule AND at > @since GROUP BY id)
     SELECT count(*) FROM word
     WHERE useful = 0 AND opened_at > (SELECT ifnull(max(opened_at), -1) FROM word WHERE useful = 1)`,
  );
  const posted = db.prepare<[string, string, string, number]>(
    'INSERT INTO alert_post (alert, door, channel, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const postedSince = db.prepare<[string, string, number], Row>(
    `SELECT ${columns} FROM alert JOIN alert_post ON alert = id WHERE alert_post.door = ? AND channel = ? AND at > ?`,
  );
  const unposted = db.prepare<[number, string, string], Row>(
    `SELECT ${columns} FROM alert
     WHERE opened_at > ? AND NOT EXISTS (SELECT 1 FROM alert_post p WHERE p.alert = id AND p.door = ? AND p.channel = ?)
     ORDER BY impact DESC`,
  );
  return {
    raise: (alert, at) => raise.immediate(alert, at),
    ongoing: () => ongoing.all().map(toAlert),
    close: (id, at) => toAlert(close.get(at, id)!),
    find(id) {
      const row = find.get(id);
      return row ? toAlert(row) : null;
    },
    list: (limit) => list.all(limit).map(toAlert),
    take(id, { id: owner, name }) {
      take.run(owner, name, id);
    },
    snooze(id, until) {
      snooze.run(until, id);
    },
    vote(id, person, useful, at) {
      vote.run(id, person, useful ? 1 : 0, at);
    },
    votes: (id) => votes.get(id)!,
    votedDown: (rule, since) => votedDown.pluck().get({ rule, since })!,
    posted(id, { door, channel }, at) {
      posted.run(id, door, channel, at);
    },
    postedSince: ({ door, channel }, since) => postedSince.all(door, channel, since).map(toAlert),
    unposted: ({ door, channel }, since) => unposted.all(since, door, channel).map(toAlert),
  };
}

function toAlert(row: Row): Alert {
  return { ...row, finding: JSON.parse(row.finding) };
}
