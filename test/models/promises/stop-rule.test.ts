import { describe, expect, it } from 'vitest';
import { luckOf, unitLuck } from '../../../models/promises/luck.ts';
import { stopRule } from '../../../models/promises/stop-rule.ts';
import { seeded } from '../../../models/random.ts';

describe('the stop rule', () => {
  // product.md, section 2, item 4: six weeks, a promise of +4 %, AR(1) 0.3, 20,000 runs, baseline and noise known.
  const rule = stopRule({ weeks: 6, baselineWeeks: Number.POSITIVE_INFINITY, correlation: 0.3, seed: 1 });

  it.each([
    [0.08, 0.04, 0.05],
    [0.08, -0.1, 0.95],
    [0.15, 0.04, 0.05],
    [0.15, -0.1, 0.55],
    [0.25, 0.04, 0.05],
    [0.25, -0.2, 0.57],
  ])('at %d noise and a truth of %d stops in %d of windows', (noise, truth, share) => {
    // Two simulations of 20,000: the bound's own error moves the power by a point or two.
    expect(Math.abs(rule.caught((0.04 - truth) / noise) - share)).toBeLessThan(0.025);
  });

  it('stops less of true promises than a bound on each single week, which stops 24 %', () => {
    const random = seeded(2);
    const week = new Float64Array(6);
    let stopped = 0;
    for (let run = 0; run < 20_000; run++) {
      unitLuck(week, 0.3, random);
      if (week.some((luck) => luck < -1.645)) stopped++;
    }
    expect(Math.abs(stopped / 20_000 - 0.24)).toBeLessThan(0.015);
  });

  it('is wider where the baseline has to be estimated, and wider the shorter the history', () => {
    const bounds = [26, 12].map(
      (baselineWeeks) => stopRule({ weeks: 6, baselineWeeks, correlation: 0.3, seed: 1 }).bound,
    );
    expect(bounds[0]).toBeGreaterThan(rule.bound);
    expect(bounds[1]).toBeGreaterThan(bounds[0]!);
  });

  it('gives intervals that shrink as weeks come in', () => {
    for (const [i, width] of rule.halfWidths.slice(1).entries()) expect(width).toBeLessThan(rule.halfWidths[i]!);
    // One week of known noise: the 80 % interval of a normal.
    expect(rule.halfWidths[0]).toBeCloseTo(1.2816, 1);
  });

  it('is the same for the same seed', () => {
    const again = stopRule({ weeks: 6, baselineWeeks: Number.POSITIVE_INFINITY, correlation: 0.3, seed: 1 });
    expect(again.bound).toBe(rule.bound);
  });
});

describe('luckOf', () => {
  it('finds noise, and a correlation within reason', () => {
    const luck = (correlation: number, count: number) => {
      const series = new Float64Array(count);
      unitLuck(series, correlation, seeded(7));
      return luckOf(series.map((z) => 0.2 * z));
    };
    expect(luck(0.3, 5000).noise).toBeCloseTo(0.2, 1);
    expect(luck(0.6, 5000).correlation).toBeCloseTo(0.6, 1);
    expect(luck(0, 26).correlation).toBe(0.3);
    expect(luck(0.95, 200).correlation).toBe(0.8);
  });
});
