import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toEpochDay } from '../../../data/days.ts';
import { type Bench, emptyShop, jakarta, learnedAt, london } from './fixture.ts';

const DAY_MS = 86_400_000;
const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`;

/** Everything known of one kind of subject: "ana city Leeds". */
function known({ db }: Bench, subject: 'customer' | 'product' | 'campaign'): readonly string[] {
  return db
    .prepare<[string], string>(
      `SELECT ref || ' ' || name || ' ' || IFNULL(text, number) FROM current_trait JOIN ${subject} ON id = subject_id
       WHERE subject = ? ORDER BY 1`,
    )
    .pluck()
    .all(subject);
}

describe('a list of customers', () => {
  it('is read in English and in Indonesian, without names and telephones', async () => {
    const english = emptyShop();
    const report = await english.load(
      lines(
        'Customer ID,Name,Phone,City,Birth date,Income,Joined,Marketing consent,Tier',
        'ana,Ana Alvarez,555-1,Leeds,1985-03-04,"1,250.50",2026-01-31,yes,gold',
        'ben,Ben Brown,555-2,,,,,no,silver',
      ),
      { shop: london },
    );
    expect(report).toMatchObject({ layout: 'customers', grain: 'customers', rows: 2, stored: 2, rejected: 0 });
    expect(report.figures).toEqual([
      { name: 'Customers listed', value: 2, unit: 'count' },
      { name: 'consent', value: 1, unit: 'count' },
    ]);
    expect(report.notes).toEqual(
      expect.arrayContaining([
        'Not read: Name and Phone.',
        'Also kept: tier.',
        '1 of 2 have no income: not known, and not zero.',
      ]),
    );
    expect(known(english, 'customer')).toEqual([
      'ana birth year 1985.0',
      'ana city Leeds',
      'ana consent 1.0',
      'ana income 125050.0',
      `ana joined ${toEpochDay('2026-01-31')}.0`,
      'ana tier gold',
      'ben consent 0.0',
      'ben tier silver',
    ]);

    const indonesian = emptyShop();
    await indonesian.load(
      lines(
        'ID Pelanggan;Nama;Kota;Provinsi;Tanggal Lahir;Jenis Kelamin;Pendapatan',
        'c1;Sari;Bandung;Jawa Barat;17-08-1990;P;7.500.000',
      ),
      { shop: jakarta },
    );
    expect(known(indonesian, 'customer')).toEqual([
      'c1 birth year 1990.0',
      'c1 city Bandung',
      'c1 gender P',
      'c1 income 7500000.0',
      'c1 province Jawa Barat',
    ]);
  });

  it('never loses a value to a blank, and takes the newest word', async () => {
    const shop = emptyShop();
    await shop.load(lines('customer id,city,income', 'ana,Leeds,100'), { shop: london });
    const report = await shop.load(lines('customer id,city,income', 'ana,York,'), {
      shop: london,
      learnedAt: learnedAt + DAY_MS,
    });
    expect(report).toMatchObject({ stored: 1, known: 0, corrected: 1 });
    expect(known(shop, 'customer')).toEqual(['ana city York', 'ana income 10000.0']);
    await shop.facts.imports.undo(report.id, learnedAt + DAY_MS);
    expect(known(shop, 'customer')).toEqual(['ana city Leeds', 'ana income 10000.0']);
  });

  it('is as new as the latest day in it, or as the day it came where it tells none', async () => {
    const shop = emptyShop();
    const june = { shop: london, learnedAt: Date.parse('2026-06-30') };
    await shop.load(lines('customer id,city,joined', 'ana,Leeds,2026-04-01'), { shop: london });
    await shop.load(lines('customer id,city,joined', 'ana,Bath,2026-01-01'), june);
    expect(known(shop, 'customer')).toContain('ana city Leeds');
    await shop.load(lines('customer id,city', 'ana,York'), june);
    expect(known(shop, 'customer')).toContain('ana city York');
  });

  it('keeps somebody of whom nothing is known but that they are listed', async () => {
    const shop = emptyShop();
    const report = await shop.load(lines('customer id,city', 'ana,', 'ben,York'), { shop: london });
    expect(report).toMatchObject({ rows: 2, stored: 2 });
    expect(known(shop, 'customer')).toEqual(['ana listed 1.0', 'ben city York']);
  });

  it('rejects by line whom it cannot read, and who stands there twice', async () => {
    const shop = emptyShop();
    const report = await shop.load(
      lines('customer id,city,joined,consent', ',York,,', 'ana,York,soon,', 'ben,York,,maybe', 'cem,,,', 'cem,Rome,,'),
      { shop: london },
    );
    expect(report).toMatchObject({ rows: 5, stored: 1, rejected: 4 });
    expect((await shop.facts.imports.rejects(report.id, 9)).map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '2 is empty',
      '3 is not a date such as 2026-04-20 09:30',
      '4 is neither yes nor no',
      '6 tells again what line 5 tells',
    ]);
  });

  it('leaves out a column that says the same of everybody, and keeps codes as they are written', async () => {
    const shop = emptyShop();
    const rows = Array.from({ length: 12 }, (_, at) => `c${at},York,11,00${at},${at}.5,1.62${at % 10}`);
    const report = await shop.load(lines('customer id,city,Z_Revenue,postcode,score_a,ratio', ...rows), {
      shop: london,
    });
    expect(report.notes).toContain('z_revenue is 11 on every row: it tells nothing and was left out.');
    expect(known(shop, 'customer').filter((fact) => fact.startsWith('c1 '))).toEqual([
      'c1 city York',
      'c1 postcode 001',
      // Sixteen hundred, or one and a half: nothing in the column tells, so it stays a word.
      'c1 ratio 1.621',
      'c1 score_a 1.5',
    ]);
  });

  it('says what cannot be, and stores it', async () => {
    const shop = emptyShop();
    const report = await shop.load(
      lines('customer id,birth year,income', 'a,1899,100', 'b,1980,110', 'c,1990,120', 'd,1985,9999'),
      { shop: london },
    );
    expect(report.notes).toEqual(
      expect.arrayContaining([
        'birth year: 1 × before 1900 (line 2). Stored as told, and not to be believed.',
        'income: 1 × above ten times the median (line 5). Stored as told, and not to be believed.',
      ]),
    );
    expect(known(shop, 'customer')).toContain('d income 999900.0');
  });

  it('is no list of customers when it has orders in it', async () => {
    const shop = emptyShop();
    await expect(shop.load(lines('order id,customer id,city', '1,ana,York'), { shop: london })).rejects.toThrow(
      /No kind of file fits/,
    );
  });

  it('can be mapped by hand', async () => {
    const shop = emptyShop();
    await shop.load(lines('who,where', 'ana,York'), {
      shop: london,
      kind: 'customers',
      mapping: { customer: 'who', city: 'where' },
    });
    expect(known(shop, 'customer')).toEqual(['ana city York']);
  });

  it('is told by trait: numbers, words, and for how many', async () => {
    const shop = emptyShop();
    await shop.load(lines('customer id,city,income', 'ana,York,100', 'ben,,50', 'cem,,'), { shop: london });
    expect(await shop.facts.customers.traitNames()).toEqual([
      { name: 'city', unit: 'word', customers: 1 },
      { name: 'income', unit: 'money', customers: 2 },
    ]);
    expect(await shop.facts.customers.traits(['income', 'city', 'age'])).toEqual({
      id: Int32Array.of(1, 2),
      numbers: {
        income: Float64Array.of(10_000, 5000),
        city: Float64Array.of(Number.NaN, Number.NaN),
        age: Float64Array.of(Number.NaN, Number.NaN),
      },
      words: { income: [null, null], city: ['York', null], age: [null, null] },
    });
  });
});

describe('a catalogue', () => {
  it('gives products their category and cost, exactly, whichever file comes first', async () => {
    const orders = lines(
      'order,date,customer,sku,product name,quantity,unit price,campaign',
      '1,2026-04-01,ana,A,Jug,3,10,Mail',
    );
    const catalogue = lines('SKU,Product name,Category,Unit cost,Price', 'A,Big jug,Kitchen,2.3455,10', 'B,Cup,,,4');
    for (const files of [
      [orders, catalogue],
      [catalogue, orders],
    ]) {
      const shop = emptyShop();
      for (const file of files) await shop.load(file, { shop: london });
      expect(
        shop.db
          .prepare('SELECT ref, name, category, unit_cost_parts, price_parts FROM stored_product ORDER BY ref')
          .raw()
          .all(),
      ).toEqual([
        ['A', 'Big jug', 'Kitchen', 2_345_500, 10_000_000],
        ['B', 'Cup', null, null, 4_000_000],
      ]);
      const daily = await shop.facts.campaigns.daily({ from: '2026-04-01', before: '2026-05-01' });
      expect([...daily.goodsMinor]).toEqual([704]);
    }
  });
});

describe('a list of campaigns', () => {
  const campaigns = lines(
    'Nama Kampanye,Jenis,Mulai,Selesai,Biaya',
    'Gajian,Voucher Toko,2026-04-01,2026-04-03,100',
    'Iklan Meta,Iklan,2026-04-02,2026-12-31,',
    'Rahasia,rahasia,,,50',
  );

  it('says what each was, also of one that goes on', async () => {
    const shop = emptyShop();
    const report = await shop.load(campaigns, { shop: jakarta });
    expect(report).toMatchObject({ layout: 'campaigns', stored: 3, rejected: 0 });
    expect(await shop.facts.campaigns.list()).toEqual([
      { id: 1, name: 'Gajian', kind: 'voucher' },
      { id: 2, name: 'Iklan Meta', kind: 'ads' },
      { id: 3, name: 'Rahasia', kind: 'other' },
    ]);
  });

  it('puts a whole cost in equal parts on the days it ran, to the last rupiah, unless the days are told', async () => {
    const shop = emptyShop();
    await shop.load(campaigns, { shop: jakarta });
    const range = { from: '2026-04-01', before: '2026-05-01' };
    const spread = await shop.facts.campaigns.daily(range);
    expect([...spread.campaign]).toEqual([1, 1, 1]);
    expect([...spread.spendMinor]).toEqual([33, 33, 34]);

    await shop.load(lines('date,campaign,spend', '2026-04-02,Gajian,70'), { shop: jakarta });
    const told = await shop.facts.campaigns.daily(range);
    expect([...told.spendMinor]).toEqual([70]);
  });
});

describe('a list of contacts', () => {
  const contacts = ({ db }: Bench) =>
    db
      .prepare(
        `SELECT campaign.ref, customer.ref, is_treated, arm, contact.channel FROM current_contact AS contact
           JOIN campaign ON campaign.id = campaign_id JOIN customer ON customer.id = customer_id ORDER BY 1, 2`,
      )
      .raw()
      .all();

  it('tells who was contacted and who was held out', async () => {
    const shop = emptyShop();
    const report = await shop.load(
      lines(
        'customer id,campaign,date,group,channel',
        'ana,Mail,2026-04-01,treatment,email',
        'ben,Mail,,control,',
        'ana,Call,,yes,phone',
        'ana,Mail,,treatment,',
        'cem,Mail,,,',
      ),
      { shop: london },
    );
    expect(report).toMatchObject({ layout: 'contacts', rows: 5, stored: 3, rejected: 2, firstDay: '2026-04-01' });
    expect(report.figures).toEqual([
      { name: 'Contacted', value: 2, unit: 'count' },
      { name: 'Held out', value: 1, unit: 'count' },
    ]);
    expect(contacts(shop)).toEqual([
      ['Call', 'ana', 1, null, 'phone'],
      ['Mail', 'ana', 1, null, 'email'],
      ['Mail', 'ben', 0, null, null],
    ]);
  });

  it('says which words it took for what, for only who made the list knows', async () => {
    const { notes } = await emptyShop().load(
      lines('customer id,campaign,group', 'ana,X,A', 'ben,X,no-reply mail', 'cem,X,no message', 'dee,X,control'),
      { shop: london },
    );
    expect(notes).toContain('Taken as contacted: A, no-reply mail.');
    expect(notes).toContain('Taken as held out: no message, control.');
  });

  it('without numbers of customers takes each row for a person of its own, and says so', async () => {
    const test = lines(
      'recency,history,mens,womens,newbie,channel,segment,visit,conversion,spend',
      '10,142.44,1,0,0,Phone,Womens E-Mail,0,0,0',
      '6,329.08,1,1,1,Web,No E-Mail,1,1,29.99',
      '6,329.08,1,1,1,Web,No E-Mail,1,1,29.99',
    );
    const shop = emptyShop();
    const report = await shop.load(test, { name: 'hillstrom.csv' });
    expect(report).toMatchObject({ rows: 3, stored: 3, rejected: 0 });
    expect(report.notes).toEqual(
      expect.arrayContaining([
        'No column says who a customer is: each row is a person of its own, who is in no other file.',
        'Womens E-Mail: 1; No E-Mail: 2.',
      ]),
    );
    expect(contacts(shop).map((row) => (row as unknown[]).slice(2))).toEqual([
      [1, 'Womens E-Mail', 'email'],
      [0, 'No E-Mail', 'email'],
      [0, 'No E-Mail', 'email'],
    ]);
    const { numbers } = await shop.facts.customers.traits(['spend', 'visit']);
    expect(numbers).toEqual({ spend: Float64Array.of(0, 2999, 2999), visit: Float64Array.of(0, 1, 1) });
  });
});

describe('referrals', () => {
  it('have no circles: the line that closes one is rejected', async () => {
    const shop = emptyShop();
    const report = await shop.load(lines('member id,sponsor', 'b,a', 'c,b', 'd,c', 'a,d', 'e,e', 'b,x', ',a', 'f,'), {
      shop: london,
    });
    expect(report).toMatchObject({ layout: 'referrals', rows: 8, stored: 3, rejected: 5 });
    expect(report.figures).toEqual([
      { name: 'Referrals', value: 3, unit: 'count' },
      { name: 'Sponsors', value: 3, unit: 'count' },
    ]);
    expect((await shop.facts.imports.rejects(report.id, 9)).map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '5 came through a, or through somebody who did',
      '6 is the customer',
      '7 tells again what line 2 tells',
      '8 is empty',
      '9 is empty',
    ]);
  });

  it('that make a circle with earlier files are told of', async () => {
    const shop = emptyShop();
    await shop.load(lines('member id,sponsor', 'b,a', 'c,b'), { shop: london });
    const report = await shop.load(lines('member id,sponsor', 'a,c', 'z,a'), { shop: london });
    expect(report).toMatchObject({ stored: 2, rejected: 0 });
    expect(report.notes).toContain(
      '3 customers came through each other in a circle, by this file and earlier ones together. The newest word on each counts.',
    );
  });
});

describe('reviews', () => {
  it('are scores of 1 to 5, by their number or by order and product', async () => {
    const shop = emptyShop();
    const report = await shop.load(
      lines(
        'review id,order id,sku,customer id,rating,review date',
        'r1,1,A,ana,5,2026-04-02',
        ',1,B,ana,3,',
        'r3,2,A,ben,6,',
        'r1,9,A,ben,1,',
      ),
      { shop: london },
    );
    expect(report).toMatchObject({ layout: 'reviews', rows: 4, stored: 2, rejected: 2, firstDay: '2026-04-02' });
    expect(report.figures).toEqual([
      { name: 'Reviews', value: 2, unit: 'count' },
      { name: 'Mean score', value: 4, unit: 'number' },
    ]);
    expect(shop.db.prepare('SELECT ref, order_ref, score FROM current_review ORDER BY ref').raw().all()).toEqual([
      ['1 · B', '1', 3],
      ['r1', '1', 5],
    ]);
  });

  it('keep what a newer file leaves blank', async () => {
    const shop = emptyShop();
    await shop.load(lines('review id,sku,rating,review date', 'r1,A,5,2026-04-02'), { shop: london });
    const again = { shop: london, learnedAt: learnedAt + DAY_MS };
    const newer = await shop.load(lines('review id,sku,rating,order id,review date', 'r1,,2,7,'), again);
    expect(newer).toMatchObject({ stored: 1, corrected: 1 });
    const current = shop.db.prepare(
      'SELECT review.ref, order_ref, product.ref, day, score FROM current_review AS review JOIN product ON id = product_id',
    );
    expect(current.raw().all()).toEqual([['r1', '7', 'A', toEpochDay('2026-04-02'), 2]]);
    expect(
      await shop.load(lines('review id,rating,review date', 'r1,2,'), { ...again, learnedAt: learnedAt + 2 * DAY_MS }),
    ).toMatchObject({ stored: 0, known: 1 });
  });
});

const hillstrom = join(import.meta.dirname, '../../../../shared/data/hillstrom/hillstrom.csv.gz');
const isThere = existsSync(hillstrom);

/** Known answers: README of the data sets. */
describe.skipIf(!isThere)(`Hillstrom’s e-mail test${isThere ? '' : ` (skipped: ${hillstrom} is missing)`}`, () => {
  it('comes in with its three groups and what they did', async () => {
    const shop = emptyShop();
    const report = await shop.facts.imports.load({ path: hillstrom, name: 'hillstrom.csv.gz', learnedAt, shop: null });
    expect(report).toMatchObject({ rows: 64_000, stored: 64_000, rejected: 0 });
    const arms = shop.db
      .prepare(
        `SELECT arm, COUNT(*), ROUND(AVG(visit.number), 4), ROUND(AVG(spend.number) / 100, 4) FROM current_contact
           JOIN current_trait AS visit ON visit.subject_id = customer_id AND visit.name = 'visit'
           JOIN current_trait AS spend ON spend.subject_id = customer_id AND spend.name = 'spend'
         GROUP BY arm ORDER BY arm`,
      )
      .raw();
    expect(arms.all()).toEqual([
      ['Mens E-Mail', 21_307, 0.1828, 1.4226],
      ['No E-Mail', 21_306, 0.1062, 0.6528],
      ['Womens E-Mail', 21_387, 0.1514, 1.0772],
    ]);
  }, 60_000);
});
