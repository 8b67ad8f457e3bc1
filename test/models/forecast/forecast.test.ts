import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '../../../models/days.ts';
import { NotEnoughData } from '../../../models/errors.ts';
import { longestHorizon, forecast as saidForecast } from '../../../models/forecast/forecast.ts';
import type { ForecastRequest, ForecastResult } from '../../../models/forecast/types.ts';
import { seeded } from '../../../models/random.ts';
import { telling } from '../../support/told.ts';
import { netDays, onlineRetailIsHere } from '../support/online-retail.ts';
import { MONDAY, shopDays } from '../support/series.ts';

const forecast = telling(saidForecast);

/** Without Prophet, which takes longer than all others together, where a test is not about it. */
function ask(values: ArrayLike<number>, request: Partial<ForecastRequest> = {}): Promise<ForecastResult> {
  return forecast({
    firstDay: MONDAY,
    values: Float64Array.from(values),
    horizon: 28,
    method: 'auto',
    seed: 1,
    prophet: 'left out',
    ...request,
  });
}

function expectInOrder({ daily, weekly, total }: ForecastResult): void {
  daily.typical.forEach((typical, i) => {
    const { low95, low80, low50, high50, high80, high95 } = daily;
    const seven = [low95[i]!, low80[i]!, low50[i]!, typical, high50[i]!, high80[i]!, high95[i]!];
    expect(seven.every(Number.isFinite)).toBe(true);
    expect(seven).toEqual([...seven].sort((a, b) => a - b));
  });
  for (const { low95, low80, low50, expected, high50, high80, high95 } of [...weekly, total]) {
    const seven = [low95, low80, low50, expected, high50, high80, high95];
    expect(seven.every(Number.isFinite)).toBe(true);
    expect(seven).toEqual([...seven].sort((a, b) => a - b));
  }
}

