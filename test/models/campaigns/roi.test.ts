import { describe, expect, it } from 'vitest';
import type { CampaignBuyers, CampaignDays } from '../../../data/types/campaigns.ts';
import { campaignLedger, isRanked } from '../../../models/campaigns/roi.ts';
import { asTold, campaignsNow, nameNow, type Told } from '../../../models/campaigns/roi-costs.ts';
import { blockVariance, salesInterval } from '../../../models/campaigns/roi-interval.ts';
import { addDays, epochDay } from '../../../models/days.ts';
import { seeded } from '../../../models/random.ts';

type Row = readonly [campaign: number, day: string, spend: number, sales: number, orders: number];

function columns(rows: readonly Row[]): CampaignDays {
  return {
    campaign: Int32Array.from(rows, ([campaign]) => campaign),
    day: Int32Array.from(rows, ([, day]) => epochDay(day)),
    spendMinor: Float64Array.from(rows, ([, , spend]) => spend),
    salesMinor: Float64Array.from(rows, ([, , , sales]) => sales),
    orders: Float64Array.from(rows, (row) => row[4]),
    goodsMinor: new Float64Array(rows.length),
  };
}

type Buyer = readonly [campaign: number, customer: number, orders: number, sales: number, isNew: number];

function buyersOf(rows: readonly Buyer[]): CampaignBuyers {
  return {
    campaign: Int32Array.from(rows, ([campaign]) => campaign),
    customer: Int32Array.from(rows, ([, customer]) => customer),
    orders: Float64Array.from(rows, ([, , orders]) => orders),
    salesMinor: Float64Array.from(rows, ([, , , sales]) => sales),
    squares: Float64Array.from(rows, ([, , , sales]) => sales ** 2),
    largestMinor: Float64Array.from(rows, ([, , , sales]) => sales),
    isNew: Uint8Array.from(rows, (row) => row[4]),
  };
}

const campaigns = [
  { id: 1, name: 'Voucher', kind: 'voucher' },
  { id: 2, name: 'Flash sale', kind: 'flash_sale' },
] as const;
const range = { from: '2026-01-01', before: '2026-02-01' };
const nobody = buyersOf([]);
const unknown = Number.NaN;

describe('the ledger of brief B0 (reference/models.md, section 23)', () => {
  // In rupiah, from the brief's millions: 1,830.1 / 116.3 and 208.1 / 52.0.
  const voucher: Row = [1, '2026-01-05', 116_300_000, 1_830_100_000, 10];
  const flash: Row = [2, '2026-01-05', unknown, 208_100_000, 5];
  const quarter = { name: 'Flash sale', ...range, to: '2026-01-31', minor: null, share: 0.25, isEstimated: true };

  it('ranks the voucher, and names the flash sale’s cost as a guess that is in no ratio', () => {
    const ledger = campaignLedger({
      campaigns,
      days: columns([voucher, flash]),
      estimates: [quarter],
      buyers: nobody,
      ...range,
    });

    const [first, second] = ledger.campaigns;
    expect(100 * first!.roi!).toBeCloseTo(1473.6, 1);
    expect(second).toMatchObject({
      cost: 'estimated',
      costMinor: null,
      roi: null,
      costShare: null,
      roughCostMinor: 52_025_000,
    });
    expect(ledger.campaigns.filter(isRanked)).toEqual([first]);
    expect(ledger.total).toMatchObject({ salesMinor: 1_830_100_000, costMinor: 116_300_000, campaigns: 1 });
    expect(ledger.leftOut).toEqual([{ name: 'Flash sale', cost: 'estimated', roughCostMinor: 52_025_000 }]);
  });

  it('counts a guess in place of what is known of its days, not on top', () => {
    const days = columns([[2, '2026-01-05', 999, 1000, 1]]);
    const ledger = campaignLedger({ campaigns, days, estimates: [quarter], buyers: nobody, ...range });
    expect(ledger.campaigns[1]).toMatchObject({ cost: 'estimated', roughCostMinor: 250 });
  });

  it('gives the brief’s whole where its guess is counted as if it were known', () => {
    const printed = { ...quarter, minor: 52_000_000, share: null };
    const { withEstimates } = campaignLedger({
      campaigns,
      days: columns([voucher, flash]),
      estimates: [printed],
      buyers: nobody,
      ...range,
    });

    expect(100 * withEstimates!.roi!).toBeCloseTo(1111.05, 2);
    expect(100 * withEstimates!.costShare!).toBeCloseTo(8.257, 3);
    expect(withEstimates!.profitMinor).toBe(1_869_900_000);
  });

  it('sees that a cost in a file is a share of sales: its ROI would be 300 % whatever was sold', () => {
    const days = [4, 9, 7, 2].map(
      (sales, at): Row => [2, addDays('2026-01-05', at), 250_000 * sales, 1_000_000 * sales, sales],
    );
    const measured = days.map((row, at): Row => (at === 3 ? [row[0], row[1], 900_000, row[3], row[4]] : row));
    const costOf = (rows: readonly Row[]) =>
      campaignLedger({ campaigns, days: columns(rows), estimates: [], buyers: nobody, ...range }).campaigns[1]!.cost;

    expect(costOf(days)).toBe('assumed');
    expect(costOf(measured)).toBe('known');
  });
});

