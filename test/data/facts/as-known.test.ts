import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { seededChance } from '../../../data/sample/random.ts';
import type { Facts } from '../../../data/types/facts.ts';
import type { Day } from '../../../data/types/shop.ts';
import { bytesOf, type Draft } from '../../gen/file.ts';
import { orderFiles } from '../../gen/files/index.ts';
import { listFiles, spendFiles } from '../../gen/files/lists.ts';
import { all, DAY_MS, type Ledger, makeLedger, type Window } from '../../gen/ledger.ts';
import { loadAnswering, unlessKnown } from '../../gen/reading.ts';
import { type Bench, emptyShop, learnedAt } from './fixture.ts';

/** Every question that a model puts to the facts. */
async function answersOf(facts: Facts): Promise<string> {
  const before: Day = '2027-01-01';
  const range = { from: '2020-01-01', before };
  const cuts = ['channel', 'place', 'campaign', 'campaign-kind', 'product', 'category', null] as const;
  return JSON.stringify(
    [
      await facts.coverage(),
      ...(await Promise.all(cuts.map((by) => facts.series({ metric: 'revenue', by, period: 'day', before })))),
      await facts.series({ metric: 'customers', by: null, period: 'week', before }),
      await facts.revenue.daily({ before }),
      await facts.revenue.hourly(range),
      await facts.revenue.discounts(range),
      await facts.customers.view({ before }),
      await facts.customers.features({ before }),
      await facts.customers.places({ before }),
      await facts.customers.traits((await facts.customers.traitNames()).map(({ name }) => name)),
      await facts.campaigns.list(),
      await facts.campaigns.daily(range),
      await facts.campaigns.buyers(range),
      await facts.referrals(),
      await facts.drivers.cuts({ base: '2020-01-01', ...range }),
    ],
    (_, value) => (ArrayBuffer.isView(value) ? Array.from(value as Float64Array, String) : value),
    1,
  );
}

/** Exports that overlap, and tell of the same orders as they stood on other days; lists between them. */
function draftsOf(ledger: Ledger, seed: number): readonly Draft[] {
  const window = (from: number, to: number, on: number): Window => ({
    from: ledger.firstDay + from,
    to: ledger.firstDay + to,
    on: (ledger.firstDay + on + 1) * DAY_MS,
  });
  const windows = [window(0, 9, 9), window(5, 17, 17), window(0, 27, 27), window(14, 20, 34), all(ledger)];
  const ofRupiah = orderFiles.filter(({ currency }) => currency === 'IDR');
  const [one, other] = [ofRupiah[seed % ofRupiah.length]!, ofRupiah[(seed + 3) % ofRupiah.length]!];
  const lists = [...listFiles, spendFiles[seed % spendFiles.length]!].map((list) => list.write(ledger));
  return [
    ...windows.flatMap((each, at) => [one.write(ledger, each), ...lists.slice(2 * at, 2 * at + 2)]),
    ...windows.slice(0, 2).map((each) => other.write(ledger, each)),
  ];
}

describe.each([1, 3])('the facts as they were known, shop %i', (seed) => {
  it('answer every question as they did then, whatever came, was corrected or taken back since', async () => {
    const chance = seededChance(seed);
    const ledger = makeLedger(chance, { currency: 'IDR', orders: 24 });
    const bench = emptyShop();
    const then = new Map<string, string>();
    const remember = async ({ facts }: Bench) => {
      const { importIds } = await facts.coverage();
      then.set(importIds.join(' '), await answersOf(facts));
    };
    let hours = 0;
    for (const draft of draftsOf(ledger, seed)) {
      const bytes = await bytesOf(draft);
      const request = { shop: ledger.shop, name: draft.name, learnedAt: learnedAt + hours++ * 3_600_000 };
      await unlessKnown(loadAnswering((answers) => bench.load(bytes, { ...request, ...answers }), draft));
      await remember(bench);
      if (chance.next() < 0.3) {
        const { importIds } = await bench.facts.coverage();
        await bench.facts.imports.undo(chance.pick(importIds), learnedAt + DAY_MS);
        await remember(bench);
      }
    }
    expect(then.size).toBeGreaterThan(8);
    for (const [imports, answers] of then) {
      const known = bench.facts.asKnown(imports === '' ? [] : imports.split(' '));
      expect(await answersOf(known), imports).toEqual(answers);
    }
  });
});

it('does not know what was taken out for good', async () => {
  const bench = emptyShop();
  const { id } = await bench.load('order_id,date,customer,sku,quantity,unit_price\n1,2026-04-01,ana,A,1,100\n', {
    shop: { name: 'Toko', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-ID', demo: false },
  });
  await bench.facts.imports.undo(id, learnedAt);
  expect((await bench.facts.asKnown([id]).coverage()).importIds).toEqual([id]);
  await bench.facts.imports.purge(learnedAt + 31 * DAY_MS);
  expect((await bench.facts.asKnown([id]).coverage()).importIds).toEqual([]);
});

it('answers again after a question that could not be asked, and keeps a few past states at hand', async () => {
  const bench = emptyShop();
  const shop = { name: 'Toko', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-ID', demo: false };
  const order = (ref: number) => `order_id,date,customer,sku,quantity,unit_price\n${ref},2026-04-01,ana,A,1,100\n`;
  const pasts = [[], ['I-1'], ['I-1', 'I-2'], ['I-2']];
  await bench.load(order(1), { shop });
  await bench.load(order(2), { shop });
  const opened = vi.spyOn(bench.db, 'serialize');
  onTestFinished(() => opened.mockRestore());
  const answers = async () => {
    for (const imports of pasts.slice(0, 3)) {
      expect((await bench.facts.asKnown(imports).coverage()).importIds).toEqual(imports);
    }
  };

  await answers();
  opened.mockImplementation(() => {
    throw new Error('no room');
  });
  expect(() => bench.facts.asKnown(pasts[3]!)).toThrow('no room');
  await answers();

  expect(opened).toHaveBeenCalledTimes(4);
});