describe('forecast', () => {
  it('finds level, week and growth of a clean shop, and is surer of the sum than of the days', async () => {
    const random = seeded(11);
    const values = shopDays(500, { random, noise: 0.1, growth: 0.001 });
    const known = shopDays(500 + 28, { random: () => 0.5, noise: 0, growth: 0.001 }).subarray(500);

    const result = await ask(values);

    const sum = known.reduce((a, b) => a + b);
    expect(Math.abs(result.total.expected / sum - 1)).toBeLessThan(0.06);
    known.forEach((value, i) => {
      expect(Math.abs(result.daily.typical[i]! / value - 1)).toBeLessThan(0.15);
    });
    expect(result.total.low95).toBeLessThan(sum);
    expect(result.total.high95).toBeGreaterThan(sum);
    const widthOfDays = result.daily.high80.reduce((a, b) => a + b) - result.daily.low80.reduce((a, b) => a + b);
    expect(result.total.high80 - result.total.low80).toBeLessThan(0.8 * widthOfDays);
    expectInOrder(result);
  });

  it('tries every method on the same cut-offs, combines them, and says what the combination is made of', async () => {
    const { method, reason, backtest, members } = await ask(shopDays(400, { random: seeded(2) }), {
      prophet: 'member',
    });

    expect(method).toBe('combination');
    expect(backtest.scores.map((score) => score.method)).toEqual([
      'seasonal-naive',
      'combination',
      'ses',
      'median',
      'ets',
      'theta',
      'dotm',
      'ces',
      'ar',
      'prophet',
    ]);
    const error = (of: string) => backtest.scores.find((score) => score.method === of)!.weekWape!;
    expect(error('combination')).toBeLessThan(error('seasonal-naive'));
    expect(backtest.folds).toBe(8);
    expect(backtest.origins).toHaveLength(8);
    expect(backtest.horizon).toBe(28);
    expect(reason).toContain('Error of weekly totals: repeating last week');
    for (const part of ['days', 'weeks']) {
      const weights = members.filter(({ of }) => of === part).map(({ weight }) => weight);
      expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
      expect(weights).toEqual([...weights].sort((a, b) => b - a));
    }
    expect(members.find(({ name }) => name === 'prophet')!.weight).toBeLessThanOrEqual(0.15);
  });

  it('uses and names the naive forecast where it wins', async () => {
    // A shop that found its week half a year ago and has kept to it since: what came before teaches the wrong week.
    const week = [1000, 3000, 300, 2000, 600, 5000, 100];
    const before = shopDays(140, { random: seeded(4), level: 2000, noise: 0.5 });
    const values = Float64Array.from({ length: 322 }, (_, i) => before[i] ?? week[i % 7]!);

    const { method, reason, checks } = await ask(values, { horizon: 7 });

    expect(method).toBe('seasonal-naive');
    expect(reason).toMatch(/^Simply repeating last week wins by [\d.]+ points, so I use that\./);
    expect(checks.find(({ name }) => name === 'naive')!.says).toContain('last week, repeated');
  });

  it('counts the total as the sum of the days, and weeks from Monday to Sunday', async () => {
    const { daily, weekly, total } = await ask(shopDays(203, { random: seeded(3) }), { horizon: 30, method: 'mstl' });

    expect(total.expected).toBeCloseTo(
      daily.expected.reduce((a, b) => a + b),
      6,
    );
    expect(daily.firstDay).toBe(addDays(MONDAY, 203));
    expect(weekly).toHaveLength(4);
    for (const week of weekly) expect(weekday(week.firstDay)).toBe(1);
    expect(weekly[0]!.expected).toBeCloseTo(
      daily.expected.subarray(0, 7).reduce((a, b) => a + b),
      6,
    );
  });

  it('counts whole months from the same days, as sure as their weeks', async () => {
    const { daily, weekly, monthly, total } = await ask(shopDays(212, { random: seeded(3) }), {
      horizon: 91,
      method: 'ets',
    });

    expect(daily.firstDay).toBe('2024-07-31');
    expect(monthly.map(({ firstDay }) => firstDay)).toEqual(['2024-08-01', '2024-09-01']);
    const sum = (from: number, days: number) => daily.expected.subarray(from, from + days).reduce((a, b) => a + b);
    expect(monthly[0]!.expected).toBeCloseTo(sum(1, 31), 6);
    expect(monthly[1]!.expected).toBeCloseTo(sum(32, 30), 6);
    const half = ({ low80, high80 }: { low80: number; high80: number }) => (high80 - low80) / 2;
    const widest = Math.max(...weekly.map(half)) / 7;
    for (const month of monthly) {
      expect(half(month)).toBeGreaterThan(Math.min(...weekly.map(half)));
      expect(half(month)).toBeLessThan(31 * widest);
      expect(half(total)).toBeGreaterThan(half(month));
    }
    expect(half(total)).toBeLessThan(91 * widest);
  });

  it('has no week in a horizon that holds none', async () => {
    const { weekly } = await ask(shopDays(206, { random: seeded(3) }), { horizon: 10, method: 'ets' });
    expect(weekly).toEqual([]);
  });

  it('keeps closed weekdays at zero, without a band, and out of everything else', async () => {
    const values = shopDays(364, { random: seeded(5) }).map((value, i) => (i % 7 >= 5 ? 0 : value));

    const result = await ask(values, { horizon: 14 });

    expect(result.closedWeekdays).toEqual([6, 7]);
    for (const i of [5, 6, 12, 13]) {
      for (const of of ['typical', 'expected', 'low50', 'high50', 'low95', 'high95'] as const)
        expect(result.daily[of][i]).toBe(0);
    }
    expect(result.daily.low95[0]).toBeGreaterThan(0);
    expect(result.backtest.scores.find(({ method }) => method === 'combination')!.wape).toBeLessThan(0.2);
    expectInOrder(result);
  });

  it('is not thrown by a holiday: the week does not slip', async () => {
    const values = shopDays(200, { random: seeded(6), noise: 0.05 });
    values[150] = 0;
    values[171] = 0;

    const { daily } = await ask(values, { method: 'mstl', horizon: 7 });

    // Day 200 is a Friday; Sunday is the weakest day, Saturday the strongest.
    expect(weekday(daily.firstDay)).toBe(5);
    expect(Math.min(...daily.typical)).toBe(daily.typical[2]);
    expect(Math.max(...daily.typical)).toBe(daily.typical[1]);
  });

  it('answers the same to the last bit when asked again', async () => {
    const values = shopDays(260, { random: seeded(8) });
    const one = await ask(values, { horizon: 60, method: 'prophet' });
    await ask(values.slice(30), { horizon: 20, prophet: 'member' });

    expect(await ask(values, { horizon: 60, method: 'prophet' })).toEqual(one);
  });

  it('does not change what it was given', async () => {
    const values = Object.freeze([...shopDays(120, { random: seeded(9) })]);
    const given = Float64Array.from(values);
    await forecast({ firstDay: MONDAY, values: given, horizon: 7, method: 'auto', seed: 1 });
    expect([...given]).toEqual(values);
  });

  it('counts history from the first sale', async () => {
    const values = [...new Float64Array(100), ...shopDays(100, { random: seeded(9) })];
    const { historyDays, lastDay } = await ask(values, { horizon: 7 });
    expect(historyDays).toBe(100);
    expect(lastDay).toBe(addDays(MONDAY, 199));
  });

  it('holds 80 of 100 and 95 of 100 in what comes next', async () => {
    const random = seeded(20_261_122);
    const held = { days80: 0, days95: 0, weeks80: 0, weeks95: 0, total80: 0, total95: 0 };
    const runs = 40;
    for (let run = 0; run < runs; run++) {
      const shop = shopDays(252, { random, noise: 0.2 });
      const { daily, weekly, total } = await ask(shop.slice(0, 224), { method: 'ets', prophet: 'left out' });
      const later = shop.subarray(224);
      const sum = (from: number, days: number) => later.subarray(from, from + days).reduce((a, b) => a + b, 0);
      later.forEach((value, i) => {
        if (daily.low80[i]! <= value && value <= daily.high80[i]!) held.days80 += 1 / 28;
        if (daily.low95[i]! <= value && value <= daily.high95[i]!) held.days95 += 1 / 28;
      });
      weekly.forEach(({ low80, high80, low95, high95 }, w) => {
        if (low80 <= sum(7 * w, 7) && sum(7 * w, 7) <= high80) held.weeks80 += 1 / 4;
        if (low95 <= sum(7 * w, 7) && sum(7 * w, 7) <= high95) held.weeks95 += 1 / 4;
      });
      if (total.low80 <= sum(0, 28) && sum(0, 28) <= total.high80) held.total80++;
      if (total.low95 <= sum(0, 28) && sum(0, 28) <= total.high95) held.total95++;
    }

    const share = (count: number) => count / runs;
    expect(share(held.days80)).toBeGreaterThan(0.75);
    expect(share(held.days80)).toBeLessThan(0.88);
    expect(share(held.days95)).toBeGreaterThan(0.92);
    expect(share(held.days95)).toBeLessThan(0.99);
    expect(share(held.weeks80)).toBeGreaterThan(0.74);
    expect(share(held.weeks80)).toBeLessThan(0.92);
    expect(share(held.weeks95)).toBeGreaterThan(0.91);
    expect(share(held.total80)).toBeGreaterThan(0.7);
    expect(share(held.total95)).toBeGreaterThan(0.88);
  });

  it('widens with the days ahead and is not blind to what a backtest cannot see', async () => {
    const result = await ask(shopDays(800, { random: seeded(12) }), { horizon: 365 });
    const share = ({ low80, high80, expected }: { low80: number; high80: number; expected: number }) =>
      (high80 - low80) / expected;

    expect(result.weekly).toHaveLength(51);
    expect(share(result.weekly[50]!)).toBeGreaterThan(1.3 * share(result.weekly[0]!));
    expectInOrder(result);
  });
});

