import { describe, expect, it } from 'vitest';
import { proportionalSplit } from '../../../models/campaigns/proportional-split.ts';
import { figuresOf, returns as saidReturns } from '../../../models/campaigns/returns.ts';
import { addDays } from '../../../models/days.ts';
import { NotEnoughData } from '../../../models/errors.ts';
import { seeded } from '../../../models/random.ts';
import { telling } from '../../support/told.ts';
import { campaignDays } from '../support/campaigns.ts';
import { mixWorld } from '../support/mix-worlds.ts';

const returns = telling(saidReturns);

const campaigns = [
  { id: 1, name: 'Voucher', kind: 'voucher' },
  { id: 2, name: 'Flash sale', kind: 'flash_sale' },
] as const;

const range = { from: '2026-01-05', before: '2026-01-12', seed: 1 };

describe('figuresOf', () => {
  it('answers brief B0 to the printed digit', () => {
    // reference/models.md section 23, in millions of rupiah: 1,830.1 / 116.3 and 208.1 / 52.0.
    const voucher = figuresOf({ sales: 1_830_100_000, cost: 116_300_000, goods: null, orders: 1 });
    const flash = figuresOf({ sales: 208_100_000, cost: 52_000_000, goods: null, orders: 1 });
    const both = figuresOf({ sales: 2_038_200_000, cost: 168_300_000, goods: null, orders: 2 });

    expect(100 * voucher.roi!).toBeCloseTo(1473.6, 1);
    expect(100 * flash.roi!).toBeCloseTo(300.19, 2);
    expect(100 * both.roi!).toBeCloseTo(1111.05, 2);
    expect(100 * both.costShare!).toBeCloseTo(8.257, 3);
    expect(both.profitMinor).toBe(1_869_900_000);
    expect(voucher.roas! - voucher.roi!).toBeCloseTo(1, 12);
  });

  it('divides by nothing that is not there', () => {
    expect(figuresOf({ sales: 100, cost: 0, goods: 40, orders: 1 })).toMatchObject({
      roi: null,
      roas: null,
      costShare: 0,
      profitMinor: 100,
      profitAfterGoodsMinor: 60,
    });
    expect(figuresOf({ sales: 0, cost: 50, goods: 0, orders: 0 })).toMatchObject({ roi: -1, roas: 0, costShare: null });
    expect(figuresOf({ sales: 100, cost: null, goods: 40, orders: 1 })).toMatchObject({
      roi: null,
      profitMinor: null,
      profitAfterGoodsMinor: null,
    });
    expect(figuresOf({ sales: 100, cost: 10, goods: null, orders: 1 })).toMatchObject({
      profitMinor: 90,
      profitAfterGoodsMinor: null,
    });
  });
});

describe('proportionalSplit', () => {
  it('gives the 83.1 : 16.9 of brief B0', () => {
    const [voucher, flash] = proportionalSplit([1473.4, 300])!;
    expect(voucher).toBeCloseTo(0.830833, 6);
    expect(flash).toBeCloseTo(0.169167, 6);
  });

  it('gives losers and unknowns nothing, and is nothing without a winner', () => {
    expect(proportionalSplit([2, -1, null, 2])).toEqual([0.5, 0, 0, 0.5]);
    expect(proportionalSplit([-1, 0, null])).toBeNull();
  });
});

