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

describe('orders of two kinds of file with one number', () => {
  const shopee = (...rows: readonly string[]) =>
    `Order ID,Order Status,Order Creation Date,Product Name,Deal Price,Quantity,Username (Buyer)\n${rows.join('\n')}\n`;
  const own = file('1,2026-04-01,ana,A,1,10,paid', '2,2026-04-01,ana,A,1,10,paid');
  const market = shopee('1,Completed,2026-04-01 10:00,Jug,5,1,ben');

  it('are two orders, whichever came first, and somebody is told', async () => {
    const straight = emptyShop();
    await straight.load(own, { shop: london });
    const report = await straight.load(market, later(1));
    expect(report).toMatchObject({ layout: 'Shopee orders', stored: 1, known: 0, corrected: 0, orders: 1 });
    expect(report.notes.at(-1)).toMatch(/^1 order has the number of an order from another kind of file/);

    const reversed = emptyShop();
    await reversed.load(market, later(1));
    await reversed.load(own, { shop: london });
    expect(await seen(reversed)).toEqual(await seen(straight));
    expect(await seen(straight)).toMatchObject({ coverage: { orders: 3 }, revenue: [2500] });
  });

  it('are corrected and taken back each by their own kind', async () => {
    const shop = emptyShop();
    await shop.load(own, { shop: london });
    await shop.load(market, later(1));
    const newer = await shop.load(shopee('1,Cancelled,2026-04-01 10:00,Jug,5,1,ben'), later(2));
    expect(newer).toMatchObject({ stored: 1, corrected: 1 });
    expect((await seen(shop)).revenue).toEqual([2000]);
    await shop.facts.imports.undo(newer.id, learnedAt + 3 * DAY_MS);
    expect((await seen(shop)).revenue).toEqual([2500]);
    await shop.facts.imports.undo('I-1', learnedAt + 3 * DAY_MS);
    expect((await seen(shop)).revenue).toEqual([500]);
  });
});

describe('what was taken back', () => {
  it('is purged after 30 days, with the words that nobody else uses, and nothing that is seen changes', async () => {
    const shop = emptyShop();
    const first = file('1,2026-04-01,ana,A,2,10,paid', '2,2026-04-02,ben,B,1,10,paid', '3,2026-04-02,,B,x,10,paid');
    await shop.load(first, { shop: london });
    await shop.load(file('1,2026-04-01,ana,A,2,10,completed', '9,2026-04-03,cem,C,1,10,paid'), later(1));
    await shop.load('customer id,city\nben,York\ndan,Leeds\n', later(1));
    await shop.facts.imports.undo('I-1', learnedAt + 2 * DAY_MS);
    await shop.facts.imports.undo('I-3', learnedAt + 3 * DAY_MS);
    const before = await seen(shop);

    expect(await shop.facts.imports.purge(learnedAt + 32 * DAY_MS)).toEqual([]);
    expect(await shop.facts.imports.purge(learnedAt + 32 * DAY_MS + 1)).toEqual(['I-1']);
    const people = shop.db.prepare('SELECT ref FROM customer ORDER BY ref').pluck();
    // I-3, which still names him, is not old enough.
    expect(people.all()).toEqual(['ana', 'ben', 'cem', 'dan']);
    expect(await shop.facts.imports.purge(learnedAt + 40 * DAY_MS)).toEqual(['I-3']);
    expect(await shop.facts.imports.purge(learnedAt + 40 * DAY_MS)).toEqual([]);

    expect(await seen(shop)).toEqual(before);
    expect(people.all()).toEqual(['ana', 'cem']);
    expect(shop.db.prepare('SELECT COUNT(*) FROM sale_line').pluck().get()).toBe(2);
    expect(shop.db.prepare('SELECT COUNT(*) FROM trait').pluck().get()).toBe(0);
    expect(await shop.facts.imports.rejects('I-1', 9)).toEqual([]);
    expect(await shop.facts.imports.find('I-1')).toMatchObject({ status: 'undone', rows: 3 });
    // And it may come again.
    expect(await shop.load(first, later(41))).toMatchObject({ stored: 1, known: 1 });
  });

  it('leaves its people nameless, and their numbers to nobody else', async () => {
    const shop = emptyShop();
    await shop.load(file('1,2026-04-01,ana,A,2,10,paid'), { shop: london });
    await shop.load(file('2,2026-04-02,ben,A,1,10,paid', '3,2026-04-03,cem,A,1,10,paid'), later(1));
    const numbers = async () => Array.from((await shop.facts.customers.view({ before: '2026-05-01' })).id);
    const refs = async (...ids: number[]) => (await shop.facts.audience(Int32Array.from(ids))).ref;
    const before = await numbers();
    expect(await refs(...before)).toEqual(['ana', 'ben', 'cem']);

    await shop.facts.imports.undo('I-2', learnedAt + 2 * DAY_MS);
    expect(await refs(...before)).toEqual(['ana', null, null]);
    await shop.facts.imports.purge(learnedAt + 40 * DAY_MS);
    await shop.load(file('4,2026-04-04,dan,A,1,10,paid', '5,2026-04-05,ben,A,1,10,paid'), later(41));

    expect(await refs(...before)).toEqual(['ana', null, null]);
    const after = await numbers();
    expect(after.filter((id) => before.includes(id))).toEqual([before[0]]);
    expect(new Set(await refs(...after))).toEqual(new Set(['ana', 'ben', 'dan']));
  });

  it('gives its words to whoever uses them, in any table', async () => {
    const shop = emptyShop();
    await shop.load(file('1,2026-04-01,ana,A,2,10,paid'), { shop: london });
    await shop.load('sku,category\nA,Jugs\n', later(1));
    await shop.load('date,campaign,spend\n2026-04-01,Mail,5\n', later(2));
    await shop.load('customer id,campaign,group\nana,Mail,control\n', later(3));
    await shop.facts.imports.undo('I-1', learnedAt + 4 * DAY_MS);
    await shop.facts.imports.undo('I-3', learnedAt + 4 * DAY_MS);
    expect(await shop.facts.imports.purge(learnedAt + 40 * DAY_MS)).toEqual(['I-1', 'I-3']);
    expect(shop.db.prepare('SELECT ref, category FROM stored_product').raw().all()).toEqual([['A', 'Jugs']]);
    expect(await shop.facts.campaigns.list()).toEqual([{ id: 1, name: 'Mail', kind: 'other' }]);
    expect(shop.db.prepare('SELECT ref FROM customer').pluck().all()).toEqual(['ana']);
  });
});
