import type { Connection } from '../database.ts';
import type { FrozenWeek, Ledger, LedgerWeek } from './types.ts';

const columns = 'run, week, expected, low80, high80, naive, frozen_at AS frozenAt, actual';

export function openLedger(db: Connection): Ledger {
  const insert = db.prepare<[FrozenWeek & { at: number }]>(
    `INSERT INTO frozen_week (run, week, frozen_at, expected, low80, high80, naive)
     VALUES (@run, @week, @at, @expected, @low80, @high80, @naive) ON CONFLICT DO NOTHING`,
  );
  const freeze = db.transaction((weeks: readonly FrozenWeek[], at: number) => {
    for (const week of weeks) insert.run({ ...week, at });
  });
  const promised = db.prepare<[string], LedgerWeek>(
    `SELECT ${columns} FROM frozen_week WHERE week = ? ORDER BY frozen_at DESC LIMIT 1`,
  );
  const score = db.prepare<[number, number, string, string]>(
    'UPDATE frozen_week SET actual = ?, scored_at = ? WHERE run = ? AND week = ? AND actual IS NULL',
  );
  const unscored = db.prepare<[], LedgerWeek>(`SELECT ${columns} FROM frozen_week WHERE actual IS NULL ORDER BY week`);
  const of = db.prepare<[string], LedgerWeek>(`SELECT ${columns} FROM frozen_week WHERE run = ? ORDER BY week`);
  // SQLite takes the other columns from the row that holds the maximum.
  const scored = db.prepare<[number], LedgerWeek>(
    `SELECT ${columns}, max(frozen_at) FROM frozen_week WHERE actual IS NOT NULL
     GROUP BY week ORDER BY week DESC LIMIT ?`,
  );
  return {
    freeze: (weeks, at) => freeze.immediate(weeks, at),
    promised: (week) => promised.get(week) ?? null,
    score(run, week, actual, at) {
      score.run(actual, at, run, week);
    },
    unscored: () => unscored.all(),
    of: (run) => of.all(run),
    scored: (limit) => scored.all(limit),
  };
}
