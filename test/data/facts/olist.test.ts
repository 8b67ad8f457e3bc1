import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SameFile } from '../../../data/facts/errors.ts';
import { emptyFolder, emptyShop, fileWith, learnedAt } from './fixture.ts';

const tables = {
  'olist_orders_dataset.csv': [
    'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date',
    'o1,c1,delivered,2018-01-01 10:00:00,2018-01-01 11:00:00,2018-01-02 09:00:00,2018-01-05 12:00:00,2018-01-20 00:00:00',
    'o2,c2,canceled,2018-01-03 10:00:00,,,,2018-01-20 00:00:00',
    'o3,c3,shipped,2018-01-04 23:30:00,2018-01-05 00:10:00,2018-01-06 00:00:00,,2018-01-20 00:00:00',
    'o4,c4,unavailable,2018-01-04 10:00:00,,,,2018-01-20 00:00:00',
    'o5,c9,delivered,2018-01-06 10:00:00,,,,2018-01-20 00:00:00',
  ],
  'olist_order_items_dataset.csv': [
    'order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value',
    'o1,1,p1,s1,2018-01-05 10:00:00,29.99,8.72',
    'o1,2,p2,s1,2018-01-05 10:00:00,10.00,1.00',
    'o2,1,p1,s1,2018-01-05 10:00:00,29.99,8.72',
    'o3,1,p3,s9,2018-01-05 10:00:00,5.50,2.00',
    'o5,1,p2,s1,2018-01-05 10:00:00,7.00,1.00',
    'ox,1,p1,s1,2018-01-05 10:00:00,1.00,1.00',
  ],
  'olist_customers_dataset.csv': [
    '\uFEFF"customer_id","customer_unique_id","customer_zip_code_prefix","customer_city","customer_state"',
    'c1,u1,01310,sao paulo,SP',
    'c2,u2,01310,campinas,SP',
    'c3,u1,01310,sao paulo,SP',
    'c4,u4,01310,recife,PE',
  ],
  'olist_order_payments_dataset.csv': [
    'order_id,payment_sequential,payment_type,payment_installments,payment_value',
    'o1,1,credit_card,1,40.00',
    'o1,2,voucher,1,9.71',
    'o2,1,boleto,1,38.71',
    'o3,1,boleto,1,9.50',
  ],
  'olist_products_dataset.csv': [
    '"product_id","product_category_name","product_name_lenght","product_description_lenght","product_photos_qty"',
    'p1,beleza_saude,40,287,1',
    'p2,pc_gamer,44,276,1',
    'p4,,,,',
  ],
  'olist_sellers_dataset.csv': ['seller_id,seller_zip_code_prefix,seller_city,seller_state', 's1,13023,campinas,SP'],
  'product_category_name_translation.csv': [
    '\uFEFFproduct_category_name,product_category_name_english',
    'beleza_saude,health_beauty',
  ],
  'olist_order_reviews_dataset.csv': [
    'review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp',
    'r1,o1,5,,"muito bom,\nobrigado",2018-01-06 00:00:00,2018-01-07 00:00:00',
    'r1,o3,4,,,2018-01-08 00:00:00,2018-01-09 00:00:00',
  ],
} as const;

type FileName = keyof typeof tables;
const all = Object.keys(tables) as FileName[];
const textOf = (name: FileName) => `${tables[name].join('\r\n')}\r\n`;

function request(names: readonly FileName[]) {
  const [first, ...beside] = names.map((name) => ({ path: fileWith(textOf(name), name), name }));
  return { ...first!, beside, learnedAt, shop: null };
}

