import { describe, expect, it } from 'vitest';
import { epochDay } from '../../../models/days.ts';
import { backtest } from '../../../models/forecast/backtest.ts';
import { bandsFrom, type FoldErrors } from '../../../models/forecast/bands.ts';
import { learnCalendar, ontoCalendar, openDays } from '../../../models/forecast/calendar.ts';
import { choose } from '../../../models/forecast/choose.ts';
import { layFolds } from '../../../models/forecast/folds.ts';
import { fillGaps } from '../../../models/forecast/mstl.ts';
import { seasonalNaive } from '../../../models/forecast/seasonal-naive.ts';
import { seeded } from '../../../models/random.ts';
import { MONDAY, normal, shopDays } from '../support/series.ts';

const first = epochDay(MONDAY);
const everyDay = { closedWeekdays: [], closedDays: new Set<number>(), zeroIsMissing: false } as const;

describe('seasonalNaive', () => {
  it('repeats the last seven days, past the end of a season too', () => {
    const values = Float64Array.of(9, 9, 1, 2, 3, 4, 5, 6, 7);
    expect([...seasonalNaive({ first, values }, { horizon: 15, calendar: everyDay })]).toEqual([
      1, 2, 3, 4, 5, 6, 7, 1, 2, 3, 4, 5, 6, 7, 1,
    ]);
  });

  it('refuses less than a week', () => {
    expect(() =>
      seasonalNaive({ first, values: Float64Array.of(1, 2, 3) }, { horizon: 1, calendar: everyDay }),
    ).toThrow(RangeError);
  });
});

describe('learnCalendar', () => {
  it('believes a Sunday that has opened within half a year', () => {
    const values = shopDays(400, { random: seeded(1) }).map((value, i) => (i % 7 === 6 && i < 370 ? 0 : value));
    expect(learnCalendar({ first, values }).closedWeekdays).toEqual([]);
    expect(learnCalendar({ first, values: values.subarray(0, 370) }).closedWeekdays).toEqual([7]);
  });

  it('takes few empty days for holidays and many for empty days', () => {
    const empty = (every: number) =>
      shopDays(300, { random: seeded(1) }).map((value, i) => (i % every === 0 ? 0 : value));
    expect(learnCalendar({ first, values: empty(25) }).zeroIsMissing).toBe(true);
    expect(learnCalendar({ first, values: empty(5) }).zeroIsMissing).toBe(false);
  });

  it('puts open days back where they belong', () => {
    const calendar = { closedWeekdays: [7], closedDays: new Set<number>(), zeroIsMissing: true } as const;
    const values = Float64Array.of(1, 2, 3, 4, 5, 6, 0, 1, 0);
    const open = openDays({ first, values }, calendar);
    expect([...open.values]).toEqual([1, 2, 3, 4, 5, 6, 1, Number.NaN]);
    expect([...open.days]).toEqual([0, 1, 2, 3, 4, 5, 7, 8].map((i) => first + i));
    expect([...ontoCalendar([5, 6, 7], first + 5, 4, calendar)]).toEqual([5, 0, 6, 7]);
  });
});

describe('fillGaps', () => {
  it('takes the mean of the same weekday near by', () => {
    const values = Float64Array.of(1, 10, 3, 20, Number.NaN, 40, 7, 60);
    // Two days a week: 1 to 3 weeks either side of place 4 stand 3, 1 and 7.
    expect(fillGaps(values, 2)[4]).toBeCloseTo((3 + 1 + 7) / 3, 12);
  });
});

describe('layFolds', () => {
  it.each([28, 29, 60, 100, 365, 731, 1500])(
    'learns from half of %i days at least and ends where the outcome is known',
    (t) => {
      const { origins, reach } = layFolds(t, 28);
      expect(origins.length).toBeGreaterThanOrEqual(3);
      expect(origins.length).toBeLessThanOrEqual(8);
      expect(origins.at(-1)).toBe(t - reach);
      expect(origins[0]).toBeGreaterThanOrEqual(Math.floor(t / 2));
      expect(origins.at(-1)! - origins.at(-2)!).toBeLessThanOrEqual(21);
      expect(new Set(origins).size).toBe(origins.length);
    },
  );
});

describe('backtest', () => {
  it('judges each fold by the others: a third one that broke away is seen to lie outside', () => {
    // Three folds of a week; only the last one sees sales at three times what they were, on 3 of 21 days.
    const values = shopDays(28, { random: seeded(1), noise: 0.05 }).map((value, i) => (i >= 25 ? 3 * value : value));

    const { backtest: of } = backtest(
      { first, values },
      { horizon: 7, closedDays: new Set(), events: [], extras: [], augurs: null, seed: 1 },
    );

    expect(of.folds).toBe(3);
    const { cover95 } = of.scores.find(({ method }) => method === 'seasonal-naive')!;
    expect(cover95).toBeGreaterThanOrEqual(17 / 21);
    expect(cover95).toBeLessThanOrEqual(18 / 21);
  });
});

describe('choose', () => {
  const score = (method: 'seasonal-naive' | 'combination', weekWape: number, mae: number) =>
    ({ method, weekWape, mae, wape: 0, mase: 0, bias: 0, cover50: 0, cover80: 0, cover95: 0 }) as const;
  const chosen = (naive: readonly [number, number], combined: readonly [number, number]) => {
    const scores = [score('seasonal-naive', ...naive), score('combination', ...combined)];
    const trials = {
      backtest: { scores, folds: 8, horizon: 28, reach: 56, origins: [] },
      recipes: new Map(),
      failed: new Map(),
    };
    return choose('auto', trials, 400).method;
  };

  it('repeats last week only where that erred less on weeks and on days', () => {
    expect(chosen([0.1, 50], [0.2, 60])).toBe('seasonal-naive');
    expect(chosen([0.1, 70], [0.2, 60])).toBe('combination');
    expect(chosen([0.3, 50], [0.2, 60])).toBe('combination');
  });
});

