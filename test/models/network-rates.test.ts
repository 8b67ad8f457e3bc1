import { describe, expect, it } from 'vitest';
import { betaQuantile, gammaQuantile } from '../../models/network/quantiles.ts';
import { shrinkRates, shrinkShares } from '../../models/network/shrinkage.ts';
import { seeded } from '../../models/random.ts';

describe('quantiles, as scipy 1.17 gives them', () => {
  it.each([
    [0.1, 0.5, 0.5, 0.024471741852423214],
    [0.9, 2, 3, 0.6795394162781817],
    [0.1, 80.5, 20.5, 0.7447109595643815],
    [0.9, 10_000, 30_000, 0.2527772922802606],
    [0.1, 0.02, 1.3, 6.683141004592474e-51],
  ])('beta: %f of %f and %f', (chance, a, b, known) => {
    expect(betaQuantile(chance, a, b) / known).toBeCloseTo(1, 7);
  });

  it.each([
    [0.1, 0.05, 5.844632057286505e-21],
    [0.9, 0.3, 0.8848107733602443],
    [0.1, 1, 0.10536051565782636],
    [0.9, 50, 59.24900190553106],
    [0.1, 20_000, 19818.976712720203],
  ])('gamma: %f of shape %f', (chance, shape, known) => {
    expect(gammaQuantile(chance, shape) / known).toBeCloseTo(1, 7);
  });
});

describe('shares of sponsors', () => {
  /** Strength and quantiles by scipy 1.17: the likeliest beta-binomial with the mean of all. */
  const shrunk = shrinkShares({
    count: [1, 0, 0, 8, 18, 2, 40, 0, 3, 1, 0],
    of: [1, 1, 2, 10, 60, 4, 50, 5, 30, 3, 0],
  });

  it.each([
    [1, 1, 0.5987540704, 0.26938656, 0.89455866],
    [40, 50, 0.7826711689, 0.70799626, 0.85261418],
    [0, 5, 0.1478513715, 0.02162767, 0.32013768],
  ])('%i of %i is drawn towards all', (count, of, value, low, high) => {
    const found = shrunk({ count, of });
    expect(found.value).toBeCloseTo(value, 5);
    expect(found.low).toBeCloseTo(low, 5);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('does not put 1 of 1 first', () => {
    expect(shrunk({ count: 1, of: 1 }).low).toBeLessThan(shrunk({ count: 40, of: 50 }).low);
  });

  it('tells all alike where they differ by chance only, or by nothing that can be seen', () => {
    const random = seeded(5);
    const count = Array.from({ length: 400 }, () => Array.from({ length: 20 }).filter(() => random() < 0.3).length);
    const alike = { count, of: count.map(() => 20) };
    const [none, all] = [0, 20].map((count) => shrinkShares(alike)({ count, of: 20 }).value);
    expect(all! - none!).toBeLessThan(0.1);
    const ones = shrinkShares({ count: [1, 0, 1, 1], of: [1, 1, 1, 1] });
    expect(ones({ count: 1, of: 1 }).value).toBeLessThan(0.8);
    expect(shrinkShares({ count: [0, 0], of: [3, 9] })({ count: 0, of: 3 }).high).toBeLessThan(0.2);
  });

  it('holds the true share of 80 in 100 made-up sponsors within its interval', () => {
    const random = seeded(11);
    const sponsors = Array.from({ length: 2000 }, () => {
      const truth = 0.2 + 0.5 * random() * random();
      const of = 1 + Math.floor(12 * random() ** 2);
      return { truth, of, count: Array.from({ length: of }).filter(() => random() < truth).length };
    });
    const share = shrinkShares({ count: sponsors.map(({ count }) => count), of: sponsors.map(({ of }) => of) });
    const inside = sponsors.filter(({ truth, count, of }) => {
      const { low, high } = share({ count, of });
      return low <= truth && truth <= high;
    });
    expect(inside.length / sponsors.length).toBeGreaterThan(0.76);
    expect(inside.length / sponsors.length).toBeLessThan(0.86);
  });
});

describe('people brought a month', () => {
  /** By scipy 1.17: the likeliest negative binomial with the mean of all. */
  const shrunk = shrinkRates({
    count: [...new Array<number>(30).fill(0), 1, 2, 0, 5, 30, 1, 12],
    of: [...new Array<number>(30).fill(6), 1, 10, 3, 24, 40, 2, 60],
  });

  it.each([
    [1, 1, 0.6918143185, 0.0853332, 1.5582292],
    [30, 40, 0.7415732047, 0.57446025, 0.91923181],
    [12, 60, 0.1996256777, 0.13049263, 0.27581496],
  ])('%i in %i months', (count, of, value, low, high) => {
    const found = shrunk({ count, of });
    expect(found.value).toBeCloseTo(value, 5);
    expect(found.low).toBeCloseTo(low, 5);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('does not put one in the first month before thirty in forty', () => {
    expect(shrunk({ count: 1, of: 1 }).low).toBeLessThan(shrunk({ count: 30, of: 40 }).low);
  });
});
