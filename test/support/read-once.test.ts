import { expect, it } from 'vitest';
import { begun } from './beginning.ts';
import { demoHouse, houseOn } from './house.ts';
import { dailyOrders, noon, shopWith, takings } from './orders.ts';

const before = '2026-04-20';

it('gives each house a copy of what another has read', async () => {
  const [one, other] = [demoHouse(), demoHouse()];
  const read = await one.facts.revenue.daily({ before });
  const copy = read.revenueMinor.slice();
  read.revenueMinor.fill(0);

  expect((await other.facts.revenue.daily({ before })).revenueMinor).toEqual(copy);
});

it('reads anew what a test has changed by hand', async () => {
  const house = demoHouse();
  const { orders } = await house.facts.coverage();
  house.db.exec('UPDATE sale_order SET hidden_by = 1 WHERE id <= 100');

  expect((await house.facts.revenue.daily({ before })).orders.length).toBeGreaterThan(0);
  expect((await demoHouse().facts.coverage()).orders).toBe(orders);
  const broken = demoHouse();
  Object.assign(broken.facts.revenue, { daily: async () => 'broken' });
  expect(await broken.facts.revenue.daily({ before })).toBe('broken');
});

it('reads anew what another import has brought, and what another beginning holds', async () => {
  expect((await houseOn(begun('empty')).facts.coverage()).orders).toBe(0);
  const shop = await shopWith(
    [{ rows: dailyOrders('2026-04-01', takings(10)), learnedOn: '2026-04-12' }],
    '2026-04-12',
  );
  expect((await shop.facts.coverage()).orders).toBe(10);
  await shop.facts.imports.undo('I-1', noon('2026-04-13'));
  expect((await shop.facts.coverage()).orders).toBe(0);
});