describe('bandsFrom', () => {
  function folds(count: number, reach: number, error: (f: number, h: number) => number): FoldErrors[] {
    return Array.from({ length: count }, (_, f) => ({
      origin: 200 + reach * f,
      forecast: new Float64Array(reach).fill(100),
      actual: Float64Array.from({ length: reach }, (_, h) => 100 * (1 + error(f, h))),
      open: new Uint8Array(reach).fill(1),
      floor: 10,
    }));
  }

  it('is lopsided where the errors are', () => {
    const random = seeded(1);
    const { low80, high80 } = bandsFrom(folds(8, 56, () => (random() < 0.5 ? -0.1 : 0.4) * random())).sum({
      expected: 100,
      days: 1,
      middle: 1,
      floor: 10,
    });
    expect(high80 - 100).toBeGreaterThan(2.5 * (100 - low80));
  });

  it('agrees with the quantiles of normal errors', () => {
    const random = seeded(2);
    const { low80, high80, low95, high95 } = bandsFrom(folds(8, 56, () => 0.1 * normal(random))).sum({
      expected: 100,
      days: 1,
      middle: 1,
      floor: 10,
    });
    // Twice 12.8 and 19.6; 448 errors know their 2.5 % quantile to about 7 %.
    expect(high80 - low80).toBeGreaterThan(24);
    expect(high80 - low80).toBeLessThan(29);
    expect(high95 - low95).toBeGreaterThan(35);
    expect(high95 - low95).toBeLessThan(45);
  });

  it('is wide on both sides, and for few cases, where all windows of a fold err alike', () => {
    const independent = bandsFrom(folds(8, 56, (f, h) => ((f + h) % 2 === 0 ? 0.1 : 0.05)));
    const alike = bandsFrom(folds(3, 56, () => 0.1));
    const of = (bands: ReturnType<typeof bandsFrom>) => bands.sum({ expected: 100, days: 1, middle: 1, floor: 10 });
    expect(of(alike).low80).toBeLessThan(87);
    expect(of(alike).high80).toBeGreaterThan(113);
    expect(of(alike).high80 - of(alike).low80).toBeGreaterThan(of(independent).high80 - of(independent).low80);
  });

  it('makes a total between weeks that err alike and weeks that do not, lopsided as they are', () => {
    const random = seeded(5);
    const weeks = [4, 11, 18, 25].map((middle) => ({ expected: 700, days: 7, middle, floor: 10 }));
    const halves = (bands: ReturnType<typeof bandsFrom>) => {
      const one = weeks.map((week) => bands.sum(week));
      const total = bands.total(weeks);
      const linear = one.reduce((sum, { high80 }) => sum + high80 - 700, 0);
      const square = Math.sqrt(one.reduce((sum, { high80 }) => sum + (high80 - 700) ** 2, 0));
      return { linear, square, above: total.high80 - 2800, below: 2800 - total.low80 };
    };
    const independent = halves(bandsFrom(folds(8, 56, () => 0.1 * normal(random))));
    expect(independent.above).toBeGreaterThanOrEqual(independent.square);
    expect(independent.above).toBeLessThan(0.7 * independent.linear);
    const together = halves(bandsFrom(folds(8, 56, (f) => (f % 2 === 0 ? 0.1 : -0.1))));
    // Eight folds that do not overlap outweigh what is usual two to one.
    expect(together.above).toBeGreaterThan(0.9 * together.linear);
    expect(together.above).toBeLessThanOrEqual(together.linear);
    const upwards = halves(bandsFrom(folds(8, 56, (f, h) => ((f + Math.floor(h / 7)) % 5 === 0 ? 0.6 : -0.1))));
    expect(upwards.above).toBeGreaterThan(1.15 * upwards.below);
  });

  it('sees that weeks of independent days are surer, and weeks that err as one are not', () => {
    const random = seeded(3);
    const independent = bandsFrom(folds(8, 56, () => 0.1 * normal(random)));
    const together = bandsFrom(folds(8, 56, (f) => (f % 2 === 0 ? 0.1 : -0.1)));
    const share = (of: ReturnType<typeof bandsFrom>) => {
      const { low80, high80 } = of.sum({ expected: 700, days: 7, middle: 4, floor: 10 });
      return (high80 - low80) / 700;
    };
    // 0.256 / sqrt(7) = 0.097 against 0.2.
    expect(share(independent)).toBeLessThan(0.14);
    expect(share(together)).toBeGreaterThan(0.19);
  });

  it('widens with the days ahead when errors do', () => {
    const random = seeded(4);
    const bands = bandsFrom(folds(8, 56, (_, h) => 0.05 * Math.sqrt(1 + 0.08 * h) * normal(random)));
    const width = (middle: number) => {
      const { low80, high80 } = bands.sum({
        expected: 100,
        days: 1,
        middle,
        floor: 10,
      });
      return high80 - low80;
    };
    expect(width(56) / width(1)).toBeGreaterThan(1.7);
    expect(width(180)).toBeGreaterThan(width(56));
  });

  it('refuses to speak from one fold', () => {
    expect(() => bandsFrom(folds(1, 7, () => 0))).toThrow(RangeError);
  });
});
