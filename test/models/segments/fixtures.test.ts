import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../models/random.ts';
import { featureSets } from '../../../models/segments/feature-sets.ts';
import { featuresOf } from '../../../models/segments/features.ts';
import { kMeans } from '../../../models/segments/k-means.ts';
import { type MovesRequest, moves } from '../../../models/segments/moves.ts';
import { rfm } from '../../../models/segments/rfm.ts';
import { customersC1, onlineRetailIsHere } from '../support/online-retail.ts';
import { hasPersonality, readPersonality } from '../support/personality.ts';

const path = join(import.meta.dirname, '../../../../shared/reference/models-fixtures.json');
const isHere = existsSync(path) && onlineRetailIsHere && hasPersonality;

/** As far as it tells of segments. */
type Fixtures = {
  readonly online_retail: {
    readonly C1: { readonly customers: number; readonly invoices: number; readonly revenue: number };
    readonly rfm10: Readonly<Record<string, number>>;
    readonly kmeans_log1p_std: Readonly<Record<string, number>>;
  };
  readonly customer_personality_b1: {
    readonly sizes: readonly number[];
    readonly gmv: Readonly<Record<string, number>>;
    readonly inertia_k4: number;
  };
  readonly b2: Readonly<Record<'m1' | 'm2', readonly (readonly number[])[]> & Record<'n1' | 'n2', readonly number[]>>;
};

describe.skipIf(!isHere)('models-fixtures.json (skipped without ../shared)', () => {
  const fixtures = (isHere ? JSON.parse(readFileSync(path, 'utf8')) : null) as Fixtures;
  const sum = (values: Iterable<number>) => Array.from(values).reduce((total, value) => total + value, 0);

  it('Online Retail: cleaning, the ten segments of the tutorials, inertia for 3 to 6 groups', () => {
    const { C1, rfm10, kmeans_log1p_std: inertias } = fixtures.online_retail;
    const clock = customersC1((last, end) => Math.floor((end + 86_400_000 - last) / 86_400_000));
    expect(clock.id).toHaveLength(C1.customers);
    expect(sum(clock.orders)).toBe(C1.invoices);
    expect(sum(clock.revenueMinor)).toBeCloseTo(C1.revenue, 3);

    const tutorial = customersC1((last) => Math.floor((Date.UTC(2011, 11, 11) - last) / 86_400_000));
    const { table } = rfm(tutorial, { ties: 'first' });
    expect(Object.fromEntries(table.map(({ segment, customers }) => [segment, customers]))).toEqual(rfm10);

    const { points } = featuresOf(clock, featureSets.rfm);
    for (const [k, inertia] of Object.entries(inertias)) {
      const found = kMeans(points, { k: Number(k), starts: 10, random: seeded(1) });
      expect(found.inertia).toBeLessThan(inertia * 1.0001);
    }
  });

  it('the personality table: sizes, money and inertia of brief B1', () => {
    const { sizes, gmv, inertia_k4: inertia } = fixtures.customer_personality_b1;
    const { recency, purchases, spend } = readPersonality();
    const revenueMinor = spend.map((thousands) => 1000 * thousands);
    const view = { id: Int32Array.from(recency.keys()), recencyDays: recency, orders: purchases, revenueMinor };
    const { points } = featuresOf(view, featureSets.profile);
    const found = kMeans(points, { k: 4, starts: 10, polish: true, random: seeded(1) });
    expect(found.inertia).toBeCloseTo(inertia, 4);
    const groups = [0, 1, 2, 3].map((group) => revenueMinor.filter((_, row) => found.labels[row] === group));
    expect(groups.map(({ length }) => length).sort((a, b) => a - b)).toEqual(sizes);
    expect(Object.fromEntries(groups.map((own) => [own.length, sum(own)]))).toEqual(gmv);
  });

  it('the distributor: both matrices, with who stopped', () => {
    const { m1, n1, m2, n2 } = fixtures.b2;
    const shares = [
      [35.65, 4.34, 0.87, 59.14],
      [9.19, 9.22, 0.43, 81.17],
      [23.08, 6.28, 69.66, 0.98],
      [34.35, 3.73, 0.86, 61.06],
      [8.28, 7.01, 0.37, 84.34],
      [29.09, 7.23, 62.44, 1.24],
    ];
    const { flows: first } = moves(peopleOf(m1, n1));
    const { flows: second } = moves(peopleOf(m2, n2));
    expect([...first, ...second].map((row) => row.map(({ share }) => Math.round(10_000 * share!) / 100))).toEqual(
      shares,
    );
  });
});

/** People who make a matrix of the active ones, the rest of each group inactive. */
function peopleOf(matrix: readonly (readonly number[])[], sizes: readonly number[]): MovesRequest {
  const ways = matrix.flatMap((row, from) => {
    const stopped = sizes[from]! - row.reduce((total, count) => total + count, 0);
    return [...row, stopped].flatMap((count, to) => new Array<readonly [number, number]>(count).fill([from, to]));
  });
  const id = Int32Array.from(ways.keys());
  const revenueMinor = new Float64Array(ways.length);
  return {
    groups: matrix.length,
    before: { id, group: Int32Array.from(ways, ([from]) => from), revenueMinor },
    after: {
      id,
      group: Int32Array.from(ways, ([, to]) => Math.min(to, matrix.length - 1)),
      isActive: Uint8Array.from(ways, ([, to]) => Number(to < matrix.length)),
      revenueMinor,
    },
  };
}
