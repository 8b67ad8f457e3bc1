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
    expect(daysDeparture(days(100, 100, 66), independent)).toMatchObject({ side: 'below', days: 1, gap: -34 });
    expect(daysDeparture(days(100, 100, 140), independent)).toMatchObject({ side: 'above', days: 1, gap: 40 });
  });

  it('stay quiet on what happens every other week', () => {
    expect(daysDeparture(days(100, 100, 79), independent)).toBeNull();
    expect(daysDeparture(days(100, 86, 86), independent)).toBeNull();
    expect(daysDeparture(days(66, 100), independent)).toBeNull();
    expect(daysDeparture([], independent)).toBeNull();
  });

  it('wake somebody by days running that are outside the 80 % band together far out', () => {
    // together 200, bound 27.7 below: 200 (1 - (1 - .1386)^1.857) = 48.4; either day alone 33.3
    expect(daysDeparture(days(100, 75, 76), independent)).toMatchObject({ days: 2, gap: -49, expected: 200 });
    expect(daysDeparture(days(100, 80, 79), independent)).toBeNull();
    expect(daysDeparture(days(84, 84, 84, 84, 84), independent)).toMatchObject({ days: 5, gap: -80 });
  });

  it('ask for more when days of one forecast err alike', () => {
    expect(daysDeparture(days(100, 76, 76), alike)).toBeNull();
    expect(daysDeparture(days(100, 66, 66), alike)).toMatchObject({ days: 2 });
  });

  it('count days of one side only', () => {
    expect(daysDeparture(days(140, 66), independent)).toMatchObject({ days: 1, side: 'below' });
  });
});

describe('weeks', () => {
  const one = { series: 1 };

  it('wake somebody from 3.10 standard deviations on, as a factor', () => {
    // 100 (1 - .804^1.583) = 29.2 below, 100 (1.196^1.583 - 1) = 32.7 above
    expect(weeksDeparture([outcome(70.9)], one)).toBeNull();
    expect(weeksDeparture([outcome(70.7)], one)).toMatchObject({ side: 'below', days: 7 });
    expect(weeksDeparture([outcome(132.6)], one)).toBeNull();
    expect(weeksDeparture([outcome(132.9)], one)).toMatchObject({ side: 'above' });
  });

  it('are judged by the band of their own side', () => {
    expect(weeksDeparture([{ ...outcome(140), high95: 150, high80: 130 }], one)).toBeNull();
  });

  it('wake somebody by weeks running that together are far out', () => {
    // 300 expected, bound 19.6 sqrt(3 (1 + 2 * .45)) = 46.8: 300 (1 - .844^1.583) = 70.6
    expect(weeksDeparture([outcome(76), outcome(76), outcome(77)], one)).toMatchObject({ days: 21, gap: -71 });
    expect(weeksDeparture([outcome(77), outcome(76), outcome(77)], one)).toBeNull();
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
    // One of 520 weeks of 30 series: 4.0 standard deviations, 100 (1 - .804^2.04) = 35.9
    expect(weeksDeparture([outcome(66)], { ...one, series: 30 })).toBeNull();
    expect(weeksDeparture([outcome(64)], { ...one, series: 30 })).not.toBeNull();
  });

  it('must be as unlikely by what is usual, where that is asked for', () => {
    const usual = (mean: number, swing: number) => ({ series: 1, usual: () => ({ mean, swing }) });
    expect(weeksDeparture([outcome(50)], usual(100, 0.1))).toMatchObject({ gap: -50 });
    // scipy: chi2.sf(50, 2 * (sales / 4 + 1)) is 0.00115 at 43 and 0.00092 at 42; one of 520 weeks, on two sides: 0.00096.
    expect(weeksDeparture([outcome(43)], usual(100, 0.2))).toBeNull();
    expect(weeksDeparture([outcome(42)], usual(100, 0.2))).not.toBeNull();
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
