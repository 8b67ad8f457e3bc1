import type { Connection } from '../database.ts';
import { isRunning } from '../process.ts';
import type { Job, Schedules } from './types/schedules.ts';

/** What is due when, and the jobs that come of it. A job is done once, by one process, however many there are. */
export function openSchedules(db: Connection): Schedules {
  const start = db.prepare<[string, number]>(
    'INSERT INTO schedule (name, next_due_at) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const due = db.prepare<[], { name: string; nextDueAt: number }>(
    'SELECT name, next_due_at AS nextDueAt FROM schedule ORDER BY next_due_at',
  );
  const moveOn = db.prepare<[number, string, number]>(
    'UPDATE schedule SET next_due_at = ? WHERE name = ? AND next_due_at = ?',
  );
  const insert = db.prepare(
    `INSERT INTO job (key, schedule, period, planned_at, next_at, state)
     VALUES (@key, @name, @period, @dueAt, @dueAt, @state)
     ON CONFLICT (key) DO NOTHING`,
  );
  const advance = db.transaction((step: Parameters<Schedules['advance']>[0]): boolean => {
    if (moveOn.run(step.nextDueAt, step.name, step.dueAt).changes !== 1) return false;
    const { name, period, plannedAt: dueAt, skip } = step;
    return insert.run({ key: `${name}:${period}`, name, period, dueAt, state: skip ? 'skipped' : 'due' }).changes === 1;
  });
  const candidate = db.prepare<[number, number], Job>(
    `SELECT id, schedule, period, planned_at AS plannedAt, attempts FROM job
     WHERE (state = 'due' AND next_at <= ?) OR (state = 'running' AND lease_until < ?) ORDER BY next_at, id LIMIT 1`,
  );
  const take = db.prepare<[number, number, number]>(
    `UPDATE job SET state = 'running', attempts = attempts + 1, owner_pid = ?, lease_until = ? WHERE id = ?`,
  );
  const claim = db.transaction((at: number, leaseMs: number): Job | null => {
    const job = candidate.get(at, at);
    if (job) take.run(process.pid, at + leaseMs, job.id);
    return job ?? null;
  });
  const renew = db.prepare<[number, number]>("UPDATE job SET lease_until = ? WHERE id = ? AND state = 'running'");
  const running = db.prepare<[], { id: number; pid: number }>(
    "SELECT id, owner_pid AS pid FROM job WHERE state = 'running'",
  );
  // A process that died did not fail at the job: the attempt does not count.
  const giveBack = db.prepare<[number]>(
    "UPDATE job SET state = 'due', lease_until = NULL, attempts = attempts - 1 WHERE id = ? AND state = 'running'",
  );
  const release = db.transaction(() => {
    for (const { id, pid } of running.all()) if (pid === process.pid || !isRunning(pid)) giveBack.run(id);
  });
  const done = db.prepare<[number, number]>(
    "UPDATE job SET state = 'done', lease_until = NULL, finished_at = ?, error = NULL WHERE id = ?",
  );
  const failed = db.prepare(
    `UPDATE job SET lease_until = NULL, finished_at = @at, error = @error, next_at = coalesce(@againAt, next_at),
       state = CASE WHEN @againAt IS NULL THEN 'failed' ELSE 'due' END
     WHERE id = @id`,
  );
  const lastFinished = db.prepare<[], ReturnType<Schedules['lastFinished']>[number]>(
    `SELECT schedule, finished_at AS finishedAt, error FROM job
     WHERE id IN (SELECT max(id) FROM job WHERE finished_at IS NOT NULL GROUP BY schedule) ORDER BY schedule`,
  );
  const late = db
    .prepare<[number, string, number], number>(
      `SELECT count(*) FROM job WHERE finished_at >= ? AND state = 'done'
         AND schedule IN (SELECT value FROM json_each(?)) AND finished_at - planned_at > ?`,
    )
    .pluck();
  return {
    due: () => due.all(),
    start(name, nextDueAt) {
      start.run(name, nextDueAt);
    },
    advance: (step) => advance.immediate(step),
    add: (name, period, at) =>
      insert.run({ key: `${name}:${period}`, name, period, dueAt: at, state: 'due' }).changes === 1,
    claim: (at, leaseMs) => claim.immediate(at, leaseMs),
    renew(id, at, leaseMs) {
      renew.run(at + leaseMs, id);
    },
    release: () => release.immediate(),
    done(id, at) {
      done.run(at, id);
    },
    failed(id, at, error, againAt) {
      failed.run({ id, at, error, againAt });
    },
    late: (schedules, lateMs, since) => late.get(since, JSON.stringify(schedules), lateMs)!,
    lastFinished: () => lastFinished.all(),
  };
}
