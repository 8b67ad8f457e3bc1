import { describe, expect, it } from 'vitest';
import { addDays } from '../../../data/days.ts';
import { holesOf } from '../../../data/facts/holes.ts';
import type { SeriesRequest } from '../../../data/types/series.ts';
import { inEnglish } from '../../../words/tell.ts';
import { emptyShop, jakarta } from './fixture.ts';

const header = 'order,date,customer,sku,product name,quantity,unit price,channel,status,campaign,city';
const file = (...rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;

/** Ten days from Wednesday 1 April 2026; the two lines of order 4 are one order of one customer. */
const april = file(
  '1,2026-04-01,ana,A,Apple,2,100,Shopee,paid,,Bandung',
  '2,2026-04-01,ben,B,Bread,1,300,Website,paid,Payday,Medan',
  '3,2026-04-02,ana,A,Apple,1,100,Shopee,cancelled,,Bandung',
  '4,2026-04-06,ana,A,Apple,3,100,Shopee,paid,Payday,Bandung',
  '4,2026-04-06,ana,B,Bread,1,300,Shopee,paid,Payday,Bandung',
  '5,2026-04-07,ben,A,Apple,1,100,Website,paid,,Medan',
  '6,2026-04-08,,A,Apple,1,100,Shopee,paid,,',
  '7,2026-04-08,ben,A,Apple,-1,100,Website,returned,,Medan',
  '8,2026-04-10,cem,B,Bread,2,300,Shopee,paid,,Medan',
);

async function ask(request: Partial<SeriesRequest>, content = april) {
  const { load, facts } = emptyShop();
  await load(content, { shop: jakarta });
  const answer = await facts.series({ metric: 'revenue', by: null, period: 'day', before: '2026-05-01', ...request });
  const values = Object.fromEntries(answer.slices.map(({ name, values }) => [name ?? 'none', [...values]]));
  return { ...answer, values };
}

describe('a series of the whole shop', () => {
  it('counts revenue on the day it came or went', async () => {
    const { firstDay, values, basis } = await ask({});
    expect(firstDay).toBe('2026-04-01');
    expect(values).toEqual({ '': [500, 0, 0, 0, 0, 600, 100, 0, 0, 600] });
    expect(inEnglish(basis)).toContain('net revenue');
  });

  it.each([
    ['orders', [2, 0, 0, 0, 0, 1, 1, 1, 0, 1]],
    ['units', [3, 0, 0, 0, 0, 4, 1, 0, 0, 2]],
    ['customers', [2, 0, 0, 0, 0, 1, 1, 0, 0, 1]],
    ['order-value', [250, Number.NaN, Number.NaN, Number.NaN, Number.NaN, 600, 100, 100, Number.NaN, 600]],
  ] as const)('counts %s', async (metric, expected) => {
    expect((await ask({ metric })).values['']).toEqual(expected);
  });

  it('counts each week anew, so that a customer of two days is one customer', async () => {
    const twoWeeks = file(
      ...['2026-04-05', '2026-04-06', '2026-04-08', '2026-04-12', '2026-04-13', '2026-04-19', '2026-04-20'].map(
        (day, i) => `${i},${day},${i % 3 === 0 ? 'ana' : 'ben'},A,Apple,1,100,Shopee,paid,,`,
      ),
    );
    const { firstDay, values } = await ask({ metric: 'customers', period: 'week' }, twoWeeks);
    expect(firstDay).toBe('2026-04-06');
    expect(values['']).toEqual([2, 1]);
  });

  it('stops before `before`, and with the last complete day', async () => {
    expect((await ask({ before: '2026-04-07' })).values['']).toHaveLength(6);
    expect((await ask({ before: '2030-01-01' })).values['']).toHaveLength(10);
    expect((await ask({ before: '2026-03-01' })).slices).toEqual([]);
    const quiet = await ask({ before: '2026-04-05' });
    expect(quiet.values['']).toEqual([500, 0, 0, 0]);
  });

  it('is empty for an empty shop', async () => {
    const { facts } = emptyShop();
    const answer = await facts.series({ metric: 'units', by: 'product', period: 'day', before: '2026-05-01' });
    expect(answer).toMatchObject({ slices: [], holes: [], others: { count: 0 } });
  });
});

describe('asked twice', () => {
  it('answers the same, whatever was done with the first answer, and anew after an import or an undo', async () => {
    const { load, facts } = emptyShop();
    const ask = () => facts.series({ metric: 'units', by: null, period: 'day', before: '2026-05-01' });
    await load(april, { shop: jakarta });
    const first = await ask();
    const units = [...first.slices[0]!.values];
    first.slices[0]!.values.fill(0);
    expect([...(await ask()).slices[0]!.values]).toEqual(units);

    const { id } = await load(file('9,2026-04-01,ana,A,Apple,7,100,Shopee,paid,,'), { shop: jakarta });
    expect((await ask()).slices[0]!.values[0]).toBe(units[0]! + 7);
    await facts.imports.undo(id, Date.parse('2026-05-02T00:00:00Z'));
    expect([...(await ask()).slices[0]!.values]).toEqual(units);
  });
});

describe('a series of slices', () => {
  it.each([
    ['channel', { Shopee: [200, 0, 0, 0, 0, 600, 0, 100, 0, 600], Website: [300, 0, 0, 0, 0, 0, 100, -100, 0, 0] }],
    ['campaign', { none: [200, 0, 0, 0, 0, 0, 100, 0, 0, 600], Payday: [300, 0, 0, 0, 0, 600, 0, 0, 0, 0] }],
    [
      'product',
      { 'Bread (B)': [300, 0, 0, 0, 0, 300, 0, 0, 0, 600], 'Apple (A)': [200, 0, 0, 0, 0, 300, 100, 0, 0, 0] },
    ],
  ] as const)('by %s, each on its own, the largest first', async (by, expected) => {
    const { values, slices } = await ask({ by });
    expect(values).toEqual(expected);
    expect(slices.map(({ revenueMinor }) => revenueMinor)).toEqual(
      slices.map(({ revenueMinor }) => revenueMinor).toSorted((a, b) => b - a),
    );
  });

  it('adds up to the whole', async () => {
    const whole = (await ask({})).values['']!;
    for (const by of ['channel', 'campaign', 'campaign-kind', 'product', 'category', 'place'] as const) {
      const { values } = await ask({ by });
      const sum = whole.map((_, day) => Object.values(values).reduce((total, slice) => total + slice[day]!, 0));
      expect(sum, by).toEqual(whole);
    }
  });

  it('takes the largest and counts the rest', async () => {
    const { slices, others } = await ask({ by: 'place', most: 1 });
    expect(slices.map(({ name, revenueMinor }) => [name, revenueMinor])).toEqual([['Medan', 900]]);
    expect(others).toEqual({ count: 2, revenueMinor: 900 });
  });

  it('finds one by its name, however it is written', async () => {
    expect((await ask({ by: 'channel', only: 'website' })).slices.map(({ name }) => name)).toEqual(['Website']);
    expect((await ask({ by: 'channel', only: 'Tokopedia' })).slices).toEqual([]);
  });

  it('counts an order of two products for both, and a customer as well', async () => {
    expect((await ask({ metric: 'orders', by: 'product' })).values).toMatchObject({
      'Bread (B)': [1, 0, 0, 0, 0, 1, 0, 0, 0, 1],
      'Apple (A)': [1, 0, 0, 0, 0, 1, 1, 1, 0, 0],
    });
    expect((await ask({ metric: 'customers', by: 'channel' })).values).toMatchObject({
      Shopee: [1, 0, 0, 0, 0, 1, 0, 0, 0, 1],
    });
  });
});

describe('a series of customers in sets', () => {
  async function sets(request: Partial<SeriesRequest> = {}) {
    const { load, facts } = emptyShop();
    await load(april, { shop: jakarta });
    // Customers are numbered as they came: ana, ben, cem.
    const { id } = await facts.customers.view({ before: '2026-05-01' });
    const [ana, ben] = [...id];
    const by = {
      sets: [
        { name: "Ana's", ids: Int32Array.of(ana!) },
        { name: 'Ben', ids: Int32Array.of(ben!) },
      ],
      rest: 'the rest',
    };
    const ask = (more: Partial<SeriesRequest> = request) =>
      facts.series({ metric: 'revenue', by, period: 'day', before: '2026-05-01', ...more });
    const valuesOf = ({ slices }: Awaited<ReturnType<typeof ask>>) =>
      Object.fromEntries(slices.map(({ name, values }) => [name ?? 'none', [...values]]));
    return { ask, by, valuesOf };
  }

  it('counts each customer in one of them, those in none together, and those unknown apart', async () => {
    const { ask, valuesOf } = await sets();
    expect(valuesOf(await ask())).toEqual({
      "Ana's": [200, 0, 0, 0, 0, 600, 0, 0, 0, 0],
      Ben: [300, 0, 0, 0, 0, 0, 100, -100, 0, 0],
      'the rest': [0, 0, 0, 0, 0, 0, 0, 0, 0, 600],
      none: [0, 0, 0, 0, 0, 0, 0, 100, 0, 0],
    });
    expect(valuesOf(await ask({ metric: 'units' }))).toMatchObject({ Ben: [1, 0, 0, 0, 0, 0, 1, -1, 0, 0] });
    expect(valuesOf(await ask({ metric: 'customers', only: "ANA'S" }))).toEqual({
      "Ana's": [1, 0, 0, 0, 0, 1, 0, 0, 0, 0],
    });
    expect(valuesOf(await ask({ only: null }))).toEqual({ none: [0, 0, 0, 0, 0, 0, 0, 100, 0, 0] });
  });

  it('tells sets of other people apart when asked again', async () => {
    const { ask, by, valuesOf } = await sets();
    const [ana, ben] = by.sets as [(typeof by.sets)[number], (typeof by.sets)[number]];
    const first = valuesOf(await ask());
    const swapped = {
      ...by,
      sets: [
        { ...ana, ids: ben.ids },
        { ...ben, ids: ana.ids },
      ],
    };
    const then = valuesOf(await ask({ by: swapped }));
    expect([then["Ana's"], then.Ben]).toEqual([first.Ben, first["Ana's"]]);
  });
});

describe('what is not known', () => {
  const daily = (from: string, days: number) =>
    Array.from({ length: days }, (_, i) => `${from}-${i},${addDays(from, i)},ana,A,Apple,1,100,Shopee,paid,,`);

  it('is a fortnight inside a file without one order', async () => {
    const { values, holes } = await ask({}, file(...daily('2026-01-01', 40), ...daily('2026-03-01', 20)));
    expect(holes).toEqual([{ from: '2026-02-10', to: '2026-02-28', days: 19 }]);
    expect(values['']!.filter(Number.isNaN)).toHaveLength(19);
    expect(values['']![39]).toBe(100);
    expect(values['']![40]).toBeNaN();
    expect(values['']![59]).toBe(100);
  });

  it('is a week that a hole reaches into', async () => {
    const content = file(...daily('2026-01-01', 40), ...daily('2026-03-01', 20));
    const { firstDay, values } = await ask({ period: 'week' }, content);
    expect(firstDay).toBe('2026-01-05');
    expect(values['']!.map((value) => (Number.isNaN(value) ? '?' : value / 100))).toEqual([
      7,
      7,
      7,
      7,
      7,
      '?',
      '?',
      '?',
      7,
      7,
    ]);
  });

  it('is a day that no file reaches, when the shop never was so quiet', async () => {
    const { load, facts } = emptyShop();
    await load(file(...daily('2026-04-01', 5)), { shop: jakarta });
    await load(file(...daily('2026-04-08', 5)), { shop: jakarta });
    const { holes } = await facts.series({ metric: 'revenue', by: null, period: 'day', before: '2026-05-01' });
    expect(holes).toEqual([{ from: '2026-04-06', to: '2026-04-07', days: 2 }]);
  });

  it('is not the habit of a shop that sells seldom', () => {
    const told = [{ first: 0, last: 400 }];
    expect(holesOf([0, 20, 40, 60, 100, 140, 200, 260, 330, 400], told)).toEqual([]);
    expect(holesOf([0, 1, 2, 3, 30, 31, 32, 400], [{ first: 0, last: 3 }])).not.toEqual([]);
    expect(holesOf([], [])).toEqual([]);
  });
});

describe('what was known then', () => {
  const DAY_MS = 86_400_000;
  const morning = (day: string) => Date.parse(`${day}T03:00:00Z`);
  const first = file('1,2026-04-01,ana,A,Apple,2,100,Shopee,paid,,', '2,2026-04-02,ben,A,Apple,1,100,Shopee,paid,,');
  const second = file(
    '2,2026-04-02,ben,A,Apple,1,100,Shopee,cancelled,,',
    '3,2026-04-02,cem,A,Apple,5,100,Website,paid,,',
    '4,2026-04-09,ana,A,Apple,1,100,Shopee,paid,,',
  );

  async function shop() {
    const bench = emptyShop();
    await bench.load(first, { shop: jakarta, learnedAt: morning('2026-04-05') });
    const { id } = await bench.load(second, { shop: jakarta, learnedAt: morning('2026-04-12') });
    const revenue = async (knownBy?: string, by: SeriesRequest['by'] = null) => {
      const answer = await bench.facts.series({
        metric: 'revenue',
        by,
        period: 'day',
        before: '2026-05-01',
        ...(knownBy !== undefined && { knownBy }),
      });
      return answer.slices.map(({ name, values }) => [name, ...values]);
    };
    return { ...bench, id, revenue };
  }

  it('leaves out what was learned later: late orders, and corrections', async () => {
    const { revenue, facts } = await shop();
    expect(await revenue()).toEqual([['', 200, 500, 0, 0, 0, 0, 0, 0, 100]]);
    expect(await revenue('2026-04-11')).toEqual([['', 200, 100]]);
    expect(await revenue('2026-04-11', 'channel')).toEqual([['Shopee', 200, 100]]);
    expect(await revenue('2026-04-12')).toEqual(await revenue());
    expect(await revenue('2026-04-04')).toEqual([]);
    expect(await facts.coverage({ knownBy: '2026-04-11' })).toMatchObject({
      orders: 2,
      importIds: ['I-1'],
      lastCompleteDay: '2026-04-02',
    });
    expect(await facts.coverage({ knownBy: '2026-04-04' })).toMatchObject({ orders: 0, firstDay: null });
  });

  it('keeps what was taken back later', async () => {
    const { revenue, facts, id } = await shop();
    const asOfThen = await revenue('2026-04-13');
    await facts.imports.undo(id, morning('2026-04-12') + 3 * DAY_MS);
    expect(await revenue('2026-04-13')).toEqual(asOfThen);
    expect(await revenue('2026-04-15')).toEqual([['', 200, 100]]);
    expect(await revenue()).toEqual([['', 200, 100]]);
  });
});

describe('slices of files that tell of products and campaigns', () => {
  const asked = { metric: 'revenue', period: 'day', before: '2026-05-01' } as const;

  it('go by the category, the name and the kind told there', async () => {
    const { load, facts } = emptyShop();
    await load(april, { shop: jakarta });
    await load('product_id,name,category,unit_cost\nA,Green apple,Fruit,50\n', { shop: jakarta });
    await load('campaign,kind\nPayday,voucher\n', { shop: jakarta, kind: 'campaigns' });
    const names = async (by: SeriesRequest['by']) =>
      (await facts.series({ ...asked, by })).slices.map(({ name }) => name);

    expect(await names('category')).toEqual([null, 'Fruit']);
    expect(await names('product')).toEqual(['Bread (B)', 'Green apple (A)']);
    expect(await names('campaign-kind')).toEqual([null, 'voucher']);
    const { rows } = await facts.exports.orders({ from: '2026-04-01', before: '2026-04-02', limit: 9 });
    expect(rows.map(({ productName }) => productName)).toEqual(['Green apple', 'Bread']);
  });
});
