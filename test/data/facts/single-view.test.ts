import { describe, expect, it } from 'vitest';
import { toEpochDay } from '../../../data/days.ts';
import type { CustomerFeatures } from '../../../data/types/customers.ts';
import { type Bench, emptyShop, jakarta, london } from './fixture.ts';

const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`;
const orderHeader = 'order_id,date,customer_id,sku,quantity,unit_price,status,campaign,branch,discount_amount';

/** The columns of one customer, by name. */
async function featuresOf({ facts, db }: Bench, ref: string, before = '2026-05-01') {
  const features = await facts.customers.features({ before });
  const id = db.prepare<[string], number>('SELECT id FROM customer WHERE ref = ?').pluck().get(ref)!;
  const at = features.id.indexOf(id);
  return Object.fromEntries(
    Object.entries(features).flatMap(([name, column]) => (typeof column === 'string' ? [] : [[name, column[at]]])),
  ) as Record<keyof CustomerFeatures, number | undefined>;
}

describe('the single view of a customer', () => {
  it('has the thirteen features of the brief, as worked out by hand', async () => {
    const shop = emptyShop();
    // Prices of the lines: 5, 10, 20, 40. Quarters of them at 8.75, 15 and 25.
    await shop.load(
      lines(
        orderHeader,
        '1,2026-04-01,ana,A,2,10,paid,,North,4',
        '1,2026-04-01,ana,B,1,40,paid,,North,',
        '2,2026-04-11,ana,C,1,20,paid,Mail,South,0',
        '3,2026-04-21,ana,D,4,5,paid,,North,1',
        '4,2026-04-22,ana,A,1,10,cancelled,,North,2',
        '5,2026-04-23,ana,B,-1,40,paid,,North,',
      ),
      { shop: london },
    );
    await shop.load(lines('member id,sponsor', 'ben,ana', 'cem,ana', 'dan,ben'), { shop: london });
    await shop.load(lines('customer id,visits', 'ana,7'), { shop: london });

    expect(await featuresOf(shop, 'ana')).toMatchObject({
      revenueMinor: 10_000,
      quantity: 8,
      orders: 3,
      spanDays: 20,
      meanDaysBetween: 10,
      unitMinor: 1250,
      orderMinor: 10_000 / 3,
      orderQuantity: 8 / 3,
      netMinor: 6000,
      discountMinor: 500,
      places: 2,
      priceShare1: 4 / 8,
      priceShare2: 2 / 8,
      priceShare3: 1 / 8,
      priceShare4: 1 / 8,
      referred: 2,
      // And what comes beside them.
      discountShare: 500 / 10_500,
      promoShare: 1,
      campaignShare: 1 / 3,
      cancelledOrders: 2,
      returnedMinor: 4000,
      firstDay: toEpochDay('2026-04-01'),
      recencyDays: 10,
      visits: 7,
    });
  });

  it('is as of any day', async () => {
    const shop = emptyShop();
    await shop.load(
      lines(
        orderHeader,
        '1,2026-04-01,ana,A,1,10,paid,,,2',
        '2,2026-04-11,ana,A,1,10,paid,Mail,,4',
        '3,2026-04-12,ana,A,1,10,cancelled,,,',
      ),
      { shop: london },
    );
    expect(await featuresOf(shop, 'ana', '2026-04-11')).toMatchObject({
      orders: 1,
      discountMinor: 200,
      promoShare: 1,
      campaignShare: 0,
      cancelledOrders: 0,
      recencyDays: 10,
    });
  });

  it('does not know a discount that no order tells', async () => {
    const shop = emptyShop();
    await shop.load(lines('order_id,date,customer_id,sku,quantity,unit_price', '1,2026-04-01,ana,A,1,10'), {
      shop: london,
    });
    expect(await featuresOf(shop, 'ana')).toMatchObject({
      discountMinor: Number.NaN,
      discountShare: Number.NaN,
      promoShare: 0,
      visits: Number.NaN,
      referred: 0,
    });
  });

  it('counts a referral that a file tells instead of the one of the demo, not beside it', async () => {
    const shop = emptyShop();
    await shop.load(
      lines(orderHeader, '1,2026-04-01,ana,A,1,1,,,,', '2,2026-04-01,ben,A,1,1,,,,', '3,2026-04-01,cem,A,1,1,,,,'),
      {
        shop: london,
      },
    );
    shop.db.exec("UPDATE customer SET sponsor_id = 1 WHERE ref IN ('ben', 'cem')");
    expect((await featuresOf(shop, 'ana')).referred).toBe(2);
    await shop.load(lines('member id,sponsor', 'ben,ana', 'cem,ben'), { shop: london });
    expect((await featuresOf(shop, 'ana')).referred).toBe(1);
    expect((await featuresOf(shop, 'ben')).referred).toBe(1);
  });
});

describe('what an order was cheaper by', () => {
  const discountOf = ({ db }: Bench) =>
    db.prepare('SELECT ref, sale_minor, discount_minor FROM stored_order ORDER BY ref').raw().all();

  it('is read from Shopee: list price less price, and the seller’s voucher once an order', async () => {
    const shop = emptyShop();
    await shop.load(
      lines(
        'No. Pesanan;Status Pesanan;Waktu Pesanan Dibuat;Nama Produk;Harga Awal;Harga Setelah Diskon;Jumlah;Voucher Ditanggung Penjual;Username (Pembeli)',
        '1;Selesai;2026-04-01 10:00;Botol;12.000;10.000;2;1.000;ana',
        '1;Selesai;2026-04-01 10:00;Gelas;5.000;5.000;1;1.000;ana',
        '2;Batal;2026-04-01 11:00;Botol;12.000;10.000;1;0;ben',
      ),
    );
    expect(discountOf(shop)).toEqual([
      ['1', 25_000, 5000],
      ['2', 0, null],
    ]);
  });

  it('is read from TikTok Shop: what the seller gave', async () => {
    const shop = emptyShop();
    await shop.load(
      lines(
        'Order ID,Order Status,Created Time,Product Name,Quantity,SKU Subtotal Before Discount,SKU Seller Discount,Buyer Username',
        '1,Completed,01/04/2026 10:00:00,Botol,1,20000,3000,ana',
      ),
      { shop: jakarta },
    );
    expect(discountOf(shop)).toEqual([['1', 17_000, 3000]]);
  });

  it('is read from Shopify: that of the order, once', async () => {
    const shop = emptyShop();
    await shop.load(
      lines(
        'Name,Email,Financial Status,Created at,Currency,Subtotal,Discount Amount,Lineitem quantity,Lineitem name,Lineitem price',
        '#1,ana@x,paid,2026-04-01 10:00:00 +0000,GBP,25,5,1,Jug,20',
        '#1,,,,,,,1,Cup,10',
      ),
      { shop: london },
    );
    expect(discountOf(shop)).toEqual([['#1', 2500, 500]]);
  });

  it('is read from a distributor’s transactions', async () => {
    const shop = emptyShop();
    await shop.load(
      lines(
        'transaction_id,payment_date,customer_id,product_json,total_amt,discount',
        `1,2026-04-01,ana,"{""A"": 2, ""B"": 1}",90000,10000`,
      ),
      { shop: jakarta },
    );
    expect(discountOf(shop)).toEqual([['1', 90_000, 10_000]]);
  });

  it('adds up over lines that stand far apart', async () => {
    const shop = emptyShop();
    const filler = Array.from({ length: 4100 }, (_, at) => `f${at},2026-04-01,x,A,1,1,,,,`);
    await shop.load(lines(orderHeader, '1,2026-04-01,ana,A,1,10,,,,1', ...filler, '1,2026-04-01,ana,A,1,10,,,,2'), {
      shop: london,
    });
    expect(shop.db.prepare("SELECT discount_minor FROM stored_order WHERE ref = '1'").pluck().get()).toBe(300);
  });
});