/** A zip file of these, with a directory before the names as Kaggle has none and Windows has. */
function zipOf(files: readonly (readonly [name: string, content: Buffer])[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of files) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    entry.write(name, 46);
    locals.push(local, packed);
    directory.push(entry);
    at += local.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

describe('the tables of Olist', () => {
  it('come in as one import: people by their unique id, items as revenue, called off orders netted', async () => {
    const { facts, db } = emptyShop();
    const report = await facts.imports.load(request(all));

    expect(report).toMatchObject({
      layout: 'Olist',
      // 6 items, 3 products, 3 people, 2 reviews.
      rows: 14,
      stored: 13,
      rejected: 1,
      orders: 4,
      customers: 2,
      revenueMinor: 2999 + 1000 + 550 + 700,
      cancelledRows: 1,
      cancelledMinor: -2999,
      anonymousRows: 1,
      firstDay: '2018-01-01',
      lastDay: '2018-01-06',
      shop: { currency: 'BRL', zone: 'America/Sao_Paulo' },
    });
    expect(report.notes).toEqual(
      expect.arrayContaining([
        'Paid what items and freight come to, to a cent: 2 of 3 orders; 1 differ.',
        '1 orders have no payment.',
        '1 orders have no items: nothing of them is stored.',
        '1 orders are of customers who are not in the table: they count, and nobody is taken for their buyer.',
        '1 items name a product that is not in its table.',
        '1 items name a seller that is not in its table.',
      ]),
    );
    expect(report.notes.slice(-2)).toEqual([
      '1 of 1 customers bought more than once (100%).',
      'In Olist’s own tables one in thirty did: the customers of this copy look altered.',
    ]);
    expect(await facts.imports.rejects(report.id, 9)).toEqual([
      { line: 7, column: 'order_id', value: 'ox', reason: 'is not in the table of orders' },
    ]);
    expect(db.prepare('SELECT ref, category FROM stored_product ORDER BY ref').raw().all()).toEqual([
      ['p1', 'health_beauty'],
      ['p2', 'pc_gamer'],
      ['p3', null],
      ['p4', null],
    ]);
    expect(
      db
        .prepare(
          'SELECT review.ref, customer.ref, score FROM current_review AS review JOIN customer ON id = customer_id',
        )
        .raw()
        .all(),
    ).toEqual([
      ['r1 · o1', 'u1', 5],
      ['r1 · o3', 'u1', 4],
    ]);
    const { words } = await facts.customers.traits(['city', 'province']);
    expect(words).toEqual({ city: ['sao paulo', 'campinas', 'recife'], province: ['SP', 'SP', 'PE'] });
  });

  it('are the same in any order, one of them twice, or in an archive', async () => {
    const straight = await emptyShop().facts.imports.load(request(all));
    const reversed = await emptyShop().facts.imports.load(request([...all.toReversed(), all[3]!]));
    const files = all.map((name) => [`archive/${name}`, Buffer.from(textOf(name))] as const);
    const archive = zipOf([
      ...files,
      ['archive/read me.pdf', Buffer.from('%PDF')],
      ['__MACOSX/._a.csv', Buffer.from('x')],
    ]);
    const zipped = await emptyShop().load(archive, { name: 'archive.zip' });

    const { name: _, ...rest } = straight;
    expect(reversed).toMatchObject({ ...rest, finishedAt: expect.any(Number) });
    expect(zipped).toMatchObject({ sha256: straight.sha256, stored: straight.stored, rejected: straight.rejected });
    expect(zipped.notes[0]).toBe('Not read: archive/read me.pdf.');
  });

  it('are not taken twice, however they are packed', async () => {
    const shop = emptyShop();
    await shop.facts.imports.load(request(all));
    const archive = zipOf(all.map((name) => [name, Buffer.from(textOf(name))]));
    await expect(shop.load(archive)).rejects.toThrow(SameFile);
  });

  it('that do not suffice are refused, and what is missing is named', async () => {
    const { facts } = emptyShop();
    const load = (...names: readonly FileName[]) => facts.imports.load(request(names));
    await expect(load('olist_orders_dataset.csv', 'olist_order_items_dataset.csv')).rejects.toThrow(
      'Of Olist, orders, order items came; still needed: customers.',
    );
    await expect(load('olist_order_payments_dataset.csv')).rejects.toThrow(
      'still needed: orders, order items, customers.',
    );
    await expect(load('product_category_name_translation.csv')).rejects.toThrow('still needed: products');
    const twice = request(['olist_orders_dataset.csv']);
    const other = { path: fileWith(`${textOf('olist_orders_dataset.csv')}\n`), name: 'again.csv' };
    await expect(facts.imports.load({ ...twice, beside: [other] })).rejects.toThrow(
      'olist_orders_dataset.csv and again.csv are both the table of orders.',
    );
  });

  it('give the rows that do not fit as a file to mend, which completes them', async () => {
    const { facts } = emptyShop();
    const asked = request(all);
    await facts.imports.load(asked);
    const path = join(emptyFolder(), 'fix.csv');
    expect(await facts.imports.fixFile(asked, path)).toEqual({ rows: 1 });
    const [header, row] = readFileSync(path, 'utf8').split('\n');
    const cells = row!.split(',');
    cells[3] = 'delivered';
    cells[4] = '2018-01-07 09:00:00';
    writeFileSync(path, [header, cells.join(',')].join('\n'));
    const mended = await facts.imports.load({ path, name: 'fix.csv', learnedAt, shop: null });
    expect(mended).toMatchObject({ layout: 'Olist', stored: 1, rejected: 0, orders: 1, revenueMinor: 100 });
  });

  it('may come alone where one says something by itself', async () => {
    const { facts } = emptyShop();
    expect(await facts.imports.load(request(['olist_products_dataset.csv']))).toMatchObject({ rows: 3, stored: 3 });
    const more = request(['olist_products_dataset.csv', 'product_category_name_translation.csv']);
    expect(await facts.imports.load({ ...more, learnedAt: learnedAt + 1 })).toMatchObject({
      rows: 3,
      known: 2,
      corrected: 1,
    });
  });

  it('are told from files that do not belong together', async () => {
    const { facts } = emptyShop();
    const strangers = ['a.csv', 'b.csv'].map((name) => ({ path: fileWith(`${name}\n1\n`), name }));
    const { beside, ...first } = request(all.slice(0, 2));
    expect(await facts.imports.belongTogether([first, ...beside])).toBe(true);
    expect(await facts.imports.belongTogether(strangers)).toBe(false);
    const [one, ...others] = strangers;
    await expect(facts.imports.load({ ...one!, beside: others, learnedAt, shop: null })).rejects.toThrow(
      'These 2 files are of no kind that belongs together: a.csv, b.csv.',
    );
  });
});

describe('an archive', () => {
  const orders = 'order_id,date,customer,sku,quantity,unit_price,currency\n1,2026-04-01,ana,A,2,10,GBP\n';

  it('with one file in it is that file', async () => {
    const report = await emptyShop().load(zipOf([['orders.csv', Buffer.from(orders)]]));
    expect(report).toMatchObject({ layout: 'generic orders', rows: 1, stored: 1 });
  });

  it('is refused with a reason when there is nothing in it, or too much, or it is damaged', async () => {
    const { load } = emptyShop();
    await expect(load(zipOf([['a.pdf', Buffer.from('x')]]))).rejects.toThrow('a zip archive without a CSV in it');
    const bomb = Buffer.alloc(600 * 2 ** 20);
    await expect(load(zipOf([['a.csv', bomb]]))).rejects.toThrow('unpacks to more than 512 MB');
    const whole = zipOf([['orders.csv', Buffer.from(orders)]]);
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, 41, 60);
    await expect(load(damaged)).rejects.toThrow('damaged or cut short');
    const locked = Buffer.from(whole);
    locked[locked.indexOf('PK\x01\x02') + 8] = 1;
    await expect(load(locked)).rejects.toThrow('The zip file has a password.');
  });
});

