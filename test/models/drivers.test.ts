import { describe, expect, it } from 'vitest';
import { drivers } from '../../models/drivers/drivers.ts';
import { seeded } from '../../models/random.ts';
import { filledIncome, hasPersonality, readPersonality } from './support/personality.ts';
import { normal } from './support/series.ts';

describe('drivers', () => {
  it('shares out what independent drivers explain by the squares of their effects', () => {
    const random = seeded(41);
    const n = 6000;
    const noise = () => Float64Array.from({ length: n }, () => normal(random));
    const [a, b, c] = [noise(), noise(), noise()];
    const outcome = a.map((value, at) => 2 * value + b[at]! + normal(random));
    const found = drivers({
      outcome,
      drivers: [
        { name: 'a', values: a },
        { name: 'b', values: b },
        { name: 'c', values: c },
      ],
      seed: 1,
    });
    expect(found.drivers.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(found.drivers[0]!.share).toBeCloseTo(4 / 6, 1);
    expect(found.drivers[1]!.share).toBeCloseTo(1 / 6, 1);
    expect(found.drivers.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(found.r2, 12);
    expect(found.drivers[0]).toMatchObject({ rankLow: 1, rankHigh: 1, isTurned: false });
    for (const { vif } of found.drivers) expect(vif).toBeCloseTo(1, 1);
  });

  it('flags a driver whose sign turns when the others are held, and refuses one that does not vary', () => {
    const random = seeded(42);
    const a = Float64Array.from({ length: 500 }, () => normal(random));
    const b = a.map((value) => value + 0.3 * normal(random));
    const outcome = a.map((value, at) => 3 * value - b[at]! + 0.1 * normal(random));
    const given = [
      { name: 'a', values: a },
      { name: 'b', values: b },
    ];
    const found = drivers({ outcome, drivers: given, seed: 1 });
    expect(found.drivers.find(({ name }) => name === 'b')).toMatchObject({ isTurned: true });
    expect(found.drivers[0]!.vif).toBeGreaterThan(5);
    expect(drivers({ outcome, drivers: given, seed: 1 })).toEqual(found);
    const twice = drivers({ outcome, drivers: [...given, { name: 'a again', values: a }], seed: 1 });
    expect(twice.r2).toBeCloseTo(found.r2, 9);
    expect(twice.drivers.find(({ name }) => name === 'a again')!.vif).toBe(Number.POSITIVE_INFINITY);
    expect(() => drivers({ outcome, drivers: [{ name: 'z', values: new Float64Array(500) }], seed: 1 })).toThrow(
      'z does not vary',
    );
  });
});

it.skipIf(!hasPersonality)('gives the reference on the personality table (skipped without ../shared/data)', () => {
  const table = readPersonality();
  const found = drivers({
    outcome: table.spend.map((value) => Math.log(value)),
    drivers: [
      { name: 'Income', values: filledIncome(table.income) },
      { name: 'kids', values: table.kids },
      { name: 'age', values: table.age },
      { name: 'tenure', values: table.tenure },
      { name: 'webvisits', values: table.visits },
      { name: 'prev', values: table.accepted },
    ],
    seed: 1,
  });
  // reference/models.md section 21: log-spend, R² .718495; visits go with less spend and yet have a beta above zero.
  expect(found.r2).toBeCloseTo(0.718495, 6);
  expect(Object.fromEntries(found.drivers.map(({ name, share }) => [name, Math.round(share * 1e4) / 1e4]))).toEqual({
    Income: 0.4404,
    webvisits: 0.0917,
    kids: 0.0811,
    prev: 0.0472,
    tenure: 0.0448,
    age: 0.0134,
  });
  const visits = found.drivers.find(({ name }) => name === 'webvisits')!;
  expect(visits.correlation).toBeCloseTo(-0.461, 3);
  expect(visits.beta).toBeGreaterThan(0);
  expect(visits.isTurned).toBe(true);
});
