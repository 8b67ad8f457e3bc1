import { describe, expect, it } from 'vitest';
import { OtherCurrency, ShopUnknown, UnreadableFile } from '../../../data/facts/errors.ts';
import { emptyShop, jakarta, london, ordersFile, uciFile } from './fixture.ts';

describe('generic orders', () => {
  it('finds columns by their usual names, English and Indonesian', async () => {
    const english = emptyShop();
    const indonesian = emptyShop();

    const one = await english.load(
      'Order ID,Order Date,Customer ID,SKU,Qty,Unit Price\n7,2026-04-20 09:30,ana,A1,2,12.50\n',
      {
        shop: london,
      },
    );
    const other = await indonesian.load(
      'No. Pesanan;Tanggal Pesanan;Pelanggan;Kode Produk;Jumlah;Harga Satuan\n7;2026-04-20 09:30;ana;A1;2;12500\n',
      { shop: jakarta },
    );

    expect(one).toMatchObject({ layout: 'generic orders', stored: 1, revenueMinor: 2500, customers: 1 });
    expect(other).toMatchObject({ layout: 'generic orders', stored: 1, revenueMinor: 25_000, customers: 1 });
  });

  it('takes a mapping over the usual names', async () => {
    const { load } = emptyShop();
    const text = 'nr,when,who,what,n,each,price\n7,2026-04-20,ana,A1,2,12.50,999\n';

    const report = await load(text, {
      shop: london,
      mapping: { order: 'nr', time: 'When', customer: 'who', product: 'what', quantity: 'n', unitPrice: 'each' },
    });

    expect(report).toMatchObject({ stored: 1, revenueMinor: 2500 });
  });

  it('refuses a mapping to nowhere, with what there is', async () => {
    const { load } = emptyShop();

    const wrongField = load(ordersFile('7,2026-04-20,ana,A1,2,1'), { mapping: { price: 'unit_price' } });

    await expect(wrongField).rejects.toMatchObject({ message: 'There is no field "price" to map.' });

    const wrongColumn = load(ordersFile('7,2026-04-20,ana,A1,2,1'), { mapping: { unitPrice: 'cost' } });
    await expect(wrongColumn).rejects.toMatchObject({ message: 'The file has no column "cost".' });
    await expect(wrongColumn).rejects.toThrow(UnreadableFile);
  });

  it('does with a total where there is no unit price, and with neither quantity nor product', async () => {
    const { load, facts } = emptyShop();

    const report = await load('order,date,customer,total\n7,2026-04-20,ana,12.50\n8,2026-04-21,ana,-2.50\n', {
      shop: london,
    });

    expect(report).toMatchObject({ stored: 2, revenueMinor: 1000, cancelledRows: 1, cancelledMinor: -250 });
    const view = await facts.customers.view({ before: '2026-04-22' });
    expect([...view.revenueMinor]).toEqual([1250]);
  });

  it.each(['cancelled', 'Refunded', 'BATAL', 'dikembalikan'])('nets %s orders out', async (status) => {
    const { load, facts } = emptyShop();

    const report = await load(
      `order,date,customer,sku,quantity,unit price,status\n7,2026-04-20,ana,A1,2,10,completed\n8,2026-04-20,ana,A1,1,4,${status}\n`,
      { shop: london },
    );

    expect(report).toMatchObject({ stored: 2, revenueMinor: 2000, cancelledRows: 1, cancelledMinor: -400, orders: 2 });
    expect([...(await facts.revenue.daily({ before: '2026-05-01' })).orders]).toEqual([1]);
    const view = await facts.customers.view({ before: '2026-05-01' });
    expect([...view.orders]).toEqual([1]);
    expect(view.cleaning).toEqual({ rowsUsed: 1, rowsAnonymous: 0, rowsCancelledOrFree: 1 });
  });

  it('gives an order the customer of its first line', async () => {
    const { load, facts } = emptyShop();

    const report = await load(
      ordersFile('7,2026-04-20,ana,A1,1,10', '7,2026-04-20,,A2,1,5', '7,2026-04-20,ben,A3,1,1', '8,2026-04-20,,A1,1,1'),
      { shop: london },
    );

    expect(report).toMatchObject({ stored: 3, rejected: 1, anonymousRows: 1, customers: 1, revenueMinor: 1600 });
    expect(await facts.imports.rejects('I-1', 9)).toEqual([
      { line: 4, column: 'customer', value: 'ben', reason: 'is not the customer of the earlier lines of order 7' },
    ]);
  });

  it('puts the lines of an order together wherever they stand in the file', async () => {
    const { load, facts, db } = emptyShop();
    // More orders than are remembered at once.
    const other = Array.from({ length: 60_000 }, (_, at) => `x${at},2026-04-20,ben,A1,1,1`).join('\n');

    await load(ordersFile('7,2026-04-20,ana,A1,1,10', other, '7,2026-04-20,ana,A2,3,10'), { shop: london });

    const view = await facts.customers.view({ before: '2026-05-01' });
    expect([...view.orders]).toEqual([1, 60_000]);
    expect([...view.revenueMinor]).toEqual([4000, 6_000_000]);
    expect([...view.quantity]).toEqual([4, 60_000]);
    expect(db.prepare("SELECT lines, net_minor FROM sale_order WHERE ref = '7'").get()).toEqual({
      lines: 2,
      net_minor: 4000,
    });
    expect([...(await facts.revenue.daily({ before: '2026-05-01' })).orders]).toEqual([60_001]);
  });

  it('places instants with an offset on the days of the shop', async () => {
    const { load, facts } = emptyShop();

    await load(ordersFile('7,2026-04-19T16:59:59Z,ana,A1,1,10', '8,2026-04-19T17:00:00Z,ana,A1,1,10'), {
      shop: jakarta,
    });

    expect([...(await facts.revenue.daily({ before: '2026-05-01' })).orders]).toEqual([1, 1]);
    expect(await facts.coverage()).toMatchObject({ firstDay: '2026-04-19', lastDay: '2026-04-20' });
  });

  it('rejects what has not happened yet', async () => {
    const { load, facts } = emptyShop();
    const learnedAt = Date.parse('2026-04-20T10:00:00+07:00');

    await load(ordersFile('7,2026-04-20 10:00,ana,A1,1,10', '8,2026-04-20 10:01,ana,A1,1,10'), {
      shop: jakarta,
      learnedAt,
    });

    expect(await facts.imports.rejects('I-1', 9)).toEqual([
      { line: 3, column: 'date', value: '2026-04-20 10:01', reason: 'is in the future' },
    ]);
  });

  it('takes the currency that the file names, and rejects rows in another', async () => {
    const { load, facts } = emptyShop();

    const report = await load(
      'order,date,sku,quantity,price,currency\n1,2026-04-20,A,1,5000,IDR\n2,2026-04-20,A,1,5,USD\n',
    );

    expect(report).toMatchObject({ stored: 1, rejected: 1, revenueMinor: 5000, shop: { currency: 'IDR' } });
    expect(await facts.imports.rejects(report.id, 9)).toMatchObject([{ line: 3, column: 'currency', value: 'USD' }]);
  });

  it('is refused as the first file when neither the shop nor a column names the money', async () => {
    const { load, facts } = emptyShop();

    const refused = load(ordersFile('7,2026-04-20,ana,A1,1,10'));

    await expect(refused).rejects.toThrow(ShopUnknown);
    await expect(refused).rejects.toMatchObject({
      remedy: expect.stringMatching(/SHOP_NAME.*SHOP_CURRENCY.*SHOP_ZONE/),
    });
    expect(await facts.imports.list()).toEqual([]);
  });

  it('counts in the money of the first file while no shop is set up', async () => {
    const { load } = emptyShop();
    await load(ordersFile('7,2026-04-20,ana,A1,1,10000'), { shop: jakarta });

    const report = await load(ordersFile('8,2026-04-20,ana,A1,1,5000'));

    expect(report).toMatchObject({ revenueMinor: 5000, shop: { currency: 'IDR', zone: 'Asia/Jakarta' } });
    await expect(load(uciFile('1,A,a,1,2010-12-01 08:26:00,2.55,1,UK'))).rejects.toThrow(OtherCurrency);
  });

  it('takes BOM, tabs, CRLF and line breaks inside quotes, and counts lines as an editor does', async () => {
    const { load, facts } = emptyShop();
    const text =
      '\uFEFForder\tdate\tcustomer\tsku\tdescription\tquantity\tprice\r\n' +
      '7\t2026-04-20\tana\tA1\t"two\r\nlines, and a ""quote"""\t1\t10\r\n' +
      '\r\n' +
      '8\t2026-04-20\tana\tA1\t5" nail\toops\t10\r\n';

    const report = await load(text, { shop: london });

    expect(report).toMatchObject({ rows: 2, stored: 1, rejected: 1 });
    expect(await facts.imports.rejects('I-1', 9)).toMatchObject([{ line: 5, column: 'quantity', value: 'oops' }]);
  });
});

