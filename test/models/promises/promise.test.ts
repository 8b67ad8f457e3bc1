import { describe, expect, it } from 'vitest';
import { addDays, epochDay } from '../../../models/days.ts';
import { makePromise as saidMakePromise } from '../../../models/promises/promise.ts';
import { seenSpend } from '../../../models/promises/seen-spend.ts';
import { type StopRule, stopRule } from '../../../models/promises/stop-rule.ts';
import type { Promised, PromiseRequest } from '../../../models/promises/types.ts';
import { standingOf, weekCosts, weekValues } from '../../../models/promises/watch.ts';
import { telling } from '../../support/told.ts';
import { campaignDays } from '../support/campaigns.ts';
import { baseline, losing, shiftDay, shiftedShop, shiftRequest, trueGain, WEEKS } from '../support/promises.ts';

const makePromise = telling(saidMakePromise);

const usual = { noise: 0.12, correlation: 0.3, history: 26 };
const SHIFT = shiftDay(usual);
const shop = (seed: number, times = 1) => shiftedShop({ ...usual, seed }, times);
const request = (days: PromiseRequest['days']) => shiftRequest(days, usual);

/** The rule is the same for all shops whose history is as long and as steady: simulated once. */
const rules = new Map<string, StopRule>();
const calibrateOnce: typeof stopRule = (setting) => {
  const key = JSON.stringify({ ...setting, correlation: setting.correlation.toFixed(1) });
  const rule = rules.get(key) ?? stopRule(setting);
  rules.set(key, rule);
  return rule;
};

const watch = (promised: Promised, days: PromiseRequest['days'], count = WEEKS) =>
  standingOf(promised, weekValues(promised, days, { first: SHIFT, count }));

describe('a promise', () => {
  it('is held against what the old budgets would have brought', () => {
    const promised = makePromise(request(shop(3))) as Promised;
    expect(promised.baselineMinor / baseline).toBeGreaterThan(0.9);
    expect(promised.baselineMinor / baseline).toBeLessThan(1.1);
    expect(promised.history).toMatchObject({ weeks: 26, correlation: 0.3 });
    expect(promised.spendChangeMinor).toBe(0);
    expect(promised.catches.map(({ caught }) => caught)).toEqual(
      promised.catches.map(({ caught }) => caught).toSorted((x, y) => x - y),
    );
  });

  it('is not watched without enough history, or where nothing moves', () => {
    const days = shop(1);
    expect(makePromise({ ...request(days), from: addDays(SHIFT, -7 * 8) })).toEqual({
      says: 'Only 8 complete weeks of these campaigns are known; to hold a promise against them I need 12.',
    });
    const still = request(days).lines.map((line) => ({ ...line, proposedMinor: line.currentMinor }));
    expect(makePromise({ ...request(days), lines: still })).toEqual({ says: 'No budget moves.' });
  });

  it('leaves out weeks in which the campaigns rested', () => {
    const days = shop(3);
    const rests = (row: number) => days.day[row]! < epochDay(addDays(SHIFT, -7 * 20));
    const rested = {
      ...days,
      spendMinor: days.spendMinor.map((minor, row) => (rests(row) ? 0 : minor)),
      salesMinor: days.salesMinor.map((minor, row) => (rests(row) ? 0 : minor)),
    };
    const promised = makePromise(request(rested)) as Promised;
    expect(promised.history.weeks).toBe(20);
    expect(promised.boundMinor / (makePromise(request(days)) as Promised).boundMinor).toBeCloseTo(1, 0);
    for (const { caught } of promised.catches) expect(caught).toBeGreaterThan(0);
  });

  it('adds up shortfalls, stops at the bound and says what came', () => {
    const promised = makePromise(request(shop(3))) as Promised;
    const { baselineMinor: base, gain: said, boundMinor: bound } = promised;
    const kept = standingOf(promised, new Array(WEEKS).fill(base + said.expected));
    expect(kept.crossedAt).toBeNull();
    expect(kept.weeks.at(-1)!.shortfall).toBeCloseTo(0, 3);
    expect(kept.gain!.expected).toBeCloseTo(said.expected, 3);

    const lost = standingOf(promised, new Array(WEEKS).fill(base + said.expected - 0.4 * bound));
    expect(lost.crossedAt).toBe(2);
    expect(lost.weeks[2]!.shortfall).toBeCloseTo(1.2 * bound, 3);
    expect(standingOf(promised, []).verdict).toBeNull();
  });

  it.each([
    [3, 1, 'worked'],
    [-3, 1, 'did not'],
    [0.5, 1, "can't tell"],
  ])('tells a gain of %d half widths, promised %d', (seen, said, verdict) => {
    const promised = makePromise(request(shop(3))) as Promised;
    const half = promised.halfWidthMinor[WEEKS - 1]!;
    const standing = standingOf(
      { ...promised, gain: { expected: said * half, low80: 0, high80: 0 } },
      new Array(WEEKS).fill(promised.baselineMinor + seen * half),
    );
    expect(standing.verdict).toBe(verdict);
  });

  it('counts goods and spend where the promise does', () => {
    const days = shop(3);
    const lines = request(days).lines.map((line) => ({ ...line, margin: 0.5 }));
    const promised = makePromise({ ...request(days), lines, objective: 'margin' }) as Promised;
    const plain = makePromise(request(days)) as Promised;
    expect(promised.baselineMinor).toBeCloseTo(plain.baselineMinor / 2, 3);
    const dearer = { ...promised, spendChangeMinor: 1000 };
    expect(standingOf(dearer, [promised.baselineMinor]).weeks[0]!.gain).toBeCloseTo(-1000, 6);
  });

  it('counts what was spent in place of what was approved, in the weeks of which that is known', () => {
    const budgets = [
      { id: 1, fromMinor: 70 },
      { id: 2, fromMinor: 140 },
    ];
    // 10 and 30 a day, and nobody knows what the second one cost on the first day.
    const cells = [1, 2].flatMap((id) => Array.from({ length: 14 }, (_, day) => ({ id, day })));
    const days = {
      campaign: Int32Array.from(cells, ({ id }) => id),
      day: Int32Array.from(cells, ({ day }) => epochDay(SHIFT) + day),
      spendMinor: Float64Array.from(cells, ({ id, day }) => (id === 1 ? 10 : day === 0 ? Number.NaN : 30)),
    } as PromiseRequest['days'];
    const costs = weekCosts(budgets, days, { first: SHIFT, count: 3 });
    expect(costs).toEqual([null, 70, null]);

    const promised = { ...(makePromise(request(shop(3))) as Promised), spendChangeMinor: 25 };
    const gains = (objective: Promised['objective']) =>
      standingOf({ ...promised, objective }, new Array(3).fill(promised.baselineMinor), costs).weeks;
    expect(gains('margin').map(({ gain }) => gain)).toEqual([-25, -70, -25]);
    expect(gains('sales').map(({ gain }) => gain)).toEqual([0, 0, 0]);
  });

  it('holds over 1,000 histories: false roll-backs at most 5 %, harm caught as often as it said', () => {
    const RUNS = 1000;
    const loss = 0.2;
    let falseAlarms = 0;
    let caught = 0;
    let said = 0;
    let held = 0;
    for (let seed = 0; seed < RUNS; seed++) {
      const kept = shop(seed);
      const promised = makePromise(request(kept), calibrateOnce) as Promised;
      if (watch(promised, kept).crossedAt !== null) falseAlarms++;
      const { low80, high80 } = watch(promised, kept).gain!;
      if (low80 <= trueGain && trueGain <= high80) held++;
      // The truth: 20 % below the old budgets instead of the promised gain.
      const harmed = shop(seed, losing(loss));
      if (watch(promised, harmed).crossedAt !== null) caught++;
      said += promised.catches.find((each) => each.loss === loss)!.caught;
    }
    // 5 % and two standard errors of a share from 1,000.
    expect(falseAlarms / RUNS).toBeLessThan(0.05 + 2 * Math.sqrt((0.05 * 0.95) / RUNS));
    expect(falseAlarms / RUNS).toBeGreaterThan(0.02);
    expect(Math.abs(caught / RUNS - said / RUNS)).toBeLessThan(0.04);
    expect(held / RUNS).toBeGreaterThan(0.76);
    expect(held / RUNS).toBeLessThan(0.86);
  });
});