describe('the ledger', () => {
  it('leaves out a campaign with one unknown day, whole, and says what is known of it', () => {
    const days = columns([
      [1, '2026-01-05', 100, 1000, 1],
      [2, '2026-01-05', 50, 500, 1],
      [2, '2026-01-06', unknown, 900, 1],
    ]);
    const ledger = campaignLedger({ campaigns, days, estimates: [], buyers: nobody, ...range });

    expect(ledger.campaigns[1]).toMatchObject({
      cost: 'partly known',
      daysWithoutCost: 1,
      roi: null,
      roughCostMinor: 50,
    });
    expect(ledger.total).toMatchObject({ salesMinor: 1000, costMinor: 100, roi: 9 });
  });

  it('counts new customers and what one cost, of known people only', () => {
    const buyers = buyersOf([
      [1, 7, 1, 600, 1],
      [1, 8, 2, 300, 0],
      [1, -1, 4, 100, 0],
    ]);
    const [voucher] = campaignLedger({
      campaigns,
      days: columns([[1, '2026-01-05', 100, 1000, 7]]),
      estimates: [],
      buyers,
      ...range,
    }).campaigns;

    expect(voucher).toMatchObject({ customers: 2, newCustomers: 1, costOfNewMinor: 100 });
  });

  it('adds up by kind and by month to the same total, by ratios of sums', () => {
    const days = columns([
      [1, '2026-01-31', 100, 1000, 1],
      [2, '2026-02-01', 300, 600, 1],
    ]);
    const ledger = campaignLedger({
      campaigns,
      days,
      estimates: [],
      buyers: nobody,
      from: '2026-01-01',
      before: '2026-03-01',
    });

    expect(ledger.kinds.map(({ kind, roi }) => [kind, roi])).toEqual([
      ['voucher', 9],
      ['flash_sale', 1],
    ]);
    expect(ledger.months.map(({ month, roi }) => [month, roi])).toEqual([
      ['2026-01', 9],
      ['2026-02', 1],
    ]);
    expect(ledger.total.roi).toBe(3);
  });

  it('survives campaigns without a single day', () => {
    const ledger = campaignLedger({ campaigns, days: columns([]), estimates: [], buyers: nobody, ...range });
    expect(ledger.total).toMatchObject({ salesMinor: 0, costMinor: null, roi: null });
    expect(ledger.campaigns[0]).toMatchObject({ cost: 'none', roiInterval: null });
  });
});

