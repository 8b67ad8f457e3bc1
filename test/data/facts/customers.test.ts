import { describe, expect, it } from 'vitest';
import { toEpochDay } from '../../../data/days.ts';
import { seededChance } from '../../../data/sample/random.ts';
import { emptyShop, london, ordersFile, uciFile } from './fixture.ts';

describe('the customer view', () => {
  it('agrees with the sum done by hand', async () => {
    const { load, facts } = emptyShop();
    await load(
      ordersFile(
        '1,2026-04-01,ana,A1,2,10',
        '1,2026-04-01,ana,A2,1,5',
        '2,2026-04-11,ana,A1,1,10',
        '3,2026-04-05,ben,A1,1,7.50',
        '4,2026-04-06,,A1,1,1',
      ),
      { shop: london },
    );

    const view = await facts.customers.view({ before: '2026-04-13' });

    expect(view).toEqual({
      asOf: '2026-04-13',
      id: Int32Array.of(1, 2),
      recencyDays: Float64Array.of(2, 8),
      orders: Float64Array.of(2, 1),
      revenueMinor: Float64Array.of(3500, 750),
      quantity: Float64Array.of(4, 1),
      spanDays: Float64Array.of(10, 0),
      cleaning: { rowsUsed: 4, rowsAnonymous: 1, rowsCancelledOrFree: 0 },
    });
  });

  it('knows nothing of what comes on or after `before`', async () => {
    const { load, facts } = emptyShop();
    await load(ordersFile('1,2026-04-01,ana,A1,2,10', '2,2026-04-11,ana,A1,1,10', '3,2026-04-11,ben,A1,1,1'), {
      shop: london,
    });

    const view = await facts.customers.view({ before: '2026-04-11' });

    expect([...view.revenueMinor]).toEqual([2000]);
    expect([...view.recencyDays]).toEqual([10]);
  });

  it('leaves out customers who only cancelled or were given something', async () => {
    const { load, facts } = emptyShop();
    await load(
      uciFile(
        'C1,A,x,-1,2010-12-01 08:26:00,2.55,1,UK',
        '2,A,x,1,2010-12-01 08:26:00,0,2,UK',
        '3,A,x,1,2010-12-01 08:26:00,0.001,3,UK',
      ),
    );

    const view = await facts.customers.view({ before: '2011-01-01' });

    expect(view.id).toHaveLength(1);
    expect(view.cleaning).toEqual({ rowsUsed: 1, rowsAnonymous: 0, rowsCancelledOrFree: 2 });
  });

  it('agrees with plain arithmetic over a thousand random orders', async () => {
    const chance = seededChance(20_260_420);
    const rows = Array.from({ length: 3000 }, () => {
      const order = Math.floor(chance.next() * 1000);
      const day = toEpochDay('2026-01-01') + (order % 100);
      return {
        order,
        day,
        customer: `c${order % 77}`,
        quantity: Math.floor(chance.between(-1, 5)),
        pence: Math.floor(chance.between(0, 900)),
      };
    });
    const { load, facts, db } = emptyShop();
    await load(
      ordersFile(
        ...rows.map(({ order, day, customer, quantity, pence }) =>
          [order, new Date(day * 86_400_000).toISOString().slice(0, 10), customer, 'A', quantity, pence / 100].join(
            ',',
          ),
        ),
      ),
      { shop: london },
    );
    const before = '2026-03-15';

    const view = await facts.customers.view({ before });

    const sales = rows.filter(({ day, quantity, pence }) => day < toEpochDay(before) && quantity > 0 && pence > 0);
    for (const [at, id] of view.id.entries()) {
      const ref = db.prepare('SELECT ref FROM customer WHERE id = ?').pluck().get(id);
      const mine = sales.filter(({ customer }) => customer === ref);
      const days = mine.map(({ day }) => day);
      expect(view.orders[at]).toBe(new Set(mine.map(({ order }) => order)).size);
      expect(view.revenueMinor[at]).toBe(mine.reduce((sum, { quantity, pence }) => sum + quantity * pence, 0));
      expect(view.quantity[at]).toBe(mine.reduce((sum, { quantity }) => sum + quantity, 0));
      expect(view.recencyDays[at]).toBe(toEpochDay(before) - Math.max(...days));
      expect(view.spanDays[at]).toBe(Math.max(...days) - Math.min(...days));
    }
    expect(view.id).toHaveLength(new Set(sales.map(({ customer }) => customer)).size);
    expect(view.cleaning.rowsUsed).toBe(sales.length);
  });
});
