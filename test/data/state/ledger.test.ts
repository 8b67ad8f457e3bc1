import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openState } from '../../../data/state/open.ts';
import { named } from '../../../words/say.ts';
import { emptyDatabase } from '../../support/database.ts';
import { frozenWeek } from '../../support/ledger.ts';

const noon = Date.UTC(2026, 3, 20, 12);
const WEEK = '2026-04-27';

function setting() {
  const db = emptyDatabase();
  const state = openState(db);
  const receipt = {
    method: named('m'),
    parameters: {},
    seed: 1,
    dataUntil: '2026-04-19',
    imports: [],
    used: [],
    checks: [],
    record: [],
    assumptions: [],
  };
  const run = (key: string) => state.runs.keep({ kind: 'forecast', key, tookMs: 1, receipt, result: {} }, noon).id;
  return { db, state, one: run('1'), two: run('2') };
}

describe('the ledger', () => {
  const said = {
    week: WEEK,
    value: 120,
    reason: 'fair',
    person: 'web:dina',
    name: 'Dina',
    run: 'F-1',
    expected: 100,
  } as const;

  it.each([
    'UPDATE frozen_week SET low50 = 0',
    'UPDATE frozen_week SET high95 = 0',
    'UPDATE frozen_week SET ahead = 9',
    'UPDATE frozen_week SET step = 9',
    "UPDATE frozen_week SET recipe = 'x'",
    'UPDATE frozen_week SET widened = 9',
    'UPDATE frozen_week SET posted = 0',
    'DELETE FROM frozen_week',
    'UPDATE frozen_series_week SET expected = 1',
    "UPDATE frozen_series_week SET people = '{}'",
    'UPDATE frozen_series_week SET actual = 1',
    'DELETE FROM frozen_series_week',
    'UPDATE override SET value = 1',
    "UPDATE override SET reason = 'x'",
    'UPDATE override SET expected = 1',
    'UPDATE override SET actual = 1',
    'DELETE FROM override',
    "UPDATE model_decision SET recipe = 'x'",
    'DELETE FROM model_decision',
    'DELETE FROM alert',
  ])('refuses %s', (sql) => {
    const { db, state, one } = setting();
    state.ledger.freeze([frozenWeek({ run: one, week: WEEK })], noon);
    const { recipe: _, posted: __, widened: ___, ...bands } = frozenWeek({ run: one, week: WEEK });
    const series = { metric: 'orders', by: null, slice: '', people: null } as const;
    const week = { ...bands, ...series, ahead: 1, low50: 90, high50: 110, low95: 70, high95: 130 };
    state.ledger.series.freeze([week], noon);
    state.ledger.series.score(week, 110, noon + 1);
    state.ledger.override(said, noon);
    state.ledger.score(WEEK, 110, noon + 1);
    state.learning.decide(
      { act: 'use', recipe: 'naive', challenger: 'combination', person: 'web:dina', name: 'Dina', reason: named('r') },
      noon,
    );
    state.alerts.raise({ rule: 'week', side: 'below', cause: 'sales below', impact: 0, finding: {} }, noon);
    expect(() => db.exec(sql)).toThrow(/frozen|kept|scored once|append-only/);
  });

  it('scores everything that was said of a week, once', () => {
    const { state, one, two } = setting();
    state.ledger.freeze(
      [frozenWeek({ run: one, week: WEEK }), frozenWeek({ run: two, week: WEEK, posted: false })],
      noon,
    );
    state.ledger.override(said, noon);
    state.ledger.score(WEEK, 110, noon + 1);
    state.ledger.score(WEEK, 999, noon + 2);
    expect(state.ledger.history(12).map(({ actual }) => actual)).toEqual([110, 110]);
    expect(state.ledger.overrides()).toMatchObject([{ ...said, actual: 110 }]);
    expect(state.ledger.unscored()).toEqual([]);
  });

  it('holds nobody to what was never shown', () => {
    const { state, one, two } = setting();
    state.ledger.freeze([frozenWeek({ run: one, week: WEEK, expected: 1 })], noon);
    state.ledger.freeze([frozenWeek({ run: two, week: WEEK, expected: 2, posted: false })], noon + 1);
    expect(state.ledger.promised(WEEK)).toMatchObject({ expected: 1 });
    state.ledger.score(WEEK, 3, noon + 2);
    expect(state.ledger.scored(12).map(({ expected }) => expected)).toEqual([1]);
    expect(state.ledger.runs(9).map(({ run }) => run)).toEqual([one]);
  });

  it('is held to a shadow once it is posted, as it was frozen', () => {
    const { state, one } = setting();
    state.ledger.freeze([frozenWeek({ run: one, week: WEEK, expected: 1, posted: false })], noon);
    expect(state.ledger.promised(WEEK)).toBeNull();
    state.ledger.freeze([frozenWeek({ run: one, week: WEEK, expected: 2 })], noon + 1);
    expect(state.ledger.promised(WEEK)).toMatchObject({ expected: 1, frozenAt: noon });
  });

  it('reads rows from before it kept all of this', () => {
    const { db, state, one } = setting();
    db.exec(
      `INSERT INTO frozen_week (run, week, frozen_at, expected, low80, high80) VALUES ('${one}', '${WEEK}', 1, 10, 5, 15)`,
    );
    expect(state.ledger.promised(WEEK)).toMatchObject({ low95: null, ahead: null, posted: true, widened: 1 });
  });

  it.each([
    ['frozen_week', '0114-receipts.sql', ['actual', 'posted', 'scored_at']],
    ['frozen_series_week', '0102-ledger.sql', ['actual', 'scored_at']],
  ])('names every column of %s in the trigger that freezes it', (table, migration, open) => {
    const { db } = setting();
    const columns = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    const sql = readFileSync(join(import.meta.dirname, '../../../data/state/migrations', migration), 'utf8');
    const frozen = new RegExp(`UPDATE OF ([^;]*?) ON ${table}\\nBEGIN`).exec(sql)![1]!.split(/,\s*/);
    expect(columns.filter((name) => !frozen.includes(name)).sort()).toEqual(open);
  });
});

