import { describe, expect, it } from 'vitest';
import { seeded } from '../../../models/random.ts';
import { conversion } from '../../../models/segments/conversion.ts';
import { hasPersonality, readPersonality } from '../support/personality.ts';
import { normal } from '../support/series.ts';

const n = 5000;

/** Customers whose chance to answer is a function of their place from 0 to 1. */
function planted(chance: (place: number) => number, seed: number) {
  const random = seeded(seed);
  const values = Float64Array.from({ length: n }, (_, at) => at / n);
  return { values, outcome: values.map((place) => Number(random() < chance(place))), bounds: null };
}

describe('conversion', () => {
  it.each([
    ['flat', () => 0.15, 1],
    ['rises', (place: number) => 0.05 + 0.2 * place, 2],
    ['falls', (place: number) => 0.3 - 0.2 * place, 3],
    ['step', (place: number) => (place > 0.8 ? 0.3 : 0.1), 4],
    ['differs', (place: number) => (Math.abs(place - 0.5) < 0.1 ? 0.3 : 0.1), 5],
  ] as const)('tells the shape that was planted: %s', (shape, chance, seed) => {
    const found = conversion(planted(chance, seed));
    expect(found.shape).toBe(shape);
    if (shape === 'step') expect(found.stepAt).toBe(4);
    expect(found.groups.map(({ customers }) => customers)).toEqual([1000, 1000, 1000, 1000, 1000]);
    for (const { mean, low95, high95 } of found.groups) {
      expect(low95).toBeLessThanOrEqual(mean);
      expect(high95).toBeGreaterThanOrEqual(mean);
    }
  });

  it('leaves out what is not known and never takes it for nothing', () => {
    const values = Float64Array.of(1, 2, Number.NaN, 4, 5, 6);
    const outcome = Float64Array.of(1, 0, 1, Number.NaN, 0, 1);
    const found = conversion({ values, outcome, bounds: [5] });
    expect(found).toMatchObject({ customers: 4, unknown: 2, mean: 0.5 });
    expect(found.groups.map(({ from, to, customers, sum }) => [from, to, customers, sum])).toEqual([
      [1, 2, 2, 1],
      [5, 6, 2, 1],
    ]);
  });

  it('survives one customer, all alike, and nobody answering', () => {
    const one = conversion({ values: Float64Array.of(3), outcome: Float64Array.of(1), bounds: null });
    expect(one).toMatchObject({ customers: 1, shape: 'flat', pValue: null, correlation: null });
    const alike = new Float64Array(50).fill(7);
    expect(conversion({ values: alike, outcome: new Float64Array(50), bounds: null })).toMatchObject({
      mean: 0,
      shape: 'flat',
      correlation: null,
    });
  });

  it.each([
    ['flat', () => 2, 6],
    ['rises', (place: number) => 1 + 2 * place, 7],
    ['step', (place: number) => (place > 0.8 ? 3 : 1), 8],
  ] as const)('tells the shape of amounts as well: %s', (shape, amount, seed) => {
    const random = seeded(seed);
    const values = Float64Array.from({ length: n }, (_, at) => at / n);
    const found = conversion({ values, outcome: values.map((place) => amount(place) + normal(random)), bounds: null });
    expect(found).toMatchObject({ shape, isShare: false });
    const [first] = found.groups;
    // The error of a mean of 1,000 with standard deviation 1, and a little where the mean rises inside the group.
    expect(first!.high95! - first!.low95!).toBeCloseTo((2 * 1.96) / Math.sqrt(1000), 2);
  });

  it('correlates by ranks what a few large values bend, and says how many are far out', () => {
    const values = Float64Array.from({ length: 100 }, (_, at) => at + 1);
    values[99] = 1e6;
    const found = conversion({ values, outcome: values.map((_, at) => at), bounds: null });
    expect(found.rankCorrelation!.value).toBeCloseTo(1, 12);
    expect(found.correlation!.value).toBeLessThan(0.25);
    expect(found.far).toEqual({ customers: 1, least: 1e6, most: 1e6 });
  });
});

describe.skipIf(!hasPersonality)('conversion on the personality table (skipped without ../shared/data)', () => {
  const table = hasPersonality ? readPersonality() : ({} as ReturnType<typeof readPersonality>);
  const { visits, response, purchases, income, spend, age } = table;
  const pearson = (values: Float64Array, outcome: Float64Array) =>
    Number(conversion({ values, outcome, bounds: null }).correlation!.value.toFixed(3));
  const spearman = (values: Float64Array, outcome: Float64Array) =>
    Number(conversion({ values, outcome, bounds: null }).rankCorrelation!.value.toFixed(3));
  const ofAges = (outcome: Float64Array) => conversion({ values: age, outcome, bounds: [35, 60] });

  // reference/models.md section 20. Its figures of conversions a visit take the 11 customers without a visit for 0, and
  // round each customer to two decimals (halves to even), as brief B1 does.
  it('gives what B1 printed under its own definition', () => {
    const halvesToEven = (cents: number) => {
      const whole = Math.floor(cents);
      return (cents - whole === 0.5 ? whole + (whole % 2) : Math.round(cents)) / 100;
    };
    const b1 = response.map((answer, at) => (visits[at] === 0 ? 0 : halvesToEven((100 * answer) / visits[at]!)));
    expect(ofAges(b1).mean).toBeCloseTo(0.0433, 4);
    expect(ofAges(b1).groups.map(({ mean }) => Number(mean.toFixed(4)))).toEqual([0.0704, 0.0342, 0.0497]);
    expect([income, spend, purchases, age].map((by) => pearson(by, b1))).toEqual([0.237, 0.35, 0.158, -0.03]);

    const bought = purchases.map((count, at) => (visits[at] === 0 ? 0 : count / visits[at]!));
    expect(ofAges(bought).mean).toBeCloseTo(4.395, 3);
    expect([income, spend, age].map((by) => spearman(by, bought))).toEqual([0.828, 0.857, 0.188]);
  });

  // By numpy on the same file.
  it('leaves out who never came, which moves it by a hundredth', () => {
    const honest = response.map((answer, at) => (visits[at] === 0 ? Number.NaN : answer / visits[at]!));
    const found = ofAges(honest);
    expect(found).toMatchObject({ customers: 2229, unknown: 11, isShare: false });
    expect(found.mean).toBeCloseTo(0.04368586525, 10);
    expect(found.groups.map(({ mean }) => Number(mean.toFixed(4)))).toEqual([0.0707, 0.0346, 0.0504]);
    expect([income, spend, purchases, age].map((by) => pearson(by, honest))).toEqual([0.244, 0.352, 0.16, -0.03]);
  });

  it('tells of the impossible: an income of 666,666, and who was born in 1893', () => {
    expect(conversion({ values: income, outcome: response, bounds: null }).far).toEqual({
      customers: 1,
      least: 666_666,
      most: 666_666,
    });
    expect(ofAges(response).far).toEqual({ customers: 3, least: 114, most: 121 });
    expect(ofAges(response)).toMatchObject({ isShare: true, shape: 'step', stepAt: 1 });
    expect(ofAges(response).pValue).toBeCloseTo(0.017, 3);
  });
});
