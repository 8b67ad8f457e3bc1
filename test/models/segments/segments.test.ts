import { describe, expect, it } from 'vitest';
import { NotEnoughData } from '../../../models/errors.ts';
import { seeded } from '../../../models/random.ts';
import { adjustedRand } from '../../../models/segments/agreement.ts';
import { featureSets } from '../../../models/segments/feature-sets.ts';
import { segments } from '../../../models/segments/segments.ts';
import { inEnglish } from '../../../words/tell.ts';
import { customers, fourKinds, reordered } from '../support/customers.ts';
import { customersC1, onlineRetailIsHere } from '../support/online-retail.ts';

describe('segments', () => {
  it('finds four planted kinds and names them', () => {
    const { clusters } = segments({ view: customers(fourKinds, { random: seeded(1) }), seed: 1 });

    expect(clusters!.k).toBe(4);
    const planted = Int32Array.from(fourKinds.flatMap(({ count }, kind) => new Array<number>(count).fill(kind)));
    expect(adjustedRand(clusters!.assignments, planted)).toBeGreaterThan(0.97);
    expect(clusters!.segments.map(({ name }) => name)).toEqual([
      'lapsing high spenders',
      'active high spenders',
      'lapsing low spenders',
      'active low spenders',
    ]);
    expect(clusters!.stability).toBeGreaterThan(0.95);
    expect(clusters!.silhouette).toBeGreaterThan(clusters!.nullSilhouette + 0.2);
    expect(clusters!.segments.reduce((sum, segment) => sum + segment.customers, 0)).toBe(720);
  });

  it('puts the same customers together in whatever order they come', () => {
    const shop = customers(fourKinds, { random: seeded(2), spread: 0.6 });
    const { view, from } = reordered(shop, seeded(3));

    const one = segments({ view: shop, seed: 9 });
    const other = segments({ view, seed: 9 });

    expect(other.clusters!.assignments).toEqual(from.map((i) => one.clusters!.assignments[i]!));
    expect(other.clusters!.elbow).toEqual(one.clusters!.elbow);
    expect(other.clusters!.segments.map(({ name }) => name)).toEqual(one.clusters!.segments.map(({ name }) => name));
  });

  it('answers the same when asked again', () => {
    const view = customers(fourKinds, { random: seeded(4) });
    expect(segments({ view, seed: 5 })).toEqual(segments({ view, seed: 5 }));
  });

  it('lets a new customer be scored from what it returns', () => {
    const view = customers(fourKinds, { random: seeded(5) });
    const { clusters } = segments({ view, seed: 1 });
    const columns: Readonly<Record<string, Float64Array>> = {
      recency: view.recencyDays,
      frequency: view.orders,
      money: view.revenueMinor,
    };
    for (const i of [0, 150, 300, 719]) {
      const point = clusters!.scaling.map(({ feature, mean, sd }) => (Math.log1p(columns[feature]![i]!) - mean) / sd);
      const distances = clusters!.centroids.map((centroid) =>
        centroid.reduce((sum, c, f) => sum + (c - point[f]!) ** 2, 0),
      );
      expect(distances.indexOf(Math.min(...distances))).toBe(clusters!.assignments[i]);
    }
  });

  it('says so where there is nothing to find', () => {
    const view = customers([{ count: 600, recency: 60, orders: 5, spend: 50_000 }], { random: seeded(6) });
    const { clusters, whyNoClusters, rfm } = segments({ view, seed: 1 });
    expect(clusters).toBeNull();
    expect(inEnglish(whyNoClusters!)).toMatch(
      /^No natural groups: separation 0\.\d\d, where shuffled data reaches 0\.\d\d\.$/,
    );
    expect(rfm.table).toHaveLength(10);
  });

  it('stays with RFM below 200 customers', () => {
    const view = customers([{ count: 199, recency: 60, orders: 5, spend: 50_000 }], { random: seeded(6) });
    const { clusters, whyNoClusters, checks } = segments({ view, seed: 1 });
    expect(clusters).toBeNull();
    expect(inEnglish(whyNoClusters!)).toBe('Only 199 customers: groups need 200, so this is RFM alone.');
    expect(checks[0]).toMatchObject({ name: 'customers', passed: false });
  });

  it('does not take months for people', () => {
    const view = customers([{ count: 300, recency: 300, orders: 88, spend: 9_000_000 }], { random: seeded(6) });
    expect(inEnglish(segments({ view, seed: 1 }).whyNoClusters!)).toMatch(/look like days or months, not people/);
  });

  it('drops the number of orders when over 90 % bought once', () => {
    const view = customers(
      [
        { count: 300, recency: 10, orders: 1, spend: 5000 },
        { count: 300, recency: 300, orders: 1, spend: 90_000 },
      ],
      { random: seeded(7), spread: 0.2 },
    );
    const { clusters, checks } = segments({ view, seed: 1 });
    expect(clusters!.scaling.map(({ feature }) => feature)).toEqual(['recency', 'money']);
    expect(checks.find(({ name }) => name === 'features')).toMatchObject({ passed: false });
  });

  it('survives customers that are all the same', () => {
    const same = Float64Array.from({ length: 300 }, () => 5);
    const view = { id: Int32Array.from(same, (_, i) => i), recencyDays: same, orders: same, revenueMinor: same };
    const { clusters, whyNoClusters } = segments({ view, seed: 1 });
    expect(clusters).toBeNull();
    expect(inEnglish(whyNoClusters!)).toBe('All customers are alike: nothing to tell groups by.');
  });

  it('stays with RFM for one customer, and where fewer are different than groups would need', () => {
    const one = customers([{ count: 1, recency: 60, orders: 5, spend: 50_000 }], { random: seeded(6) });
    expect(inEnglish(segments({ view: one, seed: 1 }).whyNoClusters!)).toMatch(/^Only 1 customer: groups need 200/);
    const three = (values: readonly number[]) => Float64Array.from({ length: 300 }, (_, i) => values[i % 3]!);
    const view = {
      id: Int32Array.from({ length: 300 }, (_, i) => i),
      recencyDays: three([1, 200, 30]),
      orders: three([9, 1, 4]),
      revenueMinor: three([900_000, 20_000, 300_000]),
    };
    expect(inEnglish(segments({ view, seed: 1, k: 3 }).whyNoClusters!)).toBe('These customers carry 2 groups at most.');
    expect(segments({ view, seed: 1 }).clusters!.elbow.map(({ k }) => k)).toEqual([2]);
  });

  it('says which bar groups do not reach, and that it was asked for so many', () => {
    const view = customers([{ count: 600, recency: 60, orders: 5, spend: 50_000 }], { random: seeded(6) });
    expect(inEnglish(segments({ view, seed: 1, k: 5 }).whyNoClusters!)).toMatch(
      /^5 groups, as asked for, do not hold\. No natural groups: separation/,
    );
  });

  it('takes a gap in a feature for the middle, and leaves out one that is the same for all', () => {
    const view = customers(fourKinds, { random: seeded(4) });
    const promo = view.orders.map((_, i) => (i % 5 === 0 ? Number.NaN : 0.3));
    const recipe = [...featureSets.rfm, { feature: 'promo share', transform: 'none', scaling: 'standard' }] as const;
    const { clusters, checks } = segments({ view: { ...view, features: { 'promo share': promo } }, recipe, seed: 1 });
    expect(clusters!.scaling.map(({ feature }) => feature)).toEqual(['recency', 'frequency', 'money']);
    expect(inEnglish(checks.find(({ name }) => name === 'features')!.says)).toBe(
      'Left out, as it is the same for all: promo use.',
    );
  });

  it('refuses nobody, columns of unequal length, and values that are no numbers', () => {
    const view = customers([{ count: 300, recency: 60, orders: 5, spend: 50_000 }], { random: seeded(6) });
    const none = new Float64Array(0);
    expect(() =>
      segments({ view: { id: new Int32Array(0), recencyDays: none, orders: none, revenueMinor: none }, seed: 1 }),
    ).toThrow(NotEnoughData);
    expect(() => segments({ view: { ...view, orders: view.orders.subarray(1) }, seed: 1 })).toThrow(
      'orders has 299 rows, not 300',
    );
    const holed = { ...view, revenueMinor: view.revenueMinor.map((money, i) => (i === 7 ? Number.NaN : money)) };
    expect(() => segments({ view: holed, seed: 1 })).toThrow('revenueMinor[7] is NaN');
    const endless = {
      ...view,
      features: { units: view.orders.map((n, i) => (i === 9 ? Number.POSITIVE_INFINITY : n)) },
    };
    expect(() => segments({ view: endless, seed: 1 })).toThrow('units[9] is Infinity');
    expect(() => segments({ view: { ...view, id: view.id.map((id) => Math.max(2, id)) }, seed: 1 })).toThrow(
      'customer 2 is there twice',
    );
  });
});

