import type { Connection } from '../database.ts';
import type { Job, Schedules } from './types.ts';

/** A job that has failed this often is given up and reported. */
const MAX_ATTEMPTS = 3;

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
    `INSERT INTO job (key, schedule, period, planned_at, state) VALUES (@key, @name, @period, @dueAt, @state)
     ON CONFLICT (key) DO NOTHING`,
  );
  const advance = db.transaction((step: Parameters<Schedules['advance']>[0]): boolean => {
    if (moveOn.run(step.nextDueAt, step.name, step.dueAt).changes !== 1) return false;
    const { name, period, plannedAt: dueAt, skip } = step;
    return insert.run({ key: `${name}:${period}`, name, period, dueAt, state: skip ? 'skipped' : 'due' }).changes === 1;
  });
  const candidate = db.prepare<[number], Job>(
    `SELECT id, schedule, period, planned_at AS plannedAt, attempts FROM job
     WHERE state = 'due' OR (state = 'running' AND lease_until < ?) ORDER BY planned_at, id LIMIT 1`,
  );
  const take = db.prepare<[number, number]>(
    `UPDATE job SET state = 'running', attempts = attempts + 1, lease_until = ? WHERE id = ?`,
  );
  const claim = db.transaction((at: number, leaseMs: number): Job | null => {
    const job = candidate.get(at);
    if (job) take.run(at + leaseMs, job.id);
    return job ?? null;
  });
  const finish = db.prepare(
    `UPDATE job SET lease_until = NULL, finished_at = @at, error = @error,
       state = CASE WHEN @error IS NULL THEN 'done' WHEN @final = 1 OR attempts >= ${MAX_ATTEMPTS} THEN 'failed' ELSE 'due' END
     WHERE id = @id`,
  );
  const lastFinished = db.prepare<[], ReturnType<Schedules['lastFinished']>[number]>(
    `SELECT schedule, finished_at AS finishedAt, error FROM job
     WHERE id IN (SELECT max(id) FROM job WHERE finished_at IS NOT NULL GROUP BY schedule) ORDER BY schedule`,
  );
  return {
    due: () => due.all(),
    start(name, nextDueAt) {
      start.run(name, nextDueAt);
    },
    advance: (step) => advance.immediate(step),
    add: (name, period, at) =>
      insert.run({ key: `${name}:${period}`, name, period, dueAt: at, state: 'due' }).changes === 1,
    claim: (at, leaseMs) => claim.immediate(at, leaseMs),
    finish(id, at, error, { final }) {
      finish.run({ id, at, error, final: final ? 1 : 0 });
    },
    lastFinished: () => lastFinished.all(),
  };
}
