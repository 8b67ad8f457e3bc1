import { describe, expect, it } from 'vitest';
import { seeded } from '../../models/random.ts';
import { tasks } from '../../models/tasks.ts';
import { campaignDays } from './support/campaigns.ts';
import { customers, fourKinds } from './support/customers.ts';
import { MONDAY, shopDays } from './support/series.ts';

describe('tasks', () => {
  it('answer with what can cross into another thread', async () => {
    const series = { firstDay: MONDAY, values: shopDays(90, { random: seeded(1) }), horizon: 14 };
    const answers = [
      await tasks.forecastEach([{ ...series, method: 'seasonal-naive', seed: 1, prophet: 'left out' }]),
      await tasks.forecastWeeksOfEach([
        { firstDay: 4, values: Float64Array.from({ length: 40 }, (_, i) => 9 + (i % 3)), horizon: 4 },
      ]),
      await tasks.forecast({
        firstDay: MONDAY,
        values: shopDays(90, { random: seeded(1) }),
        horizon: 14,
        method: 'auto',
        seed: 1,
      }),
      tasks.segments({ view: customers(fourKinds, { random: seeded(1) }), seed: 1 }),
      tasks.returns({
        campaigns: [{ id: 1, name: 'Ads', kind: 'ads' }],
        days: campaignDays([{ campaign: 1, day: MONDAY, spend: 10, sales: 50 }]),
        from: MONDAY,
        before: '2024-02-01',
        seed: 1,
      }),
      tasks.allocate({
        totalMinor: 10,
        lines: [
          {
            id: 1,
            name: 'Ads',
            currentMinor: 10,
            floorMinor: null,
            ceilingMinor: null,
            keep: false,
            margin: null,
            curve: null,
          },
        ],
        maxStep: null,
      }),
    ];

    for (const answer of answers) expect(structuredClone(answer)).toEqual(answer);
    expect(Object.keys(tasks)).toEqual(
      expect.arrayContaining(['forecast', 'forecastEach', 'forecastWeeksOfEach', 'segments', 'returns', 'allocate']),
    );
  });
});
