import { asText, fromText } from '../../words/kept.ts';
import { say } from '../../words/say.ts';
import type { Connection } from '../database.ts';
import { isRunning } from '../process.ts';
import { nextId } from './counter.ts';
import type { Execution, Executions, Freeze } from './types/executions.ts';

type Row = Omit<Execution, 'change' | 'seen' | 'says'> & {
  readonly change: string;
  readonly seen: string | null;
  readonly says: string | null;
};

const columns = `key, id, proposal, version, executor, change, moved_minor AS movedMinor, state, turn, attempts, looks,
  next_at AS nextAt, says, approved_at AS approvedAt, started_at AS startedAt, ended_at AS endedAt, seen`;

/**
 * Approved shifts on their way. A step is one UPDATE on the condition that nobody has moved the row since it was taken;
 * what may be out there is never sent again before it was looked up.
 */
export function openExecutions(db: Connection): Executions {
  const read = (row: Row | undefined): Execution | null =>
    row
      ? {
          ...row,
          change: JSON.parse(row.change),
          seen: row.seen === null ? null : JSON.parse(row.seen),
          says: row.says === null ? null : fromText(row.says),
        }
      : null;
  const byKey = db.prepare<[string], Row>(`SELECT ${columns} FROM execution WHERE key = ?`);
  const byReceipt = db.prepare<[string], Row>(`SELECT ${columns} FROM execution WHERE id = ?`);
  const latest = db.prepare<[string], Row>(
    `SELECT ${columns} FROM execution WHERE proposal = ? ORDER BY version DESC LIMIT 1`,
  );
  const insert = db.prepare(
    `INSERT INTO execution (key, id, proposal, version, executor, change, moved_minor, state, next_at, approved_at)
     VALUES (@key, @id, @proposal, @version, @executor, @change, @movedMinor, 'approved', @nextAt, @at)`,
  );
  const open = db.transaction((draft: Parameters<Executions['open']>[0], at: number): Execution => {
    const { proposal, version, executor, change, movedMinor } = draft;
    const key = `${proposal}.v${version}`;
    insert.run({
      key,
      id: nextId(db, 'X'),
      proposal,
      version,
      executor,
      change: JSON.stringify(change),
      movedMinor,
      nextAt: executor === 'manual' ? null : at,
      at,
    });
    return read(byKey.get(key))!;
  });

  const lastFreeze = db.prepare<[], Freeze & { readonly frozen: number }>(
    'SELECT at, frozen, person, name, reason FROM freeze ORDER BY seq DESC LIMIT 1',
  );
  // Looking up changes nothing, so a freeze does not stop it.
  const candidate = db.prepare<{ at: number; executors: string; frozen: number }, Row>(
    `SELECT ${columns} FROM execution
     WHERE executor IN (SELECT value FROM json_each(@executors)) AND next_at <= @at
       AND ((state = 'approved' AND NOT @frozen)
         OR (state IN ('sent', 'unknown') AND (lease_until IS NULL OR lease_until < @at)))
     ORDER BY next_at, approved_at LIMIT 1`,
  );
  const take = db.prepare(
    `UPDATE execution SET turn = turn + 1, lease_until = @leaseUntil, owner_pid = @pid,
       looks = CASE state WHEN 'approved' THEN 0 ELSE looks + 1 END,
       attempts = attempts + (state = 'approved'),
       started_at = coalesce(started_at, @at),
       state = CASE state WHEN 'approved' THEN 'executing' ELSE state END
     WHERE key = @key`,
  );
  const stopped = asText(say`The process stopped while it was being sent.`);
  const lost = db.prepare(
    `UPDATE execution SET state = 'unknown', turn = turn + 1, looks = 0, next_at = @lookAt, lease_until = NULL,
       says = @says
     WHERE key = @key AND state = 'executing' AND turn = @turn`,
  );
  const outOfTime = db.prepare<[number], { key: string; turn: number }>(
    "SELECT key, turn FROM execution WHERE state = 'executing' AND lease_until < ?",
  );
  const claim = db.transaction((executors: readonly string[], at: number, leaseMs: number): Execution | null => {
    for (const row of outOfTime.all(at)) lost.run({ ...row, says: stopped, lookAt: at });
    const frozen = lastFreeze.get()?.frozen ?? 0;
    const row = candidate.get({ at, executors: JSON.stringify(executors), frozen });
    if (!row) return null;
    take.run({ key: row.key, at, leaseUntil: at + leaseMs, pid: process.pid });
    return read(byKey.get(row.key));
  });

  const executing = db.prepare<[], { key: string; turn: number; pid: number }>(
    "SELECT key, turn, owner_pid AS pid FROM execution WHERE state = 'executing'",
  );
  const freeLooks = db.prepare<[number]>('UPDATE execution SET lease_until = NULL WHERE owner_pid = ?');
  const owners = db
    .prepare<[], number>('SELECT DISTINCT owner_pid FROM execution WHERE lease_until IS NOT NULL')
    .pluck();
  const release = db.transaction((lookAt: number) => {
    const isGone = (pid: number) => pid === process.pid || !isRunning(pid);
    for (const { key, turn, pid } of executing.all()) if (isGone(pid)) lost.run({ key, turn, says: stopped, lookAt });
    for (const pid of owners.all()) if (isGone(pid)) freeLooks.run(pid);
  });

  const settle = db.prepare(
    `UPDATE execution SET state = @to, turn = turn + 1, next_at = @nextAt, lease_until = NULL, says = @says,
       looks = CASE WHEN @to = 'unknown' AND @from <> 'unknown' THEN 0 ELSE looks END,
       attempts = CASE @from WHEN 'failed' THEN 0 ELSE attempts END,
       started_at = CASE WHEN @to IN ('sent', 'confirmed') THEN coalesce(started_at, @at) ELSE started_at END,
       ended_at = CASE WHEN @to IN ('confirmed', 'failed', 'cancelled') THEN @at END
     WHERE key = @key AND turn = @turn AND state = @from`,
  );
  const see = db.prepare<[string, string]>('UPDATE execution SET seen = ? WHERE key = ?');
  const moved = db
    .prepare<[number, string], number>(
      `SELECT coalesce(sum(moved_minor), 0) FROM execution
       WHERE started_at > ? AND key <> ? AND state IN ('executing', 'sent', 'unknown', 'confirmed')`,
    )
    .pluck();
  const list = db.prepare<[string], Row>(
    `SELECT ${columns} FROM execution WHERE state IN (SELECT value FROM json_each(?)) ORDER BY approved_at, rowid`,
  );
  const addFreeze = db.prepare(
    'INSERT INTO freeze (at, frozen, person, name, reason) VALUES (@at, @frozen, @person, @name, @reason)',
  );

  return {
    open: (draft, at) => open.immediate(draft, at),
    byKey: (key) => read(byKey.get(key)),
    byReceipt: (id) => read(byReceipt.get(id)),
    of: (proposal) => read(latest.get(proposal)),
    claim: (executors, at, leaseMs) => claim.immediate(executors, at, leaseMs),
    release: (lookAt) => release.immediate(lookAt),
    settle({ key, turn, state: from }, { to, nextAt = null, says = null }, at) {
      const kept = says === null ? null : asText(says);
      if (settle.run({ key, turn, from, to, nextAt, says: kept, at }).changes !== 1) return null;
      return read(byKey.get(key));
    },
    see(key, seen) {
      see.run(JSON.stringify(seen), key);
    },
    movedSince: (since, { besides }) => moved.get(since, besides)!,
    list: (states) => list.all(JSON.stringify(states)).map((row) => read(row)!),
    freeze(frozen, { by, reason }, at) {
      addFreeze.run({ at, frozen: frozen ? 1 : 0, person: by.id, name: by.name, reason });
    },
    frozen() {
      const last = lastFreeze.get();
      if (!last?.frozen) return null;
      const { at, person, name, reason } = last;
      return { at, person, name, reason };
    },
  };
}