describe.skipIf(!onlineRetailIsHere)('segments on UCI Online Retail (skipped without ../shared/data)', () => {
  it('reaches the reference: k = 4, inertia, silhouette, stability', () => {
    // reference/models.md section 2: scikit-learn, log1p + std on pounds, recency to the last timestamp + 1 day.
    const view = customersC1((last, end) => Math.floor((end + 86_400_000 - last) / 86_400_000));

    const { clusters } = segments({ view, seed: 1 });

    const at = (k: number) => clusters!.elbow.find((row) => row.k === k)!;
    expect(clusters!.k).toBe(4);
    expect(at(3).inertia).toBeLessThan(4867.79 * 1.0001);
    expect(at(4).inertia).toBeLessThan(3938.0 * 1.0001);
    expect(at(5).inertia).toBeLessThan(3295.98 * 1.0001);
    expect(Math.abs(at(2).silhouette - 0.433)).toBeLessThan(0.01);
    expect(Math.abs(at(4).silhouette - 0.337)).toBeLessThan(0.01);
    expect(Math.abs(at(4).nullSilhouette - 0.264)).toBeLessThan(0.02);
    // 720 customers bring 64.9 %; bootstrap ARI 0.90, smallest 0.62.
    expect(Math.abs(clusters!.segments[0]!.customers - 720)).toBeLessThan(5);
    expect(clusters!.segments[0]!.revenueShare).toBeCloseTo(0.649, 2);
    expect(clusters!.stability).toBeGreaterThan(0.8);
    expect(clusters!.segments[0]!.name).toBe('active high spenders');
  });
});