describe('returns', () => {
  it('sums the days of the range, the first in and the last out', () => {
    const days = campaignDays([
      { campaign: 1, day: '2026-01-04', spend: 1000, sales: 1000, goods: 1 },
      { campaign: 1, day: '2026-01-05', spend: 100, sales: 500, goods: 200 },
      { campaign: 1, day: '2026-01-11', spend: 300, sales: 700, goods: 300 },
      { campaign: 1, day: '2026-01-12', spend: 1000, sales: 1000, goods: 1 },
      { campaign: 2, day: '2026-01-07', spend: 600, sales: 300, goods: 100 },
    ]);

    const { campaigns: each, total } = returns({ campaigns, days, ...range });

    expect(each[0]).toMatchObject({
      salesMinor: 1200,
      costMinor: 400,
      roi: 2,
      roas: 3,
      profitMinor: 800,
      profitAfterGoodsMinor: 300,
      orders: 2,
    });
    expect(each[1]).toMatchObject({ salesMinor: 300, costMinor: 600, roi: -0.5 });
    // Ratio of sums: (1500 - 1000) / 1000, not the mean of 2 and -0.5.
    expect(total).toMatchObject({ salesMinor: 1500, costMinor: 1000, roi: 0.5, costShare: 1000 / 1500 });
    expect(each[0]!.weeklySpendMinor).toBe(400);
    expect(each[0]!.margin).toBeCloseTo(700 / 1200, 12);
  });

  it('leaves an unknown cost unknown, and out of the total', () => {
    const days = campaignDays([
      { campaign: 1, day: '2026-01-05', spend: 100, sales: 500 },
      { campaign: 2, day: '2026-01-06', spend: Number.NaN, sales: 9000 },
      { campaign: 2, day: '2026-01-07', spend: 10, sales: 9000 },
    ]);

    const result = returns({ campaigns, days, ...range });

    expect(result.campaigns[1]).toMatchObject({
      salesMinor: 18_000,
      costMinor: null,
      roi: null,
      profitMinor: null,
      daysWithoutCost: 1,
      weeklySpendMinor: null,
    });
    expect(result.total).toMatchObject({ salesMinor: 500, costMinor: 100, roi: 4 });
    expect(result.withoutCost).toEqual([2]);
    expect(result.checks[0]).toMatchObject({ name: 'cost', passed: false });
    expect(result.checks[0]!.says).toContain('Flash sale');
    expect(result.campaigns[1]!.advice).toMatchObject({ label: 'unknown' });
  });

  it('knows no cost of a campaign without a day', () => {
    const days = campaignDays([{ campaign: 1, day: '2026-01-05', spend: 100, sales: 500 }]);
    const { campaigns: each } = returns({ campaigns, days, ...range });
    expect(each[1]).toMatchObject({
      salesMinor: 0,
      costMinor: null,
      goodsMinor: null,
      roi: null,
      weeklySpendMinor: null,
      margin: null,
    });
  });

  it('says what stands in the way of a curve', () => {
    const weeks = (count: number, spendOf: (week: number) => number) =>
      campaignDays(
        Array.from({ length: count }, (_, week) => ({
          campaign: 1,
          day: addDays('2026-01-05', 7 * week),
          spend: spendOf(week),
          sales: 5000,
        })),
      );
    const says = (days: ReturnType<typeof weeks>, count: number) =>
      returns({
        campaigns: [campaigns[0]],
        days,
        from: '2026-01-05',
        before: addDays('2026-01-05', 7 * count),
        seed: 1,
      }).campaigns[0]!.response;

    expect(
      says(
        weeks(11, (week) => 100 + week),
        11,
      ),
    ).toMatchObject({ curve: null, says: '11 weeks with spend; a curve needs 12.' });
    expect(
      says(
        weeks(20, () => 100),
        20,
      ).curve,
    ).toBeNull();
    expect(
      says(
        weeks(20, () => 100),
        20,
      ).says,
    ).toContain('Spend varied by only 0% of its mean');
    expect(
      says(
        weeks(20, (week) => 100 + 10 * week),
        20,
      ).curve,
    ).not.toBeNull();
  });

  it('does not let one campaign more change the curves of the others', () => {
    const rows = (campaign: number) =>
      Array.from({ length: 26 }, (_, week) => ({
        campaign,
        day: addDays('2026-01-05', 7 * week),
        spend: 1000 + 300 * (week % 5),
        sales: 4000 + 500 * (week % 5) + 70 * (week % 3),
      }));
    const until = { from: '2026-01-05', before: addDays('2026-01-05', 182), seed: 1 };

    const alone = returns({ campaigns: [campaigns[0]], days: campaignDays(rows(1)), ...until });
    const both = returns({ campaigns, days: campaignDays([...rows(1), ...rows(2)]), ...until });

    expect(both.campaigns[0]).toEqual(alone.campaigns[0]);
  });

  it('refuses an empty list, a range that ends first, and columns of unequal length', () => {
    const days = campaignDays([{ campaign: 1, day: '2026-01-05', spend: 100, sales: 500 }]);
    expect(() => returns({ campaigns: [], days, ...range })).toThrow(NotEnoughData);
    expect(() => returns({ campaigns, days, from: '2026-01-05', before: '2026-01-05', seed: 1 })).toThrow(RangeError);
    expect(() => returns({ campaigns, days: { ...days, orders: new Float64Array(2) }, ...range })).toThrow(
      'orders has 2 rows, not 1',
    );
  });

  describe('with all weeks of the shop', () => {
    const world = mixWorld(seeded(42), { noise: 5 });
    const weeks = world.sales.length;
    const channels = world.channels.map((_, i) => ({ id: i + 1, name: `Channel ${i + 1}`, kind: 'ads' as const }));
    const days = campaignDays(
      world.channels.flatMap(({ spend, brought }, i) =>
        Array.from(spend, (spent, week) => ({
          campaign: i + 1,
          day: addDays(world.from, 7 * week),
          spend: spent,
          sales: brought[week]!,
        })),
      ),
    );
    const until = { from: addDays(world.from, 7 * (weeks - 52)), before: addDays(world.from, 7 * weeks), seed: 1 };
    const shop = { from: world.from, sales: world.sales, controls: [] };

    it('takes curves from a model of them where they can tell campaigns apart, and says so', () => {
      const { basis, campaigns: each, checks } = returns({ campaigns: channels, days, ...until, shop });
      expect(basis).toBe('modelled');
      expect(checks.find(({ name }) => name === 'weeks per effect')).toMatchObject({ passed: true });
      for (const [i, { response, modelled }] of each.entries()) {
        expect(response.curve!.basis).toBe('modelled');
        expect(response.says).toBe("Modelled from 150 weeks of the shop's sales.");
        expect(modelled!.contribution.expected / world.channels[i]!.contribution).toBeCloseTo(1, 0);
      }
    });

    it('stays with attributed sales where they cannot, with the weeks it would take', () => {
      const short = { ...shop, sales: world.sales.slice(0, 104) };
      const { basis, campaigns: each, checks } = returns({ campaigns: channels, days, ...until, shop: short });
      expect(basis).toBe('attributed');
      expect(each[0]!.response.curve!.basis).toBe('attributed');
      expect(checks.find(({ name }) => name === 'weeks per effect')!.says).toContain('135 weeks');
    });

    it('models nothing with a spend that is not known in some week', () => {
      const gap = { ...days, spendMinor: days.spendMinor.map((spend, row) => (row === 3 ? Number.NaN : spend)) };
      const { basis, checks } = returns({ campaigns: channels, days: gap, ...until, shop });
      expect(basis).toBe('attributed');
      expect(checks.find(({ name }) => name === 'weeks per effect')!.says).toContain('Channel 1: spend is not known');
    });

    it('says when spend follows what sells anyway', () => {
      const chasing = campaignDays(
        Array.from(world.sales, (sold, week) => ({
          campaign: 1,
          day: addDays(world.from, 7 * week),
          spend: sold / 100,
          sales: 0,
        })),
      );
      const short = { ...shop, sales: world.sales.slice(0, 60) };
      const { checks } = returns({ campaigns: [channels[0]!], days: chasing, ...until, shop: short });
      expect(checks.find(({ name }) => name === 'confounding')).toMatchObject({ passed: false });
      expect(
        returns({ campaigns: channels, days, ...until, shop: short }).checks.find(({ name }) => name === 'confounding'),
      ).toMatchObject({ passed: true });
    });
  });

  it('asks whether a campaign was renamed midway', () => {
    const run = (campaign: number, from: number, to: number, spend: number) =>
      Array.from({ length: to - from }, (_, i) => ({
        campaign,
        day: addDays('2026-01-05', from + i),
        spend,
        sales: 9,
      }));
    const ads = [1, 2, 3].map((id) => ({ id, name: `Ads ${id}`, kind: 'ads' as const }));
    const until = { from: '2026-01-05', before: '2026-04-06', seed: 1 };
    const found = (rows: ReturnType<typeof run>) =>
      returns({ campaigns: ads, days: campaignDays(rows), ...until })
        .checks.filter(({ name }) => name === 'renamed')
        .map(({ says }) => says);

    const [one, ...others] = found([...run(1, 0, 40, 100), ...run(2, 42, 90, 120), ...run(3, 0, 90, 100)]);
    expect(one).toContain('Ads 2 begins where Ads 1 ends');
    expect(others).toEqual([]);
    expect(found([...run(1, 0, 40, 100), ...run(2, 42, 90, 900)])).toEqual([]);
    expect(found([...run(1, 0, 40, 100), ...run(2, 70, 90, 100)])).toEqual([]);
    expect(found([...run(1, 0, 50, 100), ...run(2, 42, 90, 100)])).toEqual([]);
  });

  it('fits nothing to spend below 0, and says on which campaign', () => {
    const days = campaignDays(
      Array.from({ length: 30 }, (_, week) => ({
        campaign: 1,
        day: addDays('2026-01-05', 7 * week),
        spend: week === 4 ? -500 : 1000 + 300 * (week % 5),
        sales: 4000 + 500 * (week % 5),
      })),
    );
    const result = returns({ campaigns: [campaigns[0]], days, from: '2026-01-05', before: '2026-08-03', seed: 1 });
    expect(result.checks.find(({ name }) => name === 'negative spend')!.says).toContain('Voucher: spend below 0');
    expect(result.campaigns[0]!.response.curve).toBeNull();
  });
});