it.each([
  ['Cancelled by buyer', 0],
  ['canceled', 0],
  ['Dibatalkan', 0],
  ['Unpaid', 0],
  ['Payment failed', 0],
  ['Belum Bayar', 0],
  ['Refund requested', 1000],
  ['Partially refunded', 1000],
  ['Selesai', 1000],
])('an order that is "%s" brings %d', async (status, revenueMinor) => {
  const file = (word: string) =>
    `order_id,date,customer,sku,quantity,unit_price,status\n1,2026-04-01,ana,A,1,1000,${word}\n`;
  const { load, facts } = emptyShop();
  expect((await load(file(status), { shop: jakarta })).revenueMinor).toBe(revenueMinor);
  // Whichever comes first, an order that was paid for after all is one that was paid for.
  if (!/^(unpaid|payment|belum)/i.test(status)) return;
  await load(file('Paid'), { shop: jakarta });
  expect((await facts.revenue.daily({ before: '2026-04-02' })).revenueMinor[0]).toBe(1000);
});

it('says which words of a status it took for sales, so that none passes in silence', async () => {
  const { load } = emptyShop();
  const report = await load(
    'order_id,date,customer,sku,quantity,unit_price,status\n1,2026-04-01,ana,A,1,2,Completed\n2,2026-04-01,bo,A,1,2,Chargeback\n3,2026-04-01,cy,A,1,2,Completed\n4,2026-04-01,di,A,1,2,Cancelled\n',
    { shop: london },
  );
  expect(report.notes).toContain('Counted as sales, by status: Completed (2), Chargeback (1).');
  expect(report.notes).toContain('Not counted: Cancelled (1).');
});