const folder = join(import.meta.dirname, '../../../../shared/data/olist');
const isThere = existsSync(folder);

/** Known answers: README of the data sets. */
describe.skipIf(!isThere)(`the sample of a thesis${isThere ? '' : ` (skipped: ${folder} is missing)`}`, () => {
  const named = (name: string) => ({ path: join(folder, name), name });
  const sample = [
    'thesis_sample_orders_ALTERED_customer_ids.csv.gz',
    'thesis_sample_order_items.csv.gz',
    'thesis_sample_customers_ALTERED.csv.gz',
    'olist_order_payments_dataset.csv.gz',
    'olist_products_dataset.csv.gz',
    'olist_sellers_dataset.csv.gz',
    'product_category_name_translation.csv.gz',
  ].map(named);

  it('gives 13,205 orders, all of them paid', async () => {
    const { facts } = emptyShop();
    const [first, ...beside] = sample;
    const report = await facts.imports.load({ ...first!, beside, learnedAt, shop: null });
    expect(report).toMatchObject({
      rows: 14_985 + 32_951 + 4997,
      rejected: 0,
      orders: 13_205,
      revenueMinor: 181_940_405,
    });
    expect(report.notes).toEqual(
      expect.arrayContaining([
        '1,780 rows of orders repeat an order: 13,205 different ones.',
        '10 orders name two customers: they count, and nobody is taken for their buyer.',
        'Paid what items and freight come to, to a cent: 13,162 of 13,205 orders; 43 differ.',
      ]),
    );
    expect(report.notes.at(-1)).toMatch(/look altered/);
  }, 60_000);
});
