import { describe, expect, it } from 'vitest';
import { nextMonth, pacing } from '../../../models/campaigns/pacing.ts';
import { daysBetween, epochDay, fromEpochDay } from '../../../models/days.ts';
import { seeded } from '../../../models/random.ts';

/** Spend a day from 2026-01-01 to the day before `before`: a level, and as much again on the last week of a month. */
function spend(before: string, { level = 100, noise = 0, seed = 1 } = {}) {
  const random = seeded(seed);
  const first = epochDay('2026-01-01');
  return Float64Array.from({ length: daysBetween('2026-01-01', before) }, (_, at) => {
    const date = Number(fromEpochDay(first + at).slice(8));
    return level * (date >= 25 ? 2 : 1) * (1 + noise * Math.sqrt(12) * (random() - 0.5));
  });
}

const plan = (month: string, total: number) => {
  const days = daysBetween(month, nextMonth(month));
  return new Float64Array(days).fill(total / days);
};

describe('pacing', () => {
  it('expects the paydays that are still to come, as past months had them', () => {
    const found = pacing({ firstDay: '2026-01-01', spend: spend('2026-06-16'), plan: plan('2026-06-01', 3600) });

    expect(found).toMatchObject({
      month: '2026-06-01',
      days: 30,
      elapsed: 15,
      spentMinor: 1500,
      plannedMinor: 1800,
      basis: 'past months',
    });
    // 15 days at 100, 9 more, and 6 at 200; past months of 31 days have a seventh.
    expect(found.projected!.expected).toBeGreaterThan(3500);
    expect(found.projected!.expected).toBeLessThan(3800);
    expect(found.verdict).toBe('on plan');
  });

  it.each([
    [2000, 'over'],
    [6000, 'under'],
  ])('a plan of %i: %s', (total, verdict) => {
    const found = pacing({
      firstDay: '2026-01-01',
      spend: spend('2026-06-16', { noise: 0.2 }),
      plan: plan('2026-06-01', total),
    });
    expect(found.verdict).toBe(verdict);
  });

  it('holds what came in its 80 %% interval about as often as it says, over 200 histories', () => {
    let held = 0;
    for (let seed = 0; seed < 200; seed++) {
      const whole = spend('2026-07-01', { noise: 0.3, seed });
      const { projected } = pacing({
        firstDay: '2026-01-01',
        spend: whole.slice(0, daysBetween('2026-01-01', '2026-06-16')),
        plan: plan('2026-06-01', 1),
      });
      const came = whole.slice(daysBetween('2026-01-01', '2026-06-01')).reduce((sum, each) => sum + each, 0);
      if (projected!.low80 <= came && came <= projected!.high80) held++;
    }
    expect(held / 200).toBeGreaterThan(0.7);
    expect(held / 200).toBeLessThan(0.95);
  });

  it('a false alarm comes seldom where the plan is what is spent', () => {
    let alarms = 0;
    for (let seed = 0; seed < 200; seed++) {
      const { verdict } = pacing({
        firstDay: '2026-01-01',
        spend: spend('2026-06-16', { noise: 0.3, seed }),
        plan: plan('2026-06-01', 3600),
      });
      if (verdict === 'over' || verdict === 'under') alarms++;
    }
    expect(alarms / 200).toBeLessThan(0.05);
  });

  it('cannot tell while a day is not known, and says how many are not', () => {
    const days = spend('2026-06-16');
    days[days.length - 1] = Number.NaN;
    expect(pacing({ firstDay: '2026-01-01', spend: days, plan: plan('2026-06-01', 100) })).toMatchObject({
      unknownDays: 1,
      spentMinor: 1400,
      verdict: "can't tell",
    });
  });

  it('says nothing of the end on the first day of data', () => {
    expect(
      pacing({ firstDay: '2026-06-01', spend: Float64Array.of(100), plan: plan('2026-06-01', 3000) }),
    ).toMatchObject({
      spentMinor: 100,
      projected: null,
      verdict: "can't tell",
    });
  });

  it('on the 1st, looks back on the month that is over: nothing is left to expect', () => {
    const found = pacing({ firstDay: '2026-01-01', spend: spend('2026-06-01'), plan: plan('2026-05-01', 100) });
    expect(found).toMatchObject({ month: '2026-05-01', elapsed: 31, verdict: 'over' });
    expect(found.projected!.low95).toBe(found.spentMinor);
    expect(found.projected!.high95).toBe(found.spentMinor);
  });
});
