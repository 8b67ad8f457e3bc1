import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drivers } from '../../models/drivers/drivers.ts';
import { seeded } from '../../models/random.ts';
import { normal } from './support/series.ts';

const file = join(import.meta.dirname, '../../../shared/data/customer-personality/marketing_campaign.csv.gz');

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
    expect(() => drivers({ outcome, drivers: [{ name: 'z', values: new Float64Array(500) }], seed: 1 })).toThrow(
      'z does not vary',
    );
  });
});

it.skipIf(!existsSync(file))('gives the reference on the personality table (skipped without ../shared/data)', () => {
  const [head, ...rows] = gunzipSync(readFileSync(file))
    .toString()
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const column = (name: string) => rows.map((row) => row[head!.indexOf(name)]!);
  const numbers = (name: string) => Float64Array.from(column(name), Number);
  const sum = (...names: readonly string[]) =>
    names.map(numbers).reduce((total, each) => total.map((value, at) => value + each[at]!));
  const income = column('Income').map((text) => (text === '' ? Number.NaN : Number(text)));
  const known = income.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const middle = (known[known.length / 2 - 1]! + known[known.length / 2]!) / 2;
  const joined = column('Dt_Customer').map((text) => Date.parse(text.split('-').reverse().join('-')) / 86_400_000);
  const last = Math.max(...joined);
  const spent = sum('MntWines', 'MntFruits', 'MntMeatProducts', 'MntFishProducts', 'MntSweetProducts', 'MntGoldProds');
  const found = drivers({
    outcome: spent.map((value) => Math.log(value)),
    drivers: [
      {
        name: 'Income',
        values: Float64Array.from(income, (value) => Math.min(120_000, Number.isNaN(value) ? middle : value)),
      },
      { name: 'kids', values: sum('Kidhome', 'Teenhome') },
      { name: 'age', values: numbers('Year_Birth').map((year) => 2014 - year) },
      { name: 'tenure', values: Float64Array.from(joined, (day) => last - day) },
      { name: 'webvisits', values: numbers('NumWebVisitsMonth') },
      { name: 'prev', values: sum('AcceptedCmp1', 'AcceptedCmp2', 'AcceptedCmp3', 'AcceptedCmp4', 'AcceptedCmp5') },
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
