import { describe, expect, it } from 'vitest';
import { NotUndoable } from '../../../data/facts/errors.ts';
import { type Bench, emptyShop, learnedAt, london } from './fixture.ts';

const file = (...rows: readonly string[]) => `order,date,customer,sku,quantity,unit price,status\n${rows.join('\n')}\n`;
const DAY_MS = 86_400_000;
const later = (days: number) => ({ shop: london, learnedAt: learnedAt + days * DAY_MS });

/** What anybody can see, in the words of the shop: no ids, which depend on the order of the imports. */
async function seen({ db, facts }: Bench) {
  const before = '2027-01-01';
  const { firstDay, revenueMinor, orders } = await facts.revenue.daily({ before });
  const { importIds, ...coverage } = await facts.coverage();
  const view = await facts.customers.view({ before });
  const refs = new Map(db.prepare<[], [number, string]>('SELECT id, ref FROM customer').raw().all());
  return {
    coverage,
    firstDay,
    revenue: [...revenueMinor],
    orders: [...orders],
    customers: [...view.id.keys()]
      .map((at) => [refs.get(view.id[at]!), view.orders[at], view.revenueMinor[at], view.quantity[at]])
      .sort(),
    cleaning: view.cleaning,
    imports: importIds.length,
  };
}

describe('an order told again', () => {
  it('is known when it is the same, and replaced whole when it is newer', async () => {
    const shop = emptyShop();
    await shop.load(
      file('1,2026-04-01,ana,A,2,10,paid', '1,2026-04-01,ana,B,1,5,paid', '2,2026-04-02,ben,A,1,10,paid'),
      {
        shop: london,
      },
    );

    const report = await shop.load(
      file('1,2026-04-01,ana,A,2,10,completed', '2,2026-04-02,ben,A,1,10,cancelled', '3,2026-04-03,cem,A,1,10,paid'),
      later(7),
    );

    expect(report).toMatchObject({ rows: 3, stored: 3, known: 0, corrected: 2, orders: 3, revenueMinor: 3000 });
    expect(await seen(shop)).toMatchObject({
      coverage: { orders: 3, lines: 3, customers: 3 },
      firstDay: '2026-04-01',
      revenue: [2000, 0, 1000],
      orders: [1, 0, 1],
    });
  });

  it('does not go back to how it was when an old file comes late', async () => {
    const shop = emptyShop();
    await shop.load(file('1,2026-04-01,ana,A,2,10,refunded', '2,2026-04-05,ben,A,1,10,paid'), { shop: london });
    const before = await seen(shop);

    const report = await shop.load(file('1,2026-04-01,ana,A,2,10,paid'), later(7));

    expect(report).toMatchObject({ rows: 1, stored: 0, known: 1, corrected: 0, revenueMinor: 0, firstDay: null });
    expect(await seen(shop)).toEqual({ ...before, imports: 2 });
  });

  it('does not lose a row because a newer export of it cannot be read', async () => {
    const shop = emptyShop();
    const whole = ['1,2026-04-01,ana,A,2,10,completed', '1,2026-04-01,ana,B,1,5,completed'];
    await shop.load(file('1,2026-04-01,ana,A,2,10,paid', '1,2026-04-01,ana,B,1,5,paid'), { shop: london });
    const before = await seen(shop);

    const damaged = await shop.load(file(whole[0]!, '1,2026-04-01,ana,B,two,5,completed'), later(1));
    expect(damaged).toMatchObject({ rows: 2, stored: 0, known: 1, corrected: 0, rejected: 1 });
    expect(await seen(shop)).toEqual({ ...before, imports: 2 });

    const mended = await shop.load(file(...whole, '2,2026-04-02,ben,A,1,1,paid'), later(2));
    expect(mended).toMatchObject({ stored: 1, known: 2, corrected: 0 });
  });

  it('is in one file only once, wherever the files overlap', async () => {
    const shop = emptyShop();
    const row = (order: number) => `${order},2026-04-${String(order).padStart(2, '0')},ana,A,1,10,paid`;
    await shop.load(file(row(1), row(2), row(3)), { shop: london });
    await shop.load(file(row(2), row(3), row(4)), later(1));

    const report = await shop.load(file(row(1), row(2), row(3), row(4), row(5)), later(2));

    expect(report).toMatchObject({ rows: 5, stored: 1, known: 4, corrected: 0 });
    expect((await seen(shop)).revenue).toEqual([1000, 1000, 1000, 1000, 1000]);
  });
});

describe('undo', () => {
  it('makes an import as if it had never been, and it may come again', async () => {
    const shop = emptyShop();
    const first = file('1,2026-04-01,ana,A,2,10,paid', '2,2026-04-02,ben,A,1,10,paid');
    const second = file('1,2026-04-01,ana,A,2,10,cancelled', '3,2026-04-03,cem,C,1,10,paid');
    await shop.load(first, { shop: london });
    const before = await seen(shop);
    await shop.load(second, later(1));
    const after = await seen(shop);

    expect(await shop.facts.imports.undo('I-2', learnedAt + 2 * DAY_MS)).toMatchObject({ id: 'I-2', status: 'undone' });

    expect(await seen(shop)).toEqual(before);
    expect(await shop.load(second, later(3))).toMatchObject({ id: 'I-3', stored: 2, corrected: 1 });
    expect(await seen(shop)).toEqual(after);
  });

  it('of one in the middle leaves the newest version, and of the newest the next', async () => {
    const shop = emptyShop();
    const told = ['paid', 'completed', 'refunded'];
    const content = (at: number) =>
      file(`1,2026-04-01,ana,A,${at + 1},10,${told[at]}`, `x${at},2026-04-02,ben,A,1,10,paid`);
    for (const at of [0, 1, 2]) await shop.load(content(at), later(at));

    await shop.facts.imports.undo('I-2', learnedAt + 3 * DAY_MS);
    const withoutMiddle = await seen(shop);
    await shop.facts.imports.undo('I-3', learnedAt + 3 * DAY_MS);

    const other = emptyShop();
    for (const at of [0, 2]) await other.load(content(at), later(at));
    expect(withoutMiddle).toEqual(await seen(other));
    expect((await seen(shop)).revenue).toEqual([1000, 1000]);
  });

  it('keeps what another import knew as well', async () => {
    const shop = emptyShop();
    const row = '1,2026-04-01,ana,A,2,10,paid';
    await shop.load(file(row), { shop: london });
    await shop.load(file(row, '2,2026-04-02,ben,B,1,10,paid'), later(1));

    await shop.facts.imports.undo('I-1', learnedAt + DAY_MS);

    expect(await seen(shop)).toMatchObject({ coverage: { orders: 2, products: 2 }, revenue: [2000, 1000] });
  });

  it('is refused in words', async () => {
    const shop = emptyShop();
    await shop.load(file('1,2026-04-01,ana,A,2,10,paid'), { shop: london });
    const { undo } = shop.facts.imports;

    await expect(undo('F-3', learnedAt)).rejects.toThrow(NotUndoable);
    await expect(undo('I-9', learnedAt)).rejects.toThrow('I-9 is no import of this shop.');
    await expect(undo('I-1', learnedAt + 40 * DAY_MS)).rejects.toThrow(
      'I-1 was stored 40 days ago; up to 30 days it can be undone.',
    );
    await undo('I-1', learnedAt + DAY_MS);
    await expect(undo('I-1', learnedAt + DAY_MS)).rejects.toThrow('I-1 was undone before.');
    expect(await shop.facts.coverage()).toMatchObject({ orders: 0, lines: 0, products: 0, firstDay: null });
  });
});
