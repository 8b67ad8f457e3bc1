import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CustomerFeatures } from '../../../data/types/customers.ts';
import { begun } from '../../support/beginning.ts';
import { NOON } from '../../support/clock.ts';
import { demoHouse, houseOn } from '../../support/house.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function featuresOf(lines: readonly string[]): Promise<CustomerFeatures> {
  const { facts } = houseOn(begun('empty'));
  const path = join(temporaryFolder(), 'orders.csv');
  const header = 'order_id,order_date,customer_id,sku,quantity,unit_price,status,currency';
  writeFileSync(path, [header, ...lines.map((line) => `${line},GBP`)].join('\n'));
  await facts.imports.load({ path, name: 'orders.csv', learnedAt: NOON, shop: null });
  return facts.customers.features({ before: '2026-02-01' });
}

const first = (columns: CustomerFeatures) =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([name, column]) => (typeof column === 'string' ? [] : [[name, column[0]]])),
  );

describe('customers.features', () => {
  it('agrees with the sums done by hand', async () => {
    // Anna: 2 x 10, 1 x 40 on 1 Jan; 1 x 20 on 11 Jan; 4 x 5 on 21 Jan. Prices 5, 10, 20, 40: each line a quarter.
    const columns = await featuresOf([
      '1,2026-01-01,anna,A,2,10,paid',
      '1,2026-01-01,anna,B,1,40,paid',
      '2,2026-01-11,anna,C,1,20,paid',
      '3,2026-01-21,anna,D,4,5,paid',
    ]);

    expect(first(columns)).toMatchObject({
      revenueMinor: 10_000,
      quantity: 8,
      orders: 3,
      spanDays: 20,
      meanDaysBetween: 10,
      unitMinor: 1250,
      orderMinor: 10_000 / 3,
      orderQuantity: 8 / 3,
      netMinor: 10_000,
      products: 4,
      priceShare1: 4 / 8,
      priceShare2: 2 / 8,
      priceShare3: 1 / 8,
      priceShare4: 1 / 8,
      referred: 0,
      recencyDays: 11,
      returnedMinor: 0,
      campaignShare: 0,
      places: Number.NaN,
    });
  });

  it('does not know the rhythm of who bought once, and looks at nothing from the day on', async () => {
    const columns = await featuresOf(['1,2026-01-31,budi,A,1,10,paid', '2,2026-02-01,budi,A,1,10,paid']);
    expect(first(columns)).toMatchObject({ orders: 1, spanDays: 0, meanDaysBetween: Number.NaN, recencyDays: 1 });
  });

  it('has the same people and sales as the view, and shares that sum to 1', async () => {
    const { facts } = demoHouse();
    const range = { before: '2026-04-20' };
    const [view, features] = [await facts.customers.view(range), await facts.customers.features(range)];

    expect(features.id).toEqual(view.id);
    expect(features.revenueMinor).toEqual(view.revenueMinor);
    expect(features.orders).toEqual(view.orders);
    features.id.forEach((_, i) => {
      const shares = [features.priceShare1, features.priceShare2, features.priceShare3, features.priceShare4];
      expect(shares.reduce((sum, share) => sum + share[i]!, 0)).toBeCloseTo(1, 9);
    });
    expect(features.referred.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(100);
  });
});
