import { describe, expect, it } from 'vitest';
import { seeded } from '../../../models/random.ts';
import { conversion } from '../../../models/segments/conversion.ts';

const n = 5000;

/** Customers whose chance to answer is a function of their place from 0 to 1. */
function planted(chance: (place: number) => number, seed: number) {
  const random = seeded(seed);
  const values = Float64Array.from({ length: n }, (_, at) => at / n);
  return { values, answered: values.map((place) => Number(random() < chance(place))), bounds: null };
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
    for (const { share, low95, high95 } of found.groups) {
      expect(low95).toBeLessThanOrEqual(share);
      expect(high95).toBeGreaterThanOrEqual(share);
    }
  });

  it('leaves out what is not known and never takes it for nothing', () => {
    const values = Float64Array.of(1, 2, Number.NaN, 4, 5, 6);
    const answered = Float64Array.of(1, 0, 1, Number.NaN, 0, 1);
    const found = conversion({ values, answered, bounds: [5] });
    expect(found).toMatchObject({ customers: 4, unknown: 2, share: 0.5 });
    expect(found.groups.map(({ from, to, customers, answered: yes }) => [from, to, customers, yes])).toEqual([
      [1, 2, 2, 1],
      [5, 6, 2, 1],
    ]);
  });

  it('survives one customer, all alike, and nobody answering', () => {
    const one = conversion({ values: Float64Array.of(3), answered: Float64Array.of(1), bounds: null });
    expect(one).toMatchObject({ customers: 1, shape: 'flat', pValue: null, correlation: null });
    const alike = new Float64Array(50).fill(7);
    expect(conversion({ values: alike, answered: new Float64Array(50), bounds: null })).toMatchObject({
      share: 0,
      shape: 'flat',
      correlation: null,
    });
  });
});
