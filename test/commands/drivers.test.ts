import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '../../models/days.ts';
import { demoHouse, table, words } from '../support/house.ts';

describe('/drivers metric:revenue', () => {
  it('tells which weekdays bring it, as they stand in the orders', async () => {
    const { say, facts } = demoHouse();
    const answer = await say('/drivers metric:revenue by:weekday');
    const { lastCompleteDay } = await facts.coverage();
    const { firstDay, revenueMinor } = await facts.revenue.daily({ before: addDays(lastCompleteDay!, 1) });
    const skipped = (8 - weekday(firstDay)) % 7;
    const whole = revenueMinor.slice(skipped, skipped + 7 * Math.floor((revenueMinor.length - skipped) / 7));
    const sums = new Float64Array(7);
    whole.forEach((value, at) => {
      sums[at % 7]! += value;
    });
    const all = sums.reduce((sum, value) => sum + value, 0);
    const { rows } = table(answer);
    expect(rows.map(([name]) => name)).toEqual([
      'Monday',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Friday',
      'Saturday',
      'Sunday',
    ]);
    rows.forEach((row, at) => void expect(row[1]).toBeCloseTo(sums[at]! / all, 12));
    // The demo's flash sales are on Fridays (data/sample/campaigns.ts).
    expect(answer.title).toMatch(/^Friday brings most/);
    expect(rows[4]!.at(-1)).toBe('more than usual');
    expect(words(answer)).toContain('never why');
  });

  it('tells months as they were, where two years are not there to tell a season', async () => {
    const { say, facts } = demoHouse();
    const answer = await say('/drivers by:month');
    const { firstDay, revenueMinor } = await facts.revenue.daily({ before: '2030-01-01' });
    const { rows } = table(answer);
    expect(words(answer)).toMatch(/^\w+ \d{4} brought most a day: /);
    expect(words(answer)).toContain('whole months cannot tell a season from growth');
    const march = rows.find(([name]) => name === 'March 2026')!;
    const inMarch = revenueMinor.filter((_, at) => addDays(firstDay, at).startsWith('2026-03'));
    expect(march[1]).toBe(inMarch.reduce((sum, value) => sum + value, 0));
    expect(march[2]).toBe(Math.round(Number(march[1]) / 31));
  });

  it.each(['product', 'place', 'channel'])('tells which %ss bring it, and how much of it is others', async (by) => {
    const { say, facts } = demoHouse();
    const answer = await say(`/drivers by:${by}`);
    const { rows } = table(answer);
    const daily = await facts.series({
      metric: 'revenue',
      by: by as 'product',
      period: 'week',
      before: '2026-11-16',
      most: 12,
    });
    expect(rows.map((row) => row[1])).toEqual(daily.slices.map(({ revenueMinor }) => revenueMinor));
    const sum = rows.reduce((total, row) => total + Number(row[2]), 0);
    expect(sum).toBeLessThanOrEqual(1 + 1e-9);
    if (daily.others.count === 0) expect(sum).toBeCloseTo(1, 9);
    expect(words(answer)).toMatch(/what revenue comes with, never why/);
  });

  it('cuts revenue and nothing else', async () => {
    const { say } = demoHouse();
    expect((await say('/drivers metric:spend by:weekday')).title).toBe('by: cuts revenue, not spend');
  });
});