describe('seenSpend', () => {
  const lines = [{ id: 1, fromMinor: 1000, toMinor: 1200 }];
  const spent = (amount: number) =>
    campaignDays(
      Array.from({ length: 7 }, (_, i) => ({ campaign: 1, day: addDays(SHIFT, i), spend: amount / 7, sales: 0 })),
    );

  it.each([
    [1200, 'matches'],
    [1130, 'matches'],
    [1090, 'does not match'],
    [1000, 'does not match'],
    [1500, 'does not match'],
    [Number.NaN, 'not visible yet'],
  ])('a week that spent %d', (amount, says) => {
    expect(seenSpend(lines, spent(amount), SHIFT)[0]!.says).toBe(says);
  });

  it('says nothing of a week whose spend is known in part, until spend of a later day is', () => {
    const row = (campaign: number, i: number, spend: number) => ({ campaign, day: addDays(SHIFT, i), spend, sales: 1 });
    const file = [0, 1, 2].map((i) => row(1, i, 400));
    const says = (...later: Parameters<typeof campaignDays>[0]) =>
      seenSpend(lines, campaignDays([...file, ...later]), SHIFT)[0]!.says;

    expect(says()).toBe('not visible yet');
    // A campaign whose whole cost is known costs nothing on days after it, whatever the files of daily spend tell.
    expect(says(row(2, 6, 0))).toBe('not visible yet');
    expect(says(row(2, 6, 50))).toBe('matches');
    expect(says(row(1, 8, 400))).toBe('matches');
  });

  it('says nothing of a week without a row', () => {
    expect(seenSpend(lines, spent(1200), addDays(SHIFT, 7))[0]).toEqual({
      id: 1,
      spentMinor: null,
      says: 'not visible yet',
    });
  });
});
