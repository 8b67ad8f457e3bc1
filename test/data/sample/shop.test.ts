import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, toEpochDay } from '../../../data/days.ts';
import { extraOrders } from '../../../data/sample/campaigns.ts';
import { loadSample } from '../../../data/sample/load.ts';
import { generateShop, type SampleShop, sampleShop } from '../../../data/sample/shop.ts';
import { sampleTable } from '../../../data/sample/table.ts';
import { type SampleTruth, sampleTruth, writeTruth } from '../../../data/sample/truth.ts';
import { emptyFolder, emptyShop } from '../facts/fixture.ts';

const lastDay = '2026-04-19';
const before = addDays(lastDay, 1);

function fingerprint(sample: SampleShop): string {
  const { header, rows } = sampleTable(sample);
  const spend = sample.campaigns.map((campaign) => campaign.spend.join());
  const customers = sample.customers.map(({ ref, segment, sponsor }) => [ref, segment, sponsor].join());
  const text = [header, ...rows, customers, spend].map((cells) => cells.join()).join('\n');
  return createHash('sha256').update(text).digest('hex');
}

describe('the demo shop', () => {
  const { db, facts } = emptyShop();
  const sample = generateShop({ seed: 1, lastDay });
  beforeAll(() => loadSample(db, sample));

  it('is the same for the same seed and day, and another for another', () => {
    const same = fingerprint(sample);
    expect(fingerprint(generateShop({ seed: 1, lastDay }))).toBe(same);
    expect(fingerprint(generateShop({ seed: 2, lastDay }))).not.toBe(same);
    expect(fingerprint(generateShop({ seed: 1, lastDay: '2026-04-12' }))).not.toBe(same);
  });

  it('covers 24 months of about 3,000 customers, complete to the last Sunday', async () => {
    const coverage = await facts.coverage();
    expect(coverage).toMatchObject({
      lastDay,
      lastCompleteDay: lastDay,
      firstDay: addDays(lastDay, -727),
      products: 60,
    });
    expect(coverage.customers).toBeGreaterThan(2900);
    expect(coverage.customers).toBeLessThan(3150);
    expect(coverage.customers).toBe(sample.customers.length);
  });

  it.each(['2026-01-04', '2027-12-26'])('is complete to its last day whichever it is: %s', async (day) => {
    const other = emptyShop();
    loadSample(other.db, generateShop({ seed: 7, lastDay: day }));
    expect(await other.facts.coverage()).toMatchObject({ lastDay: day, lastCompleteDay: day });
  });

  it('sells for about IDR 150M a week, with noise that leaves something to forecast', async () => {
    const { revenueMinor } = await facts.revenue.daily({ before });
    const weeks = Array.from({ length: 104 }, (_, week) =>
      revenueMinor.slice(week * 7, week * 7 + 7).reduce((a, b) => a + b),
    );
    const mean = weeks.reduce((a, b) => a + b) / 104;
    const change = weeks.slice(1).reduce((sum, week, at) => sum + Math.abs(week - weeks[at]!) / week, 0) / 103;

    expect(mean).toBeGreaterThan(130e6);
    expect(mean).toBeLessThan(180e6);
    expect(change).toBeGreaterThan(0.06);
    expect(change).toBeLessThan(0.16);
  });

  it('is lifted by paydays and double dates', async () => {
    const { firstDay, revenueMinor } = await facts.revenue.daily({ before });
    const mean = (which: (date: string) => boolean) => {
      const chosen = [...revenueMinor].filter((_, at) => which(addDays(firstDay, at).slice(5)));
      return chosen.reduce((a, b) => a + b) / chosen.length;
    };
    const ordinary = mean((date) => Number(date.slice(3)) < 25);

    expect(mean((date) => ['25', '26', '27', '28'].includes(date.slice(3))) / ordinary).toBeGreaterThan(1.12);
    expect(mean((date) => date === '11-11' || date === '12-12') / ordinary).toBeGreaterThan(1.8);
  });

  it('has dirty rows that are counted and named, cancellations and rows without a customer', async () => {
    const [report] = await facts.imports.list();
    const rejects = await facts.imports.rejects('I-1', 100);

    expect(report).toMatchObject({
      status: 'stored',
      rejected: 15,
      known: 0,
      layout: 'generic orders',
      shop: sampleShop,
    });
    expect(report!.cancelledRows).toBeGreaterThan(1000);
    expect(report!.anonymousRows).toBeGreaterThan(1000);
    expect(new Set(rejects.map(({ column }) => column))).toEqual(
      new Set(['order_date', 'quantity', 'unit_price', 'sku']),
    );
  });

  it('brings by each campaign as many orders as its response curve says', async () => {
    const days = await facts.campaigns.daily({ from: sample.firstDay, before });
    const names = new Map((await facts.campaigns.list()).map(({ id, name }) => [id, name]));
    for (const { name, response, spend } of sample.campaigns) {
      const at = [...days.campaign.keys()].filter((row) => names.get(days.campaign[row]!) === name);
      const orders = at.reduce((sum, row) => sum + days.orders[row]!, 0);
      const forNothing = at.filter((row) => days.spendMinor[row] === 0 && days.orders[row] !== 0);
      const expected = [...spend].reduce((sum, each) => sum + extraOrders(response, each), 0);

      expect(at.map((row) => days.spendMinor[row])).toEqual([...spend]);
      expect(at.map((row) => days.day[row])).toEqual([...spend.keys()].map((day) => toEpochDay(sample.firstDay) + day));
      expect(forNothing).toEqual([]);
      // Four standard deviations of Poisson's luck.
      expect(Math.abs(orders - expected)).toBeLessThan(4 * Math.sqrt(expected));
    }
  });

  it('knows the kind and all costs of its campaigns, and earns by them', async () => {
    const days = await facts.campaigns.daily({ from: sample.firstDay, before });
    const sum = (column: Float64Array) => column.reduce((a, b) => a + b);

    expect((await facts.campaigns.list()).map(({ kind }) => kind).sort()).toEqual([
      'ads',
      'ads',
      'flash_sale',
      'voucher',
    ]);
    expect(sum(days.goodsMinor) / sum(days.salesMinor)).toBeGreaterThan(0.45);
    expect(sum(days.goodsMinor) / sum(days.salesMinor)).toBeLessThan(0.8);
    expect(sum(days.salesMinor) - sum(days.goodsMinor) - sum(days.spendMinor)).toBeGreaterThan(0);
  });

  it('spends at many levels, so that the curves can be learned', () => {
    for (const { spend } of sample.campaigns) {
      const levels = spend.filter((each) => each > 0).sort();
      expect(levels.length).toBeGreaterThan(60);
      expect(levels[Math.floor(levels.length * 0.9)]! / levels[Math.floor(levels.length * 0.1)]!).toBeGreaterThan(2.5);
    }
  });

  it('has four segments that buy differently', async () => {
    const view = await facts.customers.view({ before });
    const refs = new Map(db.prepare<[], [number, string]>('SELECT id, ref FROM customer').raw().all());
    const { segments } = sampleTruth(sample);
    const mean = (segment: string, column: Float64Array) => {
      const values = [...column].filter((_, at) => segments[refs.get(view.id[at]!)!] === segment);
      return values.reduce((a, b) => a + b) / values.length;
    };

    expect(mean('one-time', view.orders)).toBe(1);
    expect(mean('bargain', view.orders)).toBeGreaterThan(5);
    expect(mean('loyal', view.orders) / mean('regular', view.orders)).toBeGreaterThan(2);
    expect(mean('loyal', view.revenueMinor) / mean('regular', view.revenueMinor)).toBeGreaterThan(3);
    expect(mean('regular', view.revenueMinor) / mean('bargain', view.revenueMinor)).toBeGreaterThan(1.7);
    expect(mean('one-time', view.recencyDays) / mean('loyal', view.recencyDays)).toBeGreaterThan(2.5);
  });

  it('has a tree of referrals without circles', () => {
    const sponsors = new Map(
      db.prepare<[], [number, number | null]>('SELECT id, sponsor_id FROM customer').raw().all(),
    );
    const referred = [...sponsors.values()].filter((sponsor) => sponsor !== null);
    expect(referred.length).toBeGreaterThan(400);
    for (const start of sponsors.keys()) {
      let steps = 0;
      for (let at: number | null | undefined = start; at != null; at = sponsors.get(at)) steps++;
      expect(steps).toBeLessThan(60);
    }
  });

  it('writes its truth down', () => {
    const path = join(emptyFolder(), 'demo.truth.json');
    writeTruth(path, sample);

    const truth = JSON.parse(readFileSync(path, 'utf8')) as SampleTruth;

    expect(truth).toEqual(sampleTruth(sample));
    expect(Object.keys(truth.segments)).toHaveLength(sample.customers.length);
    expect(truth.campaigns.map(({ response }) => Object.keys(response))).toEqual(
      Array(4).fill(['capacity', 'half', 'shape']),
    );
  });
});
