import { describe, expect, it } from 'vitest';
import { openState } from '../../../data/state/open.ts';
import type { Actor } from '../../../data/state/types/proposals.ts';
import { named } from '../../../words/say.ts';
import { emptyDatabase } from '../../support/database.ts';
import { frozenWeek } from '../../support/ledger.ts';

const rina: Actor = { id: 'web:rina', name: 'Rina' };
const dina: Actor = { id: 'web:dina', name: 'Dina' };
const raka: Actor = { id: 'web:raka', name: 'Raka' };
const noon = Date.UTC(2026, 3, 20, 12);
const HOUR = 3_600_000;

function shop() {
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
  const run = state.runs.keep(
    { kind: 'budget', key: 'k', tookMs: 1, receipt, result: { lines: new Float64Array([1, 2]) } },
    noon,
  );
  const terms = (spanMs: number) => ({
    run: run.id,
    by: rina,
    remindAt: noon + spanMs / 2,
    deadlineAt: noon + spanMs,
    expiresAt: noon + spanMs,
  });
  const propose = () => state.proposals.propose({ ...terms(48 * HOUR), basis: 'b' }, noon);
  return { db, state, run, terms, propose };
}

describe('a proposal', () => {
  it('is decided once, however many decide', () => {
    const { state, propose } = shop();
    const { id, version } = propose();

    const outcomes = Array.from({ length: 20 }, (_, i) =>
      state.proposals.move(
        { id, version, from: 'proposed', to: i % 3 === 0 ? 'rejected' : 'approved', by: i % 2 ? dina : raka },
        noon + i,
      ),
    );

    expect(outcomes.filter((moved) => moved !== null)).toHaveLength(1);
    expect(state.proposals.find(id)).toMatchObject({ state: 'rejected', decidedBy: 'web:raka', decidedAt: noon });
    expect(state.audit.about(id).map(({ act }) => act)).toEqual(['proposed', 'rejected']);
  });

  it('cannot be approved at an old version', () => {
    const { state, terms, propose } = shop();
    const { id } = propose();
    state.proposals.revise({ ...terms(HOUR), id, version: 1, basis: 'c' }, noon + 1);

    expect(state.proposals.move({ id, version: 1, from: 'proposed', to: 'approved', by: dina }, noon + 2)).toBeNull();
    expect(
      state.proposals.move({ id, version: 2, from: 'proposed', to: 'approved', by: dina }, noon + 3),
    ).toMatchObject({ state: 'approved', version: 2 });
    expect(state.proposals.revise({ ...terms(HOUR), id, version: 2, basis: 'd' }, noon + 4)).toBeNull();
  });

  it('cannot be approved when its time is up, whether or not the clock has closed it', () => {
    const { state, propose } = shop();
    const { id, expiresAt } = propose();
    const approve = (at: number) =>
      state.proposals.move({ id, version: 1, from: 'proposed', to: 'approved', by: dina }, at);

    expect(approve(expiresAt)).toBeNull();
    expect(approve(expiresAt - 1)).toMatchObject({ state: 'approved' });
  });

  it('keeps who decided when it is carried out by someone else', () => {
    const { state, propose } = shop();
    const { id } = propose();
    state.proposals.move({ id, version: 1, from: 'proposed', to: 'approved', by: dina }, noon + 1);

    const done = state.proposals.move({ id, version: 1, from: 'approved', to: 'executed', by: rina }, noon + 2);

    expect(done).toMatchObject({ state: 'executed', decidedByName: 'Dina', decidedAt: noon + 1 });
    expect(state.audit.about(id).at(-1)).toMatchObject({ act: 'executed', actor: 'web:rina' });
  });

  it('counts each approval once a person and version, and approves by the one that is enough', () => {
    const { state, terms, propose } = shop();
    const { id } = propose();
    const approve = (by: Actor, version: number, at: number) =>
      state.proposals.approve({ id, version, by, areEnough: (approvals) => approvals.length >= 2 }, at);

    expect(approve(dina, 1, noon + 1)).toMatchObject({ state: 'proposed' });
    expect(approve(dina, 1, noon + 2)).toMatchObject({ state: 'proposed' });
    state.proposals.revise({ ...terms(HOUR), id, version: 1, basis: 'c' }, noon + 3);
    expect(state.proposals.approvals(id)).toEqual([]);
    expect(approve(raka, 1, noon + 4)).toBeNull();
    expect(approve(raka, 2, noon + 5)).toMatchObject({ state: 'proposed' });
    expect(approve(dina, 2, noon + HOUR)).toBeNull();
    expect(approve(dina, 2, noon + 6)).toMatchObject({ state: 'approved', decidedBy: 'web:dina' });
    expect(approve(raka, 2, noon + 7)).toBeNull();

    expect(state.proposals.approvals(id).map((each) => each.name)).toEqual(['Raka', 'Dina']);
    expect(state.audit.about(id).map(({ act }) => act)).toEqual([
      'proposed',
      'agreed',
      'revised',
      'agreed',
      'approved',
    ]);
  });

  it('keeps who asked when it is only recomputed', () => {
    const { state, terms, propose } = shop();
    const { id } = propose();
    state.proposals.revise({ ...terms(HOUR), id, version: 1, basis: 'c', by: dina, sameAsker: true }, noon + 1);
    expect(state.proposals.find(id)).toMatchObject({ version: 2, requester: 'web:rina' });
    expect(state.proposals.requesters(id)).toEqual(['web:rina']);
  });

  it('leaves nothing behind when the transaction around it fails', () => {
    const { state, propose } = shop();
    const { id, version } = propose();

    expect(() =>
      state.atomically(() => {
        state.proposals.move({ id, version, from: 'proposed', to: 'approved', by: dina }, noon + 1);
        throw new Error('the outbox is full');
      }),
    ).toThrow('the outbox is full');

    expect(state.proposals.find(id)).toMatchObject({ state: 'proposed', decidedBy: null });
    expect(state.audit.about(id)).toHaveLength(1);
  });
});

describe('what is kept for good', () => {
  it.each([
    ["UPDATE audit SET actor = 'x'", 'append-only'],
    ['DELETE FROM audit', 'append-only'],
    ["UPDATE run SET result = '{}'", 'immutable'],
    ['DELETE FROM run', 'kept'],
    ['UPDATE frozen_week SET expected = 0', 'frozen'],
    ['DELETE FROM frozen_week', 'kept'],
    ['UPDATE frozen_week SET actual = 2', 'scored once'],
  ])('refuses %s', (sql, says) => {
    const { db, state, run, propose } = shop();
    propose();
    state.ledger.freeze([frozenWeek({ run: run.id, week: '2026-04-20' })], noon);
    state.ledger.score('2026-04-20', 110, noon + 1);

    expect(() => db.exec(sql)).toThrow(says);
  });

  it('gives a run with the same key back as it was, with plain arrays', () => {
    const { state, run } = shop();
    const again = state.runs.keep({ ...run, result: { lines: [9] } }, noon + 5);
    expect(again).toEqual(run);
    expect(again.result).toEqual({ lines: [1, 2] });
  });

  it('holds a week to what was frozen for it', () => {
    const { state, run } = shop();
    const week = { run: run.id, week: '2026-04-27' };
    state.ledger.freeze([frozenWeek({ ...week, expected: 10 })], noon);
    state.ledger.freeze([frozenWeek({ ...week, expected: 99 })], noon + 1);

    expect(state.ledger.promised('2026-04-27')).toMatchObject({ expected: 10 });
    expect(state.ledger.promised('2026-05-04')).toBeNull();
  });
});
