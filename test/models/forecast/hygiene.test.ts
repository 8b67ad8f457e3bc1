import { describe, expect, it } from 'vitest';
import { addDays, epochDay } from '../../../models/days.ts';
import { NotEnoughData } from '../../../models/errors.ts';
import { markGaps } from '../../../models/forecast/calendar.ts';
import { forecast as saidForecast } from '../../../models/forecast/forecast.ts';
import type { ForecastRequest, ForecastResult } from '../../../models/forecast/types.ts';
import { weeksOf } from '../../../models/forecast/weeks.ts';
import { seeded } from '../../../models/random.ts';
import { day as saidDay, say } from '../../../words/say.ts';
import { inEnglish } from '../../../words/tell.ts';
import { telling } from '../../support/told.ts';
import { MONDAY, shopDays } from '../support/series.ts';

const day = (of: string) => inEnglish(say`${saidDay(of)}`);

const forecast = telling(saidForecast);

const first = epochDay(MONDAY);

/** Without Prophet, which is tried elsewhere and takes longer than all of this. */
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

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);

describe('a day of which nothing is known', () => {
  it('is no day without sales: with every tenth missing, the forecast is the same', async () => {
    const values = shopDays(300, { random: seeded(1) });
    const whole = await ask(values);

    const holed = await ask(values.map((value, i) => (i % 10 === 3 ? Number.NaN : value)));

    expect(holed.missingDays).toBe(30);
    expect(holed.total.expected / whole.total.expected).toBeGreaterThan(0.97);
    expect(holed.total.expected / whole.total.expected).toBeLessThan(1.03);
  });

  it('is repeated by the naive forecast from the week before', async () => {
    const values = shopDays(100, { random: seeded(1) });
    values[99] = Number.NaN;
    const { daily } = await ask(values, { method: 'seasonal-naive', horizon: 7 });
    expect(daily.typical[6]).toBe(values[92]);
  });

  it('does not make history: 28 days, one of them unknown, are refused', async () => {
    const values = shopDays(28, { random: seeded(1) });
    values[9] = Number.NaN;
    await expect(ask(values)).rejects.toThrow(NotEnoughData);
  });
});

describe('a hole in the export', () => {
  it('of two months, exported as zeros, is missing and said so', async () => {
    const values = shopDays(400, { random: seeded(2) });
    const whole = await ask(values);

    const holed = await ask(values.map((value, i) => (i >= 250 && i < 310 ? 0 : value)));

    expect(holed.missingDays).toBe(60);
    expect(holed.total.expected / whole.total.expected).toBeGreaterThan(0.95);
    expect(holed.total.expected / whole.total.expected).toBeLessThan(1.05);
    expect(holed.checks.find(({ name }) => name === 'gap')).toEqual({
      name: 'gap',
      passed: false,
      says: `Nothing is known of the 60 days from ${day(addDays(MONDAY, 250))}: I take them for missing data, not for days without sales. Import them if they exist.`,
    });
  });

  it('is found beside days marked as unknown', () => {
    const values = new Float64Array(300).fill(5).fill(0, 100, 120).fill(Number.NaN, 120, 130);
    const { gaps } = markGaps({ first, values });
    expect(gaps).toEqual([{ first: first + 100, days: 30 }]);
  });

  it('is not seen in a fortnight less a day, nor where a shop sells once a month, nor at the end', () => {
    const short = new Float64Array(300).fill(5).fill(0, 100, 113);
    const seldom = Float64Array.from({ length: 300 }, (_, i) => (i % 30 === 0 ? 5 : 0));
    const stopped = new Float64Array(300).fill(5).fill(0, 260);
    for (const values of [short, seldom, stopped]) expect(markGaps({ first, values }).gaps).toEqual([]);
  });
});

describe('days on which the shop is closed', () => {
  const values = shopDays(300, { random: seeded(3), noise: 0.05 });

  it('to come are 0, without a band, and the others do not change much', async () => {
    const open = await ask(values);
    const closedDays = [addDays(MONDAY, 302), addDays(MONDAY, 303)];

    const closed = await ask(values, { closedDays });

    for (const i of [2, 3]) {
      for (const of of ['typical', 'expected', 'low95', 'high95'] as const) expect(closed.daily[of][i]).toBe(0);
    }
    expect(closed.daily.expected[5]! / open.daily.expected[5]!).toBeCloseTo(1, 1);
    expect(closed.total.expected).toBeLessThan(open.total.expected);
  });

  it('may be all there is to come', async () => {
    const closedDays = Array.from({ length: 7 }, (_, i) => addDays(MONDAY, 300 + i));
    const { total, daily } = await ask(values, { closedDays, horizon: 7 });
    expect(total).toMatchObject({ expected: 0, low95: 0, high95: 0 });
    expect(sum(daily.typical)).toBe(0);
  });
});

