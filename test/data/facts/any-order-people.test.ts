import { describe, expect, it } from 'vitest';
import { SameFile } from '../../../data/facts/errors.ts';
import { type Chance, seededChance } from '../../../data/sample/random.ts';
import type { ImportReport } from '../../../data/types/imports.ts';
import { type Bench, emptyShop, learnedAt, london } from './fixture.ts';

const DAY_MS = 86_400_000;

/** Files of every kind about the same few people, products and campaigns: they overlap, contradict and have blanks. */
function makeFiles(chance: Chance): readonly string[] {
  const upTo = (most: number) => Math.floor(chance.next() * most);
  const maybe = (cell: string) => (chance.next() < 0.7 ? cell : '');
  const day = () => `2026-04-${String(1 + upTo(28)).padStart(2, '0')}`;
  const some = <T>(of: readonly T[]): readonly T[] => of.filter(() => chance.next() < 0.6);
  const people = Array.from({ length: 12 }, (_, at) => `p${at}`);
  const products = ['A', 'B', 'C', 'D'];
  const campaigns = ['Mail', 'Ads', 'Voucher'];
  const cities = ['York', 'Leeds', 'Bath'];
  const one = <T>(of: readonly T[]): T => of[upTo(of.length)]!;
  const table = (header: string, rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;

  const kinds: readonly (() => string)[] = [
    () =>
      table(
        'customer id,city,income,joined,tier',
        some(people).map((who) =>
          [who, maybe(one(cities)), maybe(String(upTo(900))), maybe(day()), maybe('gold')].join(),
        ),
      ),
    () =>
      table(
        'sku,category,unit cost',
        some(products).map((sku) => [sku, maybe(one(['jugs', 'cups'])), maybe(String(upTo(9)))].join()),
      ),
    () =>
      table(
        'campaign,kind,from,to,cost',
        some(campaigns).map((name) =>
          [name, maybe('voucher'), maybe('2026-04-02'), maybe('2026-04-09'), maybe('70')].join(),
        ),
      ),
    () =>
      table(
        'customer id,campaign,group,date',
        some(people).map((who) => [who, one(campaigns), one(['treatment', 'control']), maybe(day())].join()),
      ),
    () =>
      table(
        'member id,sponsor',
        some(people.slice(1)).map((who, at) => [who, at % 3 === 0 ? 'p0' : one(people)].join()),
      ),
    () =>
      table(
        'review id,sku,customer id,rating,review date',
        some(people).map((who, at) => [`r${at}`, one(products), who, 1 + upTo(5), maybe(day())].join()),
      ),
    () =>
      table(
        'date,campaign,spend',
        some(campaigns).flatMap((name) => [`2026-04-05,${name},${upTo(90)}`, `2026-04-06,${name},${maybe('3')}`]),
      ),
    () =>
      table(
        'order,date,customer,sku,quantity,unit price,status,campaign,discount amount',
        some(people).map((who, at) =>
          [
            at,
            '2026-04-07',
            who,
            one(products),
            1,
            1 + upTo(9),
            one(['paid', 'cancelled']),
            maybe(one(campaigns)),
            maybe('1'),
          ].join(),
        ),
      ),
  ];
  return kinds.flatMap((kind) => [kind(), kind(), kind()]).filter((file) => file.trim().includes('\n'));
}

/** Everything that anybody sees, in the words of the shop: no numbers of words or imports. */
async function seen({ db, facts }: Bench) {
  const all = (sql: string) => db.prepare(sql).raw().all();
  const features = await facts.customers.features({ before: '2026-05-01' });
  const refs = new Map(db.prepare<[], [number, string]>('SELECT id, ref FROM customer').raw().all());
  const { id, asOf: _, ...columns } = features;
  const daily = await facts.campaigns.daily({ from: '2026-04-01', before: '2026-05-01' });
  const names = new Map((await facts.campaigns.list()).map((campaign) => [campaign.id, campaign.name]));
  return {
    traits: ['customer', 'product', 'campaign'].flatMap((subject) =>
      all(
        `SELECT ref, trait.name, unit, number, text FROM current_trait AS trait JOIN ${subject} ON ${subject}.id = subject_id
         WHERE subject = '${subject}' ORDER BY 1, 2`,
      ),
    ),
    contacts: all(
      `SELECT campaign.ref, customer.ref, day, is_treated FROM current_contact
         JOIN campaign ON campaign.id = campaign_id JOIN customer ON customer.id = customer_id ORDER BY 1, 2`,
    ),
    referrals: all(
      `SELECT customer.ref, sponsor.ref FROM current_referral JOIN customer ON customer.id = customer_id
         JOIN customer AS sponsor ON sponsor.id = current_referral.sponsor_id ORDER BY 1`,
    ),
    reviews: all(
      `SELECT review.ref, product.ref, customer.ref, day, score FROM current_review AS review
         JOIN product ON product.id = product_id JOIN customer ON customer.id = customer_id ORDER BY 1`,
    ),
    products: all('SELECT ref, category, unit_cost_parts FROM stored_product ORDER BY ref'),
    campaigns: (await facts.campaigns.list()).map(({ name, kind }) => `${name} ${kind}`).toSorted(),
    spend: [...daily.campaign.keys()]
      .map((at) =>
        [names.get(daily.campaign[at]!), daily.day[at], daily.spendMinor[at], daily.goodsMinor[at]].join(' '),
      )
      .toSorted(),
    features: [...id.keys()]
      .map((at) => [refs.get(id[at]!), ...Object.values(columns).map((column) => column[at])].join(' '))
      .toSorted(),
  };
}

async function loadAll(shop: Bench, files: readonly string[]): Promise<readonly ImportReport[]> {
  const reports: ImportReport[] = [];
  for (const file of files) {
    try {
      reports.push(await shop.load(file, { shop: london }));
    } catch (error) {
      if (!(error instanceof SameFile)) throw error;
    }
  }
  return reports;
}

function shuffle<T>(of: readonly T[], chance: Chance): readonly T[] {
  return of
    .map((each) => ({ each, luck: chance.next() }))
    .sort((a, b) => a.luck - b.luck)
    .map(({ each }) => each);
}

describe.each(Array.from({ length: 4 }, (_, seed) => seed + 1))('the files about people of shop %i', (seed) => {
  const chance = seededChance(seed);
  const files = makeFiles(chance);

  it('give the same in any order, with copies, and every row is counted', async () => {
    const [one, other] = [emptyShop(), emptyShop()];
    const reports = await loadAll(one, files);
    await loadAll(other, shuffle([...files, ...files.slice(0, 9)], chance));
    for (const { rows, stored, known, corrected, rejected } of reports) {
      expect(stored + known + rejected).toBe(rows);
      expect(corrected).toBeLessThanOrEqual(stored);
    }
    expect(reports.map(({ layout }) => layout)).toContain('campaigns');
    expect(await seen(other)).toEqual(await seen(one));
  });

  it('can be taken back, each as if it had never been, and the purge changes nothing', async () => {
    const shop = emptyShop();
    const reports = await loadAll(shop, shuffle(files, chance));
    const bySha = new Map<string, string>();
    for (const file of files) bySha.set((await emptyShop().load(file, { shop: london })).sha256, file);
    const gone = shuffle(reports, chance).slice(0, 12);
    for (const { id } of gone) await shop.facts.imports.undo(id, learnedAt + DAY_MS);

    const fresh = emptyShop();
    const kept = reports.filter((report) => !gone.includes(report));
    await loadAll(
      fresh,
      kept.map(({ sha256 }) => bySha.get(sha256)!),
    );
    const expected = await seen(fresh);
    expect(await seen(shop)).toEqual(expected);
    expect(await shop.facts.imports.purge(learnedAt + 40 * DAY_MS)).toHaveLength(12);
    expect(await seen(shop)).toEqual(expected);
    const words = (bench: Bench) => bench.db.prepare('SELECT ref FROM customer ORDER BY ref').pluck().all();
    expect(words(shop)).toEqual(words(fresh));
  });
});
