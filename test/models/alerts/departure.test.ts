import { describe, expect, it } from 'vitest';
import { type DayOutcome, daysDeparture, type Outcome, weekDeparture } from '../../../models/alerts/departure.ts';

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
    expect(daysDeparture(days(100, 100, 67), independent)).toMatchObject({ side: 'below', days: 1, gap: -33 });
    expect(daysDeparture(days(100, 100, 137), independent)).toMatchObject({ side: 'above', days: 1, gap: 37 });
  });

  it('stay quiet on what happens every other week', () => {
    expect(daysDeparture(days(100, 100, 79), independent)).toBeNull();
    expect(daysDeparture(days(100, 86, 86), independent)).toBeNull();
    expect(daysDeparture(days(67, 100), independent)).toBeNull();
    expect(daysDeparture([], independent)).toBeNull();
  });

  it('wake somebody by days running that are outside the 80 % band together far out', () => {
    // together 200, bound 27.7 below: 200 (1 - (1 - .1386)^1.735) = 45.6; either day alone 31.5
    expect(daysDeparture(days(100, 76, 76), independent)).toMatchObject({ days: 2, gap: -48, expected: 200 });
    expect(daysDeparture(days(100, 80, 79), independent)).toBeNull();
    expect(daysDeparture(days(84, 84, 84, 84, 84), independent)).toMatchObject({ days: 5, gap: -80 });
  });

  it('ask for more when days of one forecast err alike', () => {
    expect(daysDeparture(days(100, 76, 76), alike)).toBeNull();
    expect(daysDeparture(days(100, 67, 67), alike)).toMatchObject({ days: 2 });
  });

  it('count days of one side only', () => {
    expect(daysDeparture(days(137, 67), independent)).toMatchObject({ days: 1, side: 'below' });
  });
});

describe('a week', () => {
  it('wakes somebody from 2.82 standard deviations on, as a factor', () => {
    // 100 (1 - .804^1.439) = 26.9 below, 100 (1.196^1.439 - 1) = 29.4 above
    expect(weekDeparture(outcome(73.2))).toBeNull();
    expect(weekDeparture(outcome(73))).toMatchObject({ side: 'below', days: 7 });
    expect(weekDeparture(outcome(129))).toBeNull();
    expect(weekDeparture(outcome(129.5))).toMatchObject({ side: 'above' });
  });

  it('is judged by the band of its own side', () => {
    expect(weekDeparture({ ...outcome(140), high95: 150, high80: 130 })).toBeNull();
  });
});