describe('what if', () => {
  const values = shopDays(300, { random: seeded(3), noise: 0.1 });

  it('sales grew by a tenth: every day, week and band is a tenth higher, and it is called a wish', async () => {
    const plain = await ask(values);

    const grown = await ask(values, { growth: 0.1 });

    for (const of of ['typical', 'expected', 'low80', 'high80', 'low95', 'high95'] as const) {
      grown.daily[of].forEach((value, i) => {
        expect(value / plain.daily[of][i]!).toBeCloseTo(1.1, 6);
      });
    }
    expect(grown.total.expected / plain.total.expected).toBeCloseTo(1.1, 9);
    expect(grown.weekly[1]!.high80 / plain.weekly[1]!.high80).toBeCloseTo(1.1, 6);
    expect(grown.backtest).toEqual(plain.backtest);
    expect(grown.checks.find(({ name }) => name === 'wish')!.says).toContain('+10% as asked');
    expect(plain.checks.find(({ name }) => name === 'wish')).toBeUndefined();
  });

  it.each([-1, -2, Number.NaN, Number.POSITIVE_INFINITY])('growth of %d is refused', async (growth) => {
    await expect(ask(values, { growth })).rejects.toThrow(RangeError);
  });

  it('a promotion ran or did not: its days sell more, the others the same', async () => {
    const at = [40, 90, 140, 190, 240];
    const sold = values.map((value, i) => (at.includes(i) ? 2 * value : value));
    const past = at.map((i) => addDays(MONDAY, i));
    const without = await ask(sold, { events: [{ name: 'promotion', days: past }] });

    const withIt = await ask(sold, { events: [{ name: 'promotion', days: [...past, addDays(MONDAY, 310)] }] });

    const added = withIt.total.expected - without.total.expected;
    expect(added / without.daily.expected[10]!).toBeGreaterThan(0.7);
    expect(added / without.daily.expected[10]!).toBeLessThan(1.2);
    expect(withIt.daily.expected[9]! / without.daily.expected[9]!).toBeCloseTo(1, 6);
  });
});

describe('weeksOf', () => {
  it('makes a week with a holiday whole again, and gives up on one that is mostly unknown', () => {
    const values = new Float64Array(70).fill(10);
    values[23] = 0;
    for (const i of [42, 43, 44, 45]) values[i] = Number.NaN;
    const calendar = { closedWeekdays: [], closedDays: new Set<number>(), zeroIsMissing: true };
    const { values: weeks } = weeksOf({ first, values }, calendar);
    expect([...weeks].map((week) => Math.round(week))).toEqual([70, 70, 70, 70, 70, 70, Number.NaN, 70, 70, 70]);
  });
});

describe('two numbers', () => {
  it('counts rare big days in the total and not in the typical day', async () => {
    const random = seeded(4);
    const values = shopDays(500, { random, noise: 0.8 });
    const later = shopDays(500 + 364, { random: seeded(5), noise: 0.8 }).subarray(500);

    const { daily, total } = await ask(values, { horizon: 56 });

    expect(total.expected).toBeGreaterThan(1.15 * sum(daily.typical));
    expect(total.expected / ((sum(later) / 364) * 56)).toBeGreaterThan(0.8);
    expect(total.expected / ((sum(later) / 364) * 56)).toBeLessThan(1.25);
  });
});

describe('components', () => {
  it('show the week a shop has, and the year from 1.05 years on', async () => {
    const yearly = (i: number) => Math.exp(0.4 * Math.sin((2 * Math.PI * (first + i)) / 365.25));
    const values = shopDays(600, { random: seeded(5), noise: 0.05 }).map((v, i) => (i % 7 === 6 ? 0 : v * yearly(i)));

    const { components } = await ask(values, { horizon: 100 });

    // Monday to Saturday sell 1, .9, .95, 1.05, 1.2 and 1.4; against their geometric mean, 1.0705.
    [1, 0.9, 0.95, 1.05, 1.2, 1.4].forEach((weekday, i) => {
      expect(components!.weekday[i]).toBeCloseTo(weekday / 1.0705 - 1, 1);
    });
    expect(components!.weekday[6]).toBeNull();
    const change = (1 + components!.yearly![99]!) / (1 + components!.yearly![0]!);
    expect(Math.abs(change / (yearly(699) / yearly(600)) - 1)).toBeLessThan(0.15);
    expect((await ask(values.slice(0, 300))).components!.yearly).toBeNull();
  });
});

describe('series nobody likes', () => {
  it.each([
    ['20 years of days', shopDays(7300, { random: seeded(7) })],
    ['a third of it unknown', shopDays(300, { random: seeded(8) }).map((v, i) => (i % 3 === 1 ? Number.NaN : v))],
    ['unknown to the end', shopDays(200, { random: seeded(9) }).fill(Number.NaN, 150)],
    ['one spike among zeros but two days', new Float64Array(60).fill(0).fill(9, 0, 2).fill(500, 40, 41)],
    ['pennies', shopDays(100, { random: seeded(1), level: 2 })],
    ['billions', shopDays(100, { random: seeded(1), level: 1e12 })],
    ['more refunds than sales', shopDays(100, { random: seeded(1) }).map((v, i) => (i % 3 === 0 ? v : -v))],
  ])('%s: finite, in order, and quick', async (_, values) => {
    // Of the processor: the clock also counts what the machine does besides.
    const before = process.cpuUsage();
    const { daily, total } = await ask(values, { horizon: 90 });
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000);
    for (let i = 0; i < 90; i++) {
      const seven = [
        daily.low95[i]!,
        daily.low80[i]!,
        daily.low50[i]!,
        daily.typical[i]!,
        daily.high50[i]!,
        daily.high80[i]!,
        daily.high95[i]!,
      ];
      expect(seven.every(Number.isFinite)).toBe(true);
      expect(seven).toEqual([...seven].sort((a, b) => a - b));
    }
    expect(Number.isFinite(total.expected)).toBe(true);
    if (values.every((value) => !(value < 0))) expect(total.low95).toBeGreaterThanOrEqual(0);
  });

  it('warns when the forecast is far above anything sold', async () => {
    const values = shopDays(200, { random: seeded(1), growth: 0.05 });
    const { checks } = await ask(values, { horizon: 90 });
    expect(checks.find(({ name }) => name === 'level')!.says).toMatch(/^The forecast is \d/);
  });
});
