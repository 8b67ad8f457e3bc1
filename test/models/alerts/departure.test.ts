import { describe, expect, it } from 'vitest';
import { type DayOutcome, daysDeparture, type Outcome, weeksDeparture } from '../../../models/alerts/departure.ts';

/** 100 expected; the 80 % band reaches 12.8 and the 95 % band 19.6 to each side: a standard deviation of 10. */
const outcome = (actual: number, scale = 1): Outcome => ({
  actual,
  expected: 100 * scale,
  low80: 87.2 * scale,
  high80: 112.8 * scale,
  low95: 80.4 * scale,
  high95: 119.6 * scale,
});
const days = (...came: number[]): DayOutcome[] =>
  came.map((actual, i) => ({ ...outcome(actual), day: `2026-04-${String(10 + i)}` }));
/** A week whose days err independently: its band is sqrt(7) days wide. */
const independent = {
  band: { expected: 700, low80: 666, high80: 734, low95: 700 - 19.6 * Math.sqrt(7), high95: 700 + 19.6 * Math.sqrt(7) },
  days: days(0, 0, 0, 0, 0, 0, 0),
};
const alike = { ...independent, band: { ...independent.band, low95: 700 - 7 * 19.6, high95: 700 + 7 * 19.6 } };

describe('the newest days', () => {
  it('wake somebody by one day far outside the 95 % band', () => {
    expect(daysDeparture(days(100, 100, 65), independent)).toMatchObject({ side: 'below', days: 1, gap: -35 });
    expect(daysDeparture(days(100, 100, 140), independent)).toMatchObject({ side: 'above', days: 1, gap: 40 });
  });

  it('stay quiet on what happens every other week', () => {
    expect(daysDeparture(days(100, 100, 79), independent)).toBeNull();
    expect(daysDeparture(days(100, 86, 86), independent)).toBeNull();
    expect(daysDeparture(days(66, 100), independent)).toBeNull();
    expect(daysDeparture([], independent)).toBeNull();
  });

  it('wake somebody by days running that are outside the 80 % band together far out', () => {
    // together 200, bound 27.7 below: 49.4 by scipy; either day alone 34.3
    expect(daysDeparture(days(100, 75, 75), independent)).toMatchObject({ days: 2, gap: -50, expected: 200 });
    expect(daysDeparture(days(100, 80, 79), independent)).toBeNull();
    expect(daysDeparture(days(84, 84, 84, 84, 84), independent)).toMatchObject({ days: 5, gap: -80 });
  });

  it('ask for more when days of one forecast err alike', () => {
    expect(daysDeparture(days(100, 76, 76), alike)).toBeNull();
    expect(daysDeparture(days(100, 65, 65), alike)).toMatchObject({ days: 2 });
  });

  it('count days of one side only', () => {
    expect(daysDeparture(days(140, 65), independent)).toMatchObject({ days: 1, side: 'below' });
  });
});

describe('weeks', () => {
  const one = { series: 1 };

  it('wake somebody where that comes once in ten years, of a Poisson number of orders', () => {
    // scipy 1.17: chi2.sf(2k, 2 (x k / 100) + 1) with k = (100 / 10)^2 is 1/1040 at 70.47, and 1 - 1/1040 at 132.41
    expect(weeksDeparture([outcome(70.6)], one)).toBeNull();
    expect(weeksDeparture([outcome(70.4)], one)).toMatchObject({ side: 'below', days: 7 });
    expect(weeksDeparture([outcome(132.3)], one)).toBeNull();
    expect(weeksDeparture([outcome(132.5)], one)).toMatchObject({ side: 'above' });
  });

  it('need not say anything below, where a few orders make the week', () => {
    const few = { ...outcome(0), low95: 10, low80: 35 };
    expect(weeksDeparture([few], one)).toBeNull();
    expect(weeksDeparture([{ ...few, low95: 50, low80: 60 }], one)).toMatchObject({ side: 'below' });
  });

  it('are judged by the band of their own side', () => {
    expect(weeksDeparture([{ ...outcome(140), high95: 150, high80: 130 }], one)).toBeNull();
  });

  it('wake somebody by weeks running that together are far out', () => {
    // 300 expected, bound 19.6 sqrt(3 (1 + 2 * .45)) = 46.8: 71.2 by scipy
    expect(weeksDeparture([outcome(76), outcome(76), outcome(76)], one)).toMatchObject({ days: 21, gap: -72 });
    expect(weeksDeparture([outcome(77), outcome(76), outcome(76)], one)).toBeNull();
    expect(weeksDeparture([outcome(76), outcome(100), outcome(77)], one)).toBeNull();
  });

  it('are told without one before them that was hardly outside', () => {
    expect(weeksDeparture([outcome(87), outcome(72), outcome(71)], { series: 1 })).toMatchObject({
      days: 14,
      gap: -57,
    });
  });

  it('ask for more of each series, the more are judged at once', () => {
    expect(weeksDeparture([outcome(66)], one)).not.toBeNull();
    // One of 520 weeks of 30 series: 37.4 by scipy
    expect(weeksDeparture([outcome(66)], { ...one, series: 30 })).toBeNull();
    expect(weeksDeparture([outcome(62)], { ...one, series: 30 })).not.toBeNull();
  });

  it('must be as unlikely by what is usual, where that is asked for', () => {
    const usual = (mean: number, swing: number) => ({ series: 1, usual: () => ({ mean, swing }) });
    expect(weeksDeparture([outcome(50)], usual(100, 0.1))).toMatchObject({ gap: -50 });
    // scipy: chi2.sf(50, 2 sales / 4 + 1) is 0.00115 at 45 and 0.00092 at 44; one of 520 weeks, on two sides: 0.00096
    expect(weeksDeparture([outcome(45)], usual(100, 0.2))).toBeNull();
    expect(weeksDeparture([outcome(44)], usual(100, 0.2))).not.toBeNull();
    // Half of what was forecast, and what it was before.
    expect(weeksDeparture([outcome(50)], usual(55, 0.1))).toBeNull();
    // Where it may as well be nothing, not even a week without sales says anything.
    expect(weeksDeparture([outcome(0)], usual(100, 0.45))).toBeNull();
  });

  it('say nothing of a product that sells once a week and sold six times', () => {
    const few = { actual: 6, expected: 1, low80: 0.6, high80: 2, low95: 0.5, high95: 2.4 };
    expect(weeksDeparture([few], { series: 10 })).toMatchObject({ side: 'above' });
    expect(weeksDeparture([few], { series: 10, usual: () => ({ mean: 1, swing: 1 }) })).toBeNull();
    const many = { ...few, actual: 10 };
    expect(weeksDeparture([many], { series: 10, usual: () => ({ mean: 1, swing: 1 }) })).not.toBeNull();
  });
});
