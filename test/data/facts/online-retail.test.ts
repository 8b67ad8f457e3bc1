import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SameFile } from '../../../data/facts/errors.ts';
import type { ImportReport } from '../../../data/types/imports.ts';
import { emptyShop, learnedAt } from './fixture.ts';

const path = join(import.meta.dirname, '../../../../shared/data/online-retail/online_retail.csv.gz');
const isThere = existsSync(path);

/** Published: README of the data set. Cleaned as in Chen, Sain & Guo (2012): a customer, quantity and price above 0. */
describe.skipIf(!isThere)(`UCI Online Retail, the whole file${isThere ? '' : ` (skipped: ${path} is missing)`}`, () => {
  const { facts } = emptyShop();
  let report: ImportReport;
  beforeAll(async () => {
    report = await facts.imports.load({ path, name: 'online_retail.csv.gz', learnedAt, shop: null });
  }, 120_000);

  it('comes in whole, with the published totals', () => {
    expect(report).toMatchObject({
      rows: 541_909,
      stored: 541_909,
      known: 0,
      rejected: 0,
      revenueMinor: 974_774_793,
      orders: 25_900,
      customers: 4372,
      anonymousRows: 135_080,
      cancelledRows: 9288,
      firstDay: '2010-12-01',
      lastDay: '2011-12-09',
    });
  });

  it('covers 4,070 products and ends with the day before the one cut at 12:50', async () => {
    expect(await facts.coverage()).toMatchObject({ lines: 541_909, products: 4070, lastCompleteDay: '2011-12-08' });
  });

  it('gives the published monthly totals', async () => {
    const daily = await facts.revenue.daily({ before: '2011-12-10' });
    const months: Record<string, number> = {};
    for (const [at, minor] of daily.revenueMinor.entries()) {
      const month = new Date(Date.parse(daily.firstDay) + at * 86_400_000).toISOString().slice(0, 7);
      months[month] = (months[month] ?? 0) + minor;
    }

    expect(Object.values(months).map((minor) => Math.round(minor / 100))).toEqual([
      748_957, 560_000, 498_063, 683_267, 493_207, 723_334, 691_123, 681_300, 682_681, 1_019_688, 1_070_705, 1_461_756,
      433_668,
    ]);
    expect(daily.revenueMinor.filter((minor) => minor !== 0)).toHaveLength(305);
  });

  // reference/models.md, section 4: means over the 4,338 customers.
  it('gives the features of the single view as pandas does', async () => {
    const features = await facts.customers.features({ before: '2011-12-10' });
    const mean = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0) / column.length;

    expect(mean(features.revenueMinor) / 100).toBeCloseTo(2054.27, 2);
    expect(mean(features.quantity)).toBeCloseTo(1191.29, 2);
    expect(mean(features.orders)).toBeCloseTo(4.27, 2);
    expect(mean(features.spanDays)).toBeCloseTo(130.77, 2);
    expect(mean(features.spanDays.map((days, i) => days / features.orders[i]!))).toBeCloseTo(30.53, 2);
    expect(mean(features.unitMinor) / 100).toBeCloseTo(3.01, 2);
    expect(mean(features.orderMinor) / 100).toBeCloseTo(419.17, 2);
    expect(mean(features.orderQuantity)).toBeCloseTo(253.48, 2);
    expect(mean(features.products)).toBeCloseTo(61.5, 2);
    const { priceShare1, priceShare2, priceShare3, priceShare4 } = features;
    const shares = [priceShare1, priceShare2, priceShare3, priceShare4].map(mean);
    [0.38, 0.28, 0.2, 0.15].forEach((share, i) => {
      expect(shares[i]!).toBeCloseTo(share, 2);
    });
    expect(features.meanDaysBetween.filter(Number.isNaN)).toHaveLength(features.orders.filter((n) => n === 1).length);
  });

  it('gives the cleaned customers known from the literature', async () => {
    const view = await facts.customers.view({ before: '2011-12-10' });

    expect(view.id).toHaveLength(4338);
    expect(view.cleaning).toEqual({ rowsUsed: 397_884, rowsAnonymous: 135_080, rowsCancelledOrFree: 8945 });
    expect(view.orders.reduce((sum, orders) => sum + orders)).toBe(18_532);
    expect(view.revenueMinor.reduce((sum, minor) => sum + minor)).toBe(891_140_790);
    expect(Math.min(...view.recencyDays)).toBe(1);
  });

  it('is not taken twice', async () => {
    const again = facts.imports.load({ path, name: 'copy.csv.gz', learnedAt, shop: null });
    await expect(again).rejects.toThrow(SameFile);
  });
});
