import { describe, expect, it } from 'vitest';
import { seeded } from '../../../models/random.ts';
import { rfm } from '../../../models/segments/rfm.ts';
import { customers, fourKinds, reordered } from '../support/customers.ts';
import { customersC1, onlineRetailIsHere } from '../support/online-retail.ts';

function view(rows: readonly (readonly [number, number, number])[]) {
  return {
    id: Int32Array.from(rows, (_, i) => i),
    recencyDays: Float64Array.from(rows, ([recency]) => recency),
    orders: Float64Array.from(rows, ([, orders]) => orders),
    revenueMinor: Float64Array.from(rows, ([, , money]) => money),
  };
}

describe('rfm', () => {
  it('scores ten customers as one does by hand', () => {
    // Recency 1..10 days: the two latest score 5. Orders: six times 1 (middle rank 3 of 10: score 2), then 2, 3, 4, 5.
    const scored = rfm(view([...Array(10).keys()].map((i) => [i + 1, i < 6 ? 1 : i - 4, 100 * i])), { ties: 'alike' });

    expect([...scored.recency]).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1]);
    expect([...scored.frequency]).toEqual([2, 2, 2, 2, 2, 2, 4, 4, 5, 5]);
    expect([...scored.money]).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    // (5,2) potential, (4,2) potential, (3,2) about to sleep, (2,4) at risk, (1,5) cannot lose.
    expect(scored.table.flatMap(({ segment, customers: n }) => (n > 0 ? [[segment, n]] : []))).toEqual([
      ['potential_loyalists', 4],
      ['about_to_sleep', 2],
      ['cant_lose', 2],
      ['at_risk', 2],
    ]);
  });

  it('gives equal values equal scores, all of them when all are equal', () => {
    const scored = rfm(view(Array.from({ length: 40 }, () => [10, 1, 500])), { ties: 'alike' });
    expect(new Set(scored.segment).size).toBe(1);
    expect(scored.frequency[0]).toBe(3);
  });

  it('moves nobody when rows are put in another order, a hundred times', () => {
    const shop = customers(fourKinds, { random: seeded(1) });
    const before = rfm(shop, { ties: 'alike' });
    const random = seeded(2);
    for (let round = 0; round < 100; round++) {
      const { view: other, from } = reordered(shop, random);
      expect(rfm(other, { ties: 'alike' }).segment).toEqual(Uint8Array.from(from, (i) => before.segment[i]!));
    }
  });

  it('shares out all customers and all revenue', () => {
    const { table } = rfm(customers(fourKinds, { random: seeded(3) }), { ties: 'alike' });
    expect(table.reduce((sum, row) => sum + row.customers, 0)).toBe(720);
    expect(table.reduce((sum, row) => sum + row.customerShare, 0)).toBeCloseTo(1, 12);
    expect(table.reduce((sum, row) => sum + row.revenueShare!, 0)).toBeCloseTo(1, 12);
  });

  it('has no median for nobody', () => {
    const { table } = rfm(view([[1, 1, 1]]), { ties: 'alike' });
    const nobody = table.find(({ customers: n }) => n === 0)!;
    expect(nobody.medianOrders).toBeNull();
    expect(nobody.typicalOrderMinor).toBeNull();
  });
});

describe.skipIf(!onlineRetailIsHere)('rfm on UCI Online Retail (skipped without ../shared/data)', () => {
  const shop = () => customersC1((last) => Math.floor((Date.UTC(2011, 11, 11) - last) / 86_400_000));

  it('finds the ten counts of the tutorials with their tie rule', () => {
    const { table } = rfm(shop(), { ties: 'first' });
    // reference/models.md section 1, pandas on cleaning C1, analysis date 2011-12-11.
    expect(Object.fromEntries(table.map(({ segment, customers: n }) => [segment, n]))).toEqual({
      champions: 633,
      loyal_customers: 819,
      potential_loyalists: 484,
      new_customers: 42,
      promising: 94,
      need_attention: 187,
      about_to_sleep: 352,
      cant_lose: 63,
      at_risk: 593,
      hibernating: 1071,
    });
    expect(100 * table[0]!.revenueShare!).toBeCloseTo(48.71, 2);
  });

  it('does not cut one-time buyers in two by default', () => {
    const customersOf = shop();
    const { frequency } = rfm(customersOf, { ties: 'alike' });
    const scores = new Set(frequency.filter((_, i) => customersOf.orders[i] === 1));
    expect(scores.size).toBe(1);
  });
});