describe('alerts', () => {
  const below = { rule: 'days', side: 'below', cause: 'sales below', impact: 1, finding: { gap: -1 } } as const;

  it('are one an ongoing cause and side, with an id of their own', () => {
    const { state } = setting();
    expect(state.alerts.raise(below, noon)).toMatchObject({ isNew: true, alert: { id: 'A-1' } });
    expect(state.alerts.raise({ ...below, finding: { gap: -2 } }, noon + 1)).toMatchObject({
      isNew: false,
      alert: { id: 'A-1', finding: { gap: -2 }, openedAt: noon },
    });
    expect(state.alerts.raise({ ...below, side: 'above', cause: 'sales above' }, noon + 2).alert.id).toBe('A-2');
    state.alerts.close('A-1', noon + 3);
    expect(state.alerts.ongoing().map(({ id }) => id)).toEqual(['A-2']);
    expect(state.alerts.raise(below, noon + 4)).toMatchObject({ isNew: true, alert: { id: 'A-3' } });
  });

  it('count votes down in a row, each alert once', () => {
    const { state } = setting();
    const voted = (useful: boolean, at: number) => {
      const { alert } = state.alerts.raise(below, at);
      state.alerts.vote(alert.id, 'web:rina', useful, at);
      state.alerts.vote(alert.id, 'web:dina', useful, at);
      state.alerts.close(alert.id, at);
    };
    voted(false, noon);
    voted(true, noon + 1);
    voted(false, noon + 2);
    voted(false, noon + 3);
    expect(state.alerts.votedDown('days', 0)).toBe(2);
    voted(false, noon + 4);
    expect(state.alerts.votedDown('days', 0)).toBe(3);
    expect(state.alerts.votedDown('week', 0)).toBe(0);
    expect(state.alerts.votedDown('days', noon + 3)).toBe(1);
  });
});

describe('a hold', () => {
  it('is one at a time, and what a person accepted is remembered', () => {
    const { state } = setting();
    const hold = { before: '2026-04-13', until: '2026-04-19', finding: 'unit change', says: named('s') };
    state.learning.hold(hold, noon);
    state.learning.hold({ ...hold, until: '2026-04-20' }, noon + 1);
    expect(state.learning.held()).toMatchObject({ until: '2026-04-20', at: noon });
    state.learning.release('accepted', noon + 2);
    expect(state.learning.held()).toBeNull();
    expect(state.learning.acceptedUntil()).toBe('2026-04-20');
    state.learning.hold({ ...hold, until: '2026-05-20' }, noon + 3);
    state.learning.release('passed', noon + 4);
    expect(state.learning.acceptedUntil()).toBe('2026-04-20');
  });
});
