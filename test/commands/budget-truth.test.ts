import { describe, expect, it } from 'vitest';
import { extraOrders, sampleCampaigns } from '../../data/sample/campaigns.ts';
import type { CampaignDays } from '../../data/types/campaigns.ts';
import { addDays } from '../../models/days.ts';
import { demoHouse, rina, table, words } from '../support/house.ts';

/** Rupiah that a plan is searched by. */
const STEP = 20_000;

/**
 * What the demo shop's campaigns truly earn a week, from the curves it was made with: the days of the weeks in which a
 * campaign ran, scaled to another weekly spend, times what is left of one of its orders.
 */
function truthOf(days: CampaignDays, campaign: number, name: string) {
  const { response } = sampleCampaigns.find((each) => each.name === name)!;
  const rows = [...days.day.keys()].filter((row) => days.campaign[row] === campaign);
  const sum = (column: Float64Array) => rows.reduce((all, row) => all + column[row]!, 0);
  const spent = rows.filter((row) => days.spendMinor[row]! > 0);
  const weeks = new Set(spent.map((row) => Math.floor((days.day[row]! + 3) / 7))).size;
  const usual = sum(days.spendMinor) / weeks;
  const kept = (sum(days.salesMinor) - sum(days.goodsMinor)) / sum(days.orders);
  return (weekly: number) => {
    const orders = spent.reduce((all, row) => all + extraOrders(response, (days.spendMinor[row]! * weekly) / usual), 0);
    return (kept * orders) / weeks - weekly;
  };
}

/** The most that can be earned with a total, by trying every amount. */
function best(total: number, lines: readonly { low: number; high: number; earns: (x: number) => number }[]): number {
  const units = Math.round(total / STEP);
  let most = new Float64Array(units + 1).fill(Number.NEGATIVE_INFINITY);
  most[0] = 0;
  for (const { low, high, earns } of lines) {
    const next = new Float64Array(units + 1).fill(Number.NEGATIVE_INFINITY);
    for (let own = Math.ceil(low / STEP); own <= Math.min(units, Math.floor(high / STEP)); own++) {
      const earned = earns(own * STEP);
      for (let all = own; all <= units; all++) next[all] = Math.max(next[all]!, most[all - own]! + earned);
    }
    most = next;
  }
  return most[units]!;
}

describe('/budget plan on the demo shop, whose curves are known', () => {
  it.each([20, 50, 100])(
    'earns nearly the best that a step of %i percent allows, and more than in proportion to ROI',
    async (step) => {
      const { say, facts } = demoHouse();
      const campaigns = await facts.campaigns.list();
      const days = await facts.campaigns.daily({ from: addDays('2026-04-20', -364), before: '2026-04-20' });

      const answer = await say(`/budget plan max-step:${step} beyond:1000`, rina);

      const rows = table(answer).rows.slice(0, -1) as [string, number, number][];
      const lines = rows.map(([name, now, proposed]) => {
        const { id } = campaigns.find((each) => each.name === name)!;
        return {
          now,
          proposed,
          name,
          low: now * (1 - step / 100),
          high: now * (1 + step / 100),
          earns: truthOf(days, id, name),
        };
      });
      const total = lines.reduce((sum, { now }) => sum + now, 0);
      const earned = (of: (line: (typeof lines)[number]) => number) =>
        lines.reduce((sum, line) => sum + line.earns(of(line)), 0);
      const [, shares] = /in proportion to average ROI would give (.*?)\. /.exec(words(answer))!;
      const byRoi = lines.map(({ name }) => Number(new RegExp(`${name} (\\d+)%`).exec(shares!)![1]) / 100);
      const proposed = earned((line) => line.proposed);
      const most = best(total, lines);

      const now = earned((line) => line.now);

      expect(proposed).toBeGreaterThan(0.95 * most);
      // Of what could be gained at all, which is harder: 0.96, 0.82 and 0.74 when this was written.
      expect((proposed - now) / (most - now)).toBeGreaterThan(0.65);
      expect(proposed).toBeGreaterThan(earned((line) => total * byRoi[lines.indexOf(line)]!));
    },
  );

  it('advises the shift where its gain is sure, names the line whose limit costs most, and tells what one line would do', async () => {
    const { say } = demoHouse();
    const answer = await say('/budget plan', rina);
    expect(answer.tone).toBe('good');
    expect(words(answer)).toMatch(
      /I would shift it: .* more profit after goods \(80%\)\. \S.* is at its limit: each 1 more spent there brings/,
    );
    expect(answer.parts.filter(({ kind }) => kind === 'chart')).toHaveLength(2);
    const whatIf = answer.parts.filter((part) => part.kind === 'table')[1]!;
    for (const [name, , more, low, high, less] of whatIf.rows as [string, number, number, number, number, number][]) {
      expect([low <= more, more <= high, less < 0], name).toEqual([true, true, true]);
    }
  });

  it('refuses to rank where spend is flat, and plans a step to learn from', async () => {
    const { say, db } = demoHouse();
    db.exec('UPDATE campaign_spend SET spend_minor = 100000 * campaign_id');

    const answer = await say('/budget plan', rina);

    expect(answer.tone).toBe('careful');
    expect(words(answer)).toContain('I cannot rank these lines: spend hardly varied');
    for (const [name, now, proposed] of table(answer).rows) expect(proposed, String(name)).toBe(now);
    const [, name, step] = /To learn more: (.*?) IDR (\S+) up one week and down the next, for 13 weeks/.exec(
      words(answer),
    )!;
    const learn = answer.actions!.find(({ label }) => label === 'Plan the step to learn')!;
    expect(learn.ask).toEqual({ name: 'budget plan', input: { explore: 'yes' } });

    const explored = await say('/budget plan explore:yes', rina);
    expect(words(explored)).toContain(`A step to learn from, not to earn from: ${name} IDR ${step} up this week`);
    const rows = table(explored).rows.slice(0, -1) as [string, number, number][];
    for (const [line, now, proposed] of rows) {
      expect(proposed / now, line).toBeCloseTo(line === name ? 1.2 : 1, 6);
    }
  });

  it('makes sales largest where that is asked for', async () => {
    const { say } = demoHouse();
    const answer = await say('/budget plan goal:sales', rina);
    expect(table(answer).columns[4]!.title).toMatch(/^IDR [\d,]+ more sells$/);
    expect(words(answer)).toContain('more sales (80%)');
  });

  it.each([
    ['/budget plan total:9M floors:"Voucher Gajian=9M, Meta=5M"', 'add up to more than the total'],
    ['/budget plan total:1M', 'add up to more than the total'],
    ['/budget plan total:90M beyond:0 max-step:100', 'leave no room for the whole total'],
  ])('%s: what would do instead', async (line, why) => {
    const { say } = demoHouse();
    const answer = await say(line, rina);
    expect(answer.outcome).toBe('refused');
    expect(words(answer)).toContain(why);
    expect(words(answer)).toMatch(
      /With these limits a week can cost from IDR \S+ to IDR \S+\. Ask for a total in between/,
    );
  });
});
