import type { Connection } from '../database.ts';
import type { KeptPromise, PromiseFinding, Promises } from './types/promises.ts';

const columns = `key, run, model_run AS modelRun, asked_by AS askedBy, asked_name AS askedName, first_week AS firstWeek,
  made_at AS madeAt`;

/** What was promised and what was found. Append-only: of several findings the last holds, and the others stay. */
export function openPromises(db: Connection): Promises {
  const insert = db.prepare(
    `INSERT INTO promise (key, run, model_run, asked_by, asked_name, first_week, made_at)
     VALUES (@key, @run, @modelRun, @askedBy, @askedName, @firstWeek, @at)`,
  );
  const find = db.prepare<[string], KeptPromise>(`SELECT ${columns} FROM promise WHERE key = ?`);
  const list = db.prepare<[], KeptPromise>(`SELECT ${columns} FROM promise ORDER BY first_week DESC, made_at DESC`);
  const findings = db.prepare<[string], PromiseFinding>(
    `SELECT at, weeks, verdict, gain, low80, high80, shortfall, run FROM promise_finding WHERE key = ? ORDER BY seq`,
  );
  const add = db.prepare(
    `INSERT INTO promise_finding (key, at, weeks, verdict, gain, low80, high80, shortfall, run)
     VALUES (@key, @at, @weeks, @verdict, @gain, @low80, @high80, @shortfall, @run)`,
  );
  return {
    make(promise, at) {
      insert.run({ ...promise, at });
    },
    find: (key) => find.get(key) ?? null,
    list: () => list.all(),
    findings: (key) => findings.all(key),
    say(key, finding, at) {
      add.run({ ...finding, key, at });
    },
  };
}