describe('what forecast is not given lightly', () => {
  it.each([
    ['nothing', []],
    ['zeros', new Float64Array(200)],
    ['four weeks less a day', shopDays(27, { random: seeded(1) })],
    ['one sale, yesterday', [...new Float64Array(199), 5]],
  ])('refuses %s as not enough', async (_, values) => {
    await expect(ask(values)).rejects.toThrow(NotEnoughData);
  });

  it('refuses Prophet on a short history by name and number', async () => {
    await expect(ask(shopDays(90, { random: seeded(1) }), { method: 'prophet' })).rejects.toThrow(
      'At least 240 days of varied sales for Prophet are needed, there are 90',
    );
  });

  it.each([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])('refuses %d among the values', async (value) => {
    const values = shopDays(100, { random: seeded(1) });
    values[40] = value;
    await expect(ask(values)).rejects.toThrow(`values[40] is ${value}`);
  });

  it.each([0, -1, 1.5, 366, Number.NaN])('refuses a horizon of %d', async (horizon) => {
    await expect(ask(shopDays(100, { random: seeded(1) }), { horizon })).rejects.toThrow(RangeError);
  });

  it('refuses a first day that does not exist', async () => {
    await expect(ask(shopDays(100, { random: seeded(1) }), { firstDay: '2026-02-30' })).rejects.toThrow(RangeError);
  });

  it.each([
    ['a constant', (n: number) => new Float64Array(n).fill(700)],
    ['two values by turns', (n: number) => Float64Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 3 : 9))],
    [
      'a spike of a thousand days',
      (n: number) => shopDays(n, { random: seeded(1) }).map((v, i) => (i === n - 20 ? 1000 * v : v)),
    ],
    ['a sale a month', (n: number) => Float64Array.from({ length: n }, (_, i) => (i % 30 === 0 ? 50_000 : 0))],
    ['a sale on Fridays only', (n: number) => Float64Array.from({ length: n }, (_, i) => (i % 7 === 4 ? 1000 + i : 0))],
    ['days below zero', (n: number) => shopDays(n, { random: seeded(1) }).map((v, i) => (i % 11 === 0 ? -v : v))],
    ['a shop that stopped', (n: number) => shopDays(n, { random: seeded(1) }).map((v, i) => (i > n - 20 ? 0 : v))],
    ['steep growth', (n: number) => shopDays(n, { random: seeded(1), growth: 0.03 })],
  ])('answers %s with finite numbers, at every method it allows', async (_, series) => {
    for (const days of [35, 75, 400]) {
      const result = await ask(series(days), { horizon: 90, prophet: 'member' });
      expectInOrder(result);
      if (series(days).every((value) => value >= 0)) expect(Math.min(...result.daily.low95)).toBeGreaterThanOrEqual(0);
      const most = Math.max(...series(days));
      expect(Math.max(...result.daily.typical)).toBeLessThanOrEqual(2 * most);
      // Stan gives up on some of these; what it said fits into a line, and the others answer.
      for (const { name, says } of result.checks)
        if (name === 'fit') expect(says).toMatch(/left out: Prophet .{1,160}$/);
    }
  });

  it('needs three folds and gets them from four weeks', async () => {
    const { backtest } = await ask(shopDays(28, { random: seeded(1) }), { horizon: 7 });
    expect(backtest.folds).toBe(3);
    expect(backtest.horizon).toBe(7);
    expect(backtest.scores.map(({ method }) => method)).toEqual([
      'seasonal-naive',
      'combination',
      'ses',
      'median',
      'ar',
    ]);
  });

  it('says how far 30 days reach, and answers anyway', async () => {
    const { checks } = await ask(shopDays(30, { random: seeded(1) }), { horizon: 182 });
    expect(checks[0]).toEqual({
      name: 'horizon',
      passed: false,
      says: '30 days lets me look 2 weeks ahead. For 26 weeks I need about 52 weeks of sales.',
    });
    expect(checks.find(({ name }) => name === 'season')!.passed).toBe(false);
  });

  it('asks whether data is missing when nothing was sold for a fortnight', async () => {
    const values = shopDays(200, { random: seeded(1) }).map((value, i) => (i >= 180 ? 0 : value));
    const { checks } = await ask(values, { horizon: 7 });
    expect(checks.find(({ name }) => name === 'recent')!.says).toBe(
      'Nothing was sold on the last 20 days: is the data complete?',
    );
  });

  it.each([
    [28, 14],
    [30, 15],
    [365, 182],
    [727, 363],
    [728, 365],
    [4000, 365],
  ])('sees %i days of history reach %i ahead', (days, ahead) => {
    expect(longestHorizon(days)).toBe(ahead);
  });
});