describe('the interval of sales that came as orders', () => {
  it('is the exact Poisson interval where all orders are worth the same', () => {
    // qchisq(0.1, 20) / 2 and qchisq(0.9, 22) / 2 in R: Garwood's limits of 10.
    const { low80, high80 } = salesInterval({ sum: 10, squares: 10, largest: 1 })!;
    expect(low80).toBeCloseTo(6.2213, 1);
    expect(high80).toBeCloseTo(15.4066, 1);
  });

  it.each([5, 20, 100])('holds 80 %% of the truth, and not much more, at %i orders of uneven worth', (mean) => {
    const random = seeded(mean);
    const worth = () => Math.exp(0.6 * normal(random));
    const truth = mean * Math.exp(0.18);
    let held = 0;
    let seen = 0;
    for (let world = 0; world < 2000; world++) {
      const orders = Array.from({ length: poisson(mean, random) }, worth);
      const interval = salesInterval({
        sum: orders.reduce((sum, each) => sum + each, 0),
        squares: orders.reduce((sum, each) => sum + each ** 2, 0),
        largest: Math.max(0, ...orders),
      });
      if (interval === null) continue;
      seen++;
      if (interval.low80 <= truth && truth <= interval.high80) held++;
    }
    expect(held / seen).toBeGreaterThan(0.77);
    expect(held / seen).toBeLessThan(0.93);
  });

  it('is as wide as weeks differ, where that is more; nothing is said of fewer than eight', () => {
    const weeks = Array.from({ length: 10 }, (_, at) => ({ sales: at % 2 === 0 ? 0 : 200, cost: 10 }));
    const variance = blockVariance(weeks);
    expect(variance).toBeCloseTo((10 / 9) * 10 * 100 ** 2, 6);
    expect(blockVariance(weeks.slice(3))).toBeNull();
    const many = { sum: 1000, squares: 1000, largest: 1 };
    expect(salesInterval(many, variance)!.high80).toBeGreaterThan(salesInterval(many)!.high80 + 100);
  });

  it('is not there without orders', () => {
    expect(salesInterval({ sum: 0, squares: 0, largest: 0 })).toBeNull();
  });
});

describe('what people said of campaigns', () => {
  const nothing: Told = { same: [], kinds: [], costs: [] };
  const cost = { name: 'Voucher', from: '2026-01-01', to: '2026-01-03', minor: 100, share: null, isEstimated: false };

  it('puts a typed cost in whole parts on its days, over what files tell', () => {
    const days = columns([[1, '2026-01-02', 7, 1000, 1]]);
    const told = asTold({ campaigns, days }, { ...nothing, costs: [cost] }, range).days;

    expect([...told.spendMinor]).toEqual([33, 33, 34]);
    expect([...told.salesMinor]).toEqual([0, 1000, 0]);
  });

  it('counts of it only the days that are looked at', () => {
    const told = asTold(
      { campaigns, days: columns([]) },
      { ...nothing, costs: [cost] },
      { from: '2026-01-02', before: '2026-01-03' },
    ).days;
    expect([...told.spendMinor]).toEqual([33]);
  });

  it('keeps a guess out of spend', () => {
    const told = asTold(
      { campaigns, days: columns([]) },
      { ...nothing, costs: [{ ...cost, isEstimated: true }] },
      range,
    );
    expect(told.days.day).toHaveLength(0);
  });

  it('makes one campaign of two names, also where costs stand under the old one and orders under the new', () => {
    const days = columns([
      [1, '2026-01-02', 70, 0, 0],
      [2, '2026-01-02', unknown, 1000, 1],
      [2, '2026-01-03', 30, 500, 1],
    ]);
    const told = asTold({ campaigns, days }, { ...nothing, same: [{ name: 'Voucher', is: 'Flash sale' }] }, range);

    expect(told.campaigns).toEqual([{ id: 2, name: 'Flash sale', kind: 'flash_sale' }]);
    expect([...told.days.spendMinor]).toEqual([70, 30]);
    expect([...told.days.salesMinor]).toEqual([1000, 500]);
  });

  it('follows a chain of names, and comes out of a ring', () => {
    const same = [
      { name: 'A', is: 'B' },
      { name: 'b', is: 'C' },
    ];
    expect(nameNow('a', same)).toBe('C');
    expect(['A', 'B', 'C']).toContain(nameNow('A', [...same, { name: 'C', is: 'A' }]));
  });

  it('knows a campaign that no file names, by an id that no file has', () => {
    const now = campaignsNow(campaigns, {
      same: [],
      kinds: [
        { name: 'Radio', kind: 'other', id: -4 },
        { name: 'voucher', kind: 'ads', id: -5 },
      ],
    });
    expect(now.map(({ id, name, kind }) => [id, name, kind])).toEqual([
      [1, 'Voucher', 'ads'],
      [2, 'Flash sale', 'flash_sale'],
      [-4, 'Radio', 'other'],
    ]);
  });
});

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function poisson(mean: number, random: () => number): number {
  let count = 0;
  for (let left = Math.exp(-mean), chance = random(); chance > left; chance *= random()) count++;
  return count;
}
