import type { Connection } from '../database.ts';
import { openSeriesLedger } from './series-ledger.ts';
import type { FrozenWeek, Ledger, LedgerWeek, NewOverride, Override } from './types/ledger.ts';

type Row = Omit<LedgerWeek, 'posted' | 'late'> & { readonly posted: number; readonly late: number };

const columns = `run, week, expected, low50, high50, low80, high80, low95, high95, naive, ahead, step, recipe, posted,
  widened, late, frozen_at AS frozenAt, actual`;

export function openLedger(db: Connection): Ledger {
  // The same run may be kept to compare with first, and be posted later.
  const insert = db.prepare<[Omit<FrozenWeek, 'posted' | 'late'> & { posted: number; late: number; at: number }]>(
    `INSERT INTO frozen_week (run, week, frozen_at, expected, low50, high50, low80, high80, low95, high95, naive, ahead,
       step, recipe, posted, widened, late)
     VALUES (@run, @week, @at, @expected, @low50, @high50, @low80, @high80, @low95, @high95, @naive, @ahead,
       @step, @recipe, @posted, @widened, @late)
     ON CONFLICT DO UPDATE SET posted = 1 WHERE excluded.posted > posted`,
  );
  const freeze = db.transaction((weeks: readonly FrozenWeek[], at: number) => {
    for (const week of weeks) insert.run({ ...week, posted: week.posted ? 1 : 0, late: week.late ? 1 : 0, at });
  });
  const promised = db.prepare<[string], Row>(
    `SELECT ${columns} FROM frozen_week WHERE week = ? AND posted = 1 AND late = 0 ORDER BY frozen_at DESC, ahead LIMIT 1`,
  );
  const scoreWeek = db.prepare<[number, number, string]>(
    'UPDATE frozen_week SET actual = ?, scored_at = ? WHERE week = ? AND actual IS NULL',
  );
  const scoreOverride = db.prepare<[number, number, string]>(
    'UPDATE override SET actual = ?, scored_at = ? WHERE week = ? AND actual IS NULL',
  );
  const score = db.transaction((week: string, actual: number, at: number) => {
    scoreWeek.run(actual, at, week);
    scoreOverride.run(actual, at, week);
  });
  const unscored = db.prepare<[], Row>(`SELECT ${columns} FROM frozen_week WHERE actual IS NULL ORDER BY week`);
  const of = db.prepare<[string], Row>(`SELECT ${columns} FROM frozen_week WHERE run = ? ORDER BY week`);
  // SQLite takes the other columns from the row that holds the maximum.
  const scored = db.prepare<[number], Row>(
    `SELECT ${columns}, max(frozen_at) FROM frozen_week WHERE actual IS NOT NULL AND posted = 1 AND late = 0
     GROUP BY week ORDER BY week DESC LIMIT ?`,
  );
  const history = db.prepare<[number], Row>(
    `SELECT ${columns} FROM frozen_week
     WHERE actual IS NOT NULL AND late = 0 AND week IN (
       SELECT DISTINCT week FROM frozen_week WHERE actual IS NOT NULL AND late = 0 ORDER BY week DESC LIMIT ?)
     ORDER BY week DESC, frozen_at DESC`,
  );
  const runs = db.prepare<[number], ReturnType<Ledger['runs']>[number]>(
    `SELECT run, min(frozen_at) AS frozenAt, count(*) AS weeks, count(actual) AS scored,
       min(week) AS firstWeek, max(week) AS lastWeek
     FROM frozen_week WHERE posted = 1 AND late = 0 GROUP BY run ORDER BY frozenAt DESC LIMIT ?`,
  );
  const late = db.prepare<[number], Row>(
    `SELECT ${columns} FROM frozen_week WHERE late = 1 ORDER BY week DESC, frozen_at DESC LIMIT ?`,
  );
  const override = db.prepare<[NewOverride & { at: number }]>(
    `INSERT INTO override (week, value, reason, person, name, said_at, run, expected)
     VALUES (@week, @value, @reason, @person, @name, @at, @run, @expected)`,
  );
  const overrides = db.prepare<[], Override>(
    `SELECT week, value, reason, person, name, run, expected, said_at AS saidAt, actual
     FROM override ORDER BY week DESC, id DESC`,
  );
  return {
    series: openSeriesLedger(db),
    freeze: (weeks, at) => freeze.immediate(weeks, at),
    promised(week) {
      const row = promised.get(week);
      return row ? toWeek(row) : null;
    },
    score: (week, actual, at) => score.immediate(week, actual, at),
    unscored: () => unscored.all().map(toWeek),
    of: (run) => of.all(run).map(toWeek),
    scored: (limit) => scored.all(limit).map(toWeek),
    history: (weeks) => history.all(weeks).map(toWeek),
    runs: (limit) => runs.all(limit),
    late: (limit) => late.all(limit).map(toWeek),
    override(said, at) {
      override.run({ ...said, at });
    },
    overrides: () => overrides.all(),
  };
}

function toWeek(row: Row): LedgerWeek {
  return { ...row, posted: row.posted === 1, late: row.late === 1 };
}