describe.skipIf(!onlineRetailIsHere)('forecast on UCI Online Retail (skipped without ../shared/data)', () => {
  it('errs as the reference says it should, and beats the naive forecast', async () => {
    const result = await ask(netDays(), { firstDay: '2010-12-01', horizon: 7, prophet: 'member' });
    const wape = (of: string) => result.backtest.scores.find(({ method }) => method === of)!.wape!;

    expect(result.closedWeekdays).toEqual([6]);
    // reference/forecasting.md 2.1, 7 days, 18 origins: snaive 33.3, MSTL 30.1, Prophet 27.9, date-based ets 28.2.
    // Here 8 other origins and bank holidays not given away: within a third.
    expect(wape('seasonal-naive')).toBeGreaterThan(0.3);
    expect(wape('seasonal-naive')).toBeLessThan(0.42);
    for (const method of ['combination', 'ets', 'theta', 'prophet']) {
      expect(wape(method)).toBeGreaterThan(0.22);
      expect(wape(method)).toBeLessThan(0.36);
    }
    expect(result.method).toBe('combination');
    expectInOrder(result);
  });
});

describe('a history with one refund larger than its day', () => {
  it('lets a day sink below zero, and no week', async () => {
    const values = Float64Array.from({ length: 200 }, (_, i) => 1000 + 900 * Math.sin(i * 12.9898));
    values[120] = -1500;

    const { daily, weekly, total } = await forecast({
      firstDay: '2026-01-05',
      values,
      horizon: 70,
      method: 'seasonal-naive',
      seed: 1,
    });

    expect(Math.min(...daily.low95)).toBeLessThan(0);
    for (const { low95 } of [...weekly, total]) expect(low95).toBeGreaterThanOrEqual(0);
  });
});
