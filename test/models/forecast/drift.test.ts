import { describe, expect, it } from 'vitest';
import { type BandedWeek, coverageDrift, widen } from '../../../models/forecast/drift.ts';

/** A week of 100 expected, 80 to 120, that missed by so much of the band's half. */
const missing = (stretch: number, widened = 1): BandedWeek => ({
  expected: 100,
  low80: 100 - 20 * widened,
  high80: 100 + 20 * widened,
  widened,
  actual: 100 + 20 * stretch,
});
const weeks = (held: number, of: number, stretch = 1.5) =>
  Array.from({ length: of }, (_, i) => missing(i < held ? 0.5 : i % 2 ? stretch : -stretch));

describe('the drift of the bands', () => {
  // binom.cdf(k, n, 0.8), exact sums: 6/12 .0194, 7/12 .0726, 8/14 .0439, 9/14 .1298, 16/25 .0468, 17/25 .1091
  it.each([
    [6, 12, 0.019405, true],
    [7, 12, 0.072555, false],
    [8, 14, 0.043854, true],
    [9, 14, 0.12984, false],
    [16, 25, 0.046774, true],
    [17, 25, 0.109123, false],
  ])('%i of %i weeks held', (held, of, chance, drifted) => {
    const found = coverageDrift(weeks(held, of));
    expect(found).toMatchObject({ weeks: of, held });
    expect(found.chance).toBeCloseTo(chance, 5);
    expect(found.factor > 1).toBe(drifted);
  });

  it('says nothing from fewer than twelve weeks, and forgets what is older than half a year', () => {
    expect(coverageDrift(weeks(0, 11)).factor).toBe(1);
    expect(coverageDrift([...weeks(26, 26), ...weeks(0, 26)]).factor).toBe(1);
    expect(coverageDrift([]).factor).toBe(1);
  });

  it('widens to what would have held, and to three times at most', () => {
    // 11th of 12 in order: ceil(13 * 0.8) = 11
    const stretches = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 1.2, 1.3, 1.4, 1.5, 1.62, 1.9];
    expect(coverageDrift(stretches.map((each) => missing(each))).factor).toBe(1.62);
    expect(coverageDrift(weeks(2, 12, 9)).factor).toBe(3);
    expect(coverageDrift(Array.from({ length: 12 }, () => ({ ...missing(2), low80: 100, high80: 100 }))).factor).toBe(
      3,
    );
  });

  it('judges the bands that the model had, so that widened ones go back by themselves', () => {
    const still = Array.from({ length: 12 }, (_, i) => missing(i < 6 ? 0.5 : 1.5, 2));
    expect(coverageDrift(still)).toMatchObject({ held: 6, factor: 1.5 });
    expect(coverageDrift(still.map((week) => ({ ...week, actual: 110 }))).factor).toBe(1);
  });

  it('moves each side by itself and keeps sales above zero', () => {
    const interval = { expected: 100, low50: 90, high50: 120, low80: 60, high80: 150, low95: 40, high95: 200 };
    expect(widen(interval, 2)).toEqual({
      expected: 100,
      low50: 80,
      high50: 140,
      low80: 20,
      high80: 200,
      low95: 0,
      high95: 300,
    });
    expect(widen({ ...interval, low95: -10 }, 2).low95).toBe(-120);
  });
});
