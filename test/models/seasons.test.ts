import { describe, expect, it } from 'vitest';
import { monthEffects, weekdayEffects } from '../../models/drivers/seasons.ts';
import { shareChanges } from '../../models/drivers/share-changes.ts';
import { seeded } from '../../models/random.ts';
import { reachOf } from '../../models/student.ts';
import { normal } from './support/series.ts';

describe('reachOf', () => {
  // scipy.stats.t.ppf(1 - 0.025 / k, df)
  it.each([
    [1, 1e9, 1.96],
    [1, 10, 2.228],
    [7, 25, 2.93],
    [12, 11, 3.6],
  ])('of %d comparisons with %d degrees of freedom is %d', (comparisons, df, expected) => {
    expect(reachOf(comparisons, df)).toBeCloseTo(expected, 1);
  });
});

describe('weekdayEffects', () => {
  const planted = [1.2, 1, 1, 1, 1, 1.1, 0.7];
  /** Two years that grow by half, with noise, beginning on a Thursday. */
  const daily = (effects: readonly number[], seed: number) => {
    const random = seeded(seed);
    return Float64Array.from({ length: 728 }, (_, at) => {
      return 1000 * (1 + at / 1456) * effects[(at + 3) % 7]! * (1 + 0.2 * normal(random));
    });
  };

  it('finds what was planted, and holds it in its intervals', () => {
    const found = weekdayEffects({ firstWeekday: 3, revenue: daily(planted, 1) })!;
    found.forEach(({ effect, low95, high95 }, at) => {
      expect(effect).toBeCloseTo(planted[at]! - 1, 1);
      expect(low95).toBeLessThan(planted[at]! - 1);
      expect(high95).toBeGreaterThan(planted[at]! - 1);
    });
    expect(found[0]!.low95).toBeGreaterThan(0);
    expect(found[6]!.high95).toBeLessThan(0);
    expect(found.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('calls a day unusual by chance in about 5 of 100 shops', () => {
    let wrong = 0;
    for (let shop = 0; shop < 200; shop++) {
      const found = weekdayEffects({ firstWeekday: 3, revenue: daily([1, 1, 1, 1, 1, 1, 1], shop) })!;
      if (found.some(({ low95, high95 }) => low95 > 0 || high95 < 0)) wrong++;
    }
    expect(wrong).toBeLessThanOrEqual(20);
  });

  it('leaves out broken weeks and holes, and says nothing of a few weeks', () => {
    const revenue = daily(planted, 1);
    const whole = weekdayEffects({ firstWeekday: 3, revenue: revenue.slice(4) });
    expect(whole).not.toEqual(weekdayEffects({ firstWeekday: 0, revenue: revenue.slice(4) }));
    const holed = revenue.slice();
    holed.fill(Number.NaN, 100, 110);
    expect(weekdayEffects({ firstWeekday: 3, revenue: holed })!.every(({ effect }) => Number.isFinite(effect))).toBe(
      true,
    );
    expect(weekdayEffects({ firstWeekday: 0, revenue: revenue.slice(0, 55) })).toBeNull();
  });
});

describe('monthEffects', () => {
  const months = (count: number, seed: number, effect: (month: number) => number) => {
    const random = seeded(seed);
    return Array.from({ length: count }, (_, t) => ({
      month: t % 12,
      days: 30,
      revenue: 30_000 * Math.exp(0.02 * t + 0.03 * normal(random)) * effect(t % 12),
    }));
  };

  it('tells December from growth', () => {
    const found = monthEffects(months(36, 3, (month) => (month === 11 ? 1.5 : 1)))!;
    const others = 1.5 ** (-1 / 12);
    expect(found[11]!.effect).toBeCloseTo(1.5 * others - 1, 1);
    expect(found[11]!.low95).toBeGreaterThan(0.2);
    expect(found.slice(0, 11).every(({ low95, high95 }) => low95 < 0 && high95 > others - 1)).toBe(true);
  });

  it('says nothing of less than two years, a month seen once, or one that sold nothing', () => {
    const even = () => 1;
    expect(monthEffects(months(23, 1, even))).toBeNull();
    expect(monthEffects([null, ...months(24, 1, even).slice(1)])).toBeNull();
    expect(monthEffects(months(36, 1, (month) => (month === 4 ? 0 : 1)))).toBeNull();
    expect(monthEffects([null, ...months(36, 1, even).slice(1)])).not.toBeNull();
  });
});

describe('shareChanges', () => {
  const weekly = (seed: number, late: number) => {
    const random = seeded(seed);
    return Float64Array.from({ length: 60 }, (_, week) => (week < 52 ? 100 : late) * (1 + 0.1 * normal(random)));
  };

  it('finds the part that grew, and leaves the one that did not', () => {
    const parts = [weekly(1, 150), weekly(2, 100), weekly(3, 100)];
    const whole = parts[0]!.map((value, at) => value + parts[1]![at]! + parts[2]![at]!);
    const [grown, same] = shareChanges({ whole, parts });
    expect(grown!.change).toBeCloseTo(150 / 350 - 1 / 3, 1);
    expect(grown!.low95).toBeGreaterThan(0);
    expect(shareChanges({ whole, parts }).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(same!.change).toBeLessThan(0);
  });

  it('gives shares of a short past, and no change of it', () => {
    const part = weekly(1, 100).slice(0, 20);
    expect(shareChanges({ whole: part.map((value) => 2 * value), parts: [part] })).toEqual([
      { share: expect.closeTo(0.5, 12), change: null, low95: null, high95: null },
    ]);
  });
});
