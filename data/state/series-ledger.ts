import type { Connection } from '../database.ts';
import type { FrozenSeriesWeek, LedgerSeriesWeek, SeriesLedger } from './types/series-ledger.ts';

type Row = Omit<LedgerSeriesWeek, 'people' | 'slice'> & { readonly slice: string; readonly people: string | null };

const columns = `run, metric, cut AS "by", slice, people, week, expected, low50, high50, low80, high80, low95, high95, naive,
  ahead, step, frozen_at AS frozenAt, actual`;

export function openSeriesLedger(db: Connection): SeriesLedger {
  const insert = db.prepare<[Omit<Row, 'frozenAt' | 'actual'> & { at: number }]>(
    `INSERT INTO frozen_series_week (run, metric, cut, slice, people, week, frozen_at, expected, low50, high50, low80, high80,
       low95, high95, naive, ahead, step)
     VALUES (@run, @metric, @by, @slice, @people, @week, @at, @expected, @low50, @high50, @low80, @high80,
       @low95, @high95, @naive, @ahead, @step)
     ON CONFLICT DO NOTHING`,
  );
  const freeze = db.transaction((weeks: readonly FrozenSeriesWeek[], at: number) => {
    for (const week of weeks) {
      const people = week.people && JSON.stringify(week.people);
      insert.run({ ...week, slice: week.slice ?? '', people, at });
    }
  });
  const score = db.prepare<[number, number, string, string, string]>(
    `UPDATE frozen_series_week SET actual = ?, scored_at = ? WHERE run = ? AND slice = ? AND week = ? AND actual IS NULL`,
  );
  const unscored = db.prepare<[], Row>(
    `SELECT ${columns} FROM frozen_series_week WHERE actual IS NULL ORDER BY week, run, slice`,
  );
  const of = db.prepare<[string], Row>(`SELECT ${columns} FROM frozen_series_week WHERE run = ? ORDER BY slice, week`);
  const history = db.prepare<[number], Row>(
    `SELECT ${columns} FROM frozen_series_week
     WHERE actual IS NULL OR week IN (
       SELECT DISTINCT week FROM frozen_series_week WHERE actual IS NOT NULL ORDER BY week DESC LIMIT ?)
     ORDER BY week DESC, frozen_at DESC, run, slice`,
  );
  return {
    freeze: (weeks, at) => freeze.immediate(weeks, at),
    score({ run, slice, week }, actual, at) {
      score.run(actual, at, run, slice ?? '', week);
    },
    unscored: () => unscored.all().map(toWeek),
    of: (run) => of.all(run).map(toWeek),
    history: (weeks) => history.all(weeks).map(toWeek),
  };
}

function toWeek({ slice, people, ...row }: Row): LedgerSeriesWeek {
  return {
    ...row,
    slice: row.by !== null && slice === '' ? null : slice,
    people: people === null ? null : (JSON.parse(people) as LedgerSeriesWeek['people']),
  };
}
