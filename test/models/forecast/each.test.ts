import { describe, expect, it } from 'vitest';
import { forecastEach, forecastWeeksOfEach } from '../../../models/forecast/each.ts';
import { forecast } from '../../../models/forecast/forecast.ts';
import { seeded } from '../../../models/random.ts';
import { inEnglish } from '../../../words/tell.ts';
import { MONDAY, shopDays } from '../support/series.ts';

const request = (days: number) =>
  ({
    firstDay: MONDAY,
    values: shopDays(days, { random: seeded(days) }),
    horizon: 14,
    method: 'auto',
    seed: 1,
    prophet: 'left out',
  }) as const;

const lacks = (answer: Awaited<ReturnType<typeof forecastEach>>[number]) =>
  inEnglish('lacks' in answer ? answer.lacks : '');

describe('forecastEach', () => {
  it('says of each what it would say of it alone', async () => {
    const [first, second] = await forecastEach([request(120), request(90)]);
    const alone = await forecast(request(90));
    expect(second).toMatchObject({ method: alone.method, total: alone.total, weekly: alone.weekly });
    expect(first).not.toEqual(second);
  });

  it('lets one that is too short not keep the others from it', async () => {
    const answers = await forecastEach([request(20), request(90)]);
    expect(lacks(answers[0]!)).toBe('At least 28 days since the first sale are needed, there are 20');
    expect(answers[1]).toHaveProperty('total.expected');
  });
});

describe('forecastWeeksOfEach', () => {
  // 1970-01-05 was a Monday.
  const weeks = (length: number, value: (i: number) => number) => ({
    firstDay: 4,
    values: Float64Array.from({ length }, (_, i) => value(i)),
    horizon: 4,
  });

  it('continues a level, week by week from the first one after', async () => {
    const [answer] = await forecastWeeksOfEach([weeks(60, (i) => 100 + (i % 2))]);
    if (!answer || 'lacks' in answer) throw new Error('no answer');
    expect(answer.total).toBeNull();
    expect(answer.weekly.map(({ firstDay }) => firstDay)).toEqual([
      '1971-03-01',
      '1971-03-08',
      '1971-03-15',
      '1971-03-22',
    ]);
    for (const { expected, low80, high80 } of answer.weekly) {
      expect(Math.abs(expected - 100.5)).toBeLessThan(1);
      expect(low80).toBeLessThanOrEqual(expected);
      expect(high80).toBeGreaterThanOrEqual(expected);
    }
    expect(answer.error!).toBeLessThan(0.02);
  });

  it('measures itself on the last weeks, held out, beside the last one repeated', async () => {
    // The last four weeks are ten times the level: nobody could know.
    const [answer] = await forecastWeeksOfEach([weeks(60, (i) => (i < 56 ? 100 + (i % 2) : 1000))]);
    if (!answer || 'lacks' in answer) throw new Error('no answer');
    expect(answer.naiveError!).toBeCloseTo(0.899, 2);
    expect(answer.error!).toBeCloseTo(0.899, 1);
  });

  it('says what is missing', async () => {
    const [answer] = await forecastWeeksOfEach([weeks(30, (i) => (i < 10 ? Number.NaN : i))]);
    expect(lacks(answer!)).toBe('At least 26 whole weeks are needed, there are 20');
  });
});
