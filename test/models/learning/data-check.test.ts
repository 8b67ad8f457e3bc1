import { describe, expect, it } from 'vitest';
import type { DailyRevenue } from '../../../data/types/series.ts';
import { addDays } from '../../../models/days.ts';
import { suspicion as saidSuspicion } from '../../../models/learning/data-check.ts';
import { seeded } from '../../../models/random.ts';
import { day as saidDay, say } from '../../../words/say.ts';
import { inEnglish } from '../../../words/tell.ts';
import { telling } from '../../support/told.ts';

const day = (of: string) => inEnglish(say`${saidDay(of)}`);

const suspicion = telling(saidSuspicion);

const FIRST = '2026-01-01';

/** A shop of 20 orders a day of about 100,000 each. */
function shop(days: number, change: (i: number) => { money?: number; orders?: number } = () => ({})): DailyRevenue {
  const random = seeded(7);
  const orders = new Float64Array(days);
  const revenueMinor = new Float64Array(days);
  for (let i = 0; i < days; i++) {
    const { money = 1, orders: times = 1 } = change(i);
    orders[i] = Math.round(20 * times * (0.7 + 0.6 * random()));
    revenueMinor[i] = orders[i]! * 100_000 * (0.8 + 0.4 * random()) * money;
  }
  return { firstDay: FIRST, revenueMinor, orders };
}

describe('the check of the newest data', () => {
  it('lets an ordinary shop pass, a year of days long', () => {
    for (let days = 71; days < 365; days++) expect(suspicion(shop(days)), String(days)).toBeNull();
  });

  it.each([
    ['three days of no orders', (i: number) => (i >= 110 && i < 113 ? { orders: 0 } : {}), 'missing days', 110],
    ['two days in ten times the unit', (i: number) => (i >= 118 ? { money: 10 } : {}), 'unit change', 118],
    ['a week in a hundredth of the unit', (i: number) => (i >= 113 ? { money: 0.01 } : {}), 'unit change', 113],
    ['a week of six times the orders', (i: number) => (i >= 113 ? { orders: 6 } : {}), 'level jump', 113],
    ['a week of a tenth of the orders', (i: number) => (i >= 113 ? { orders: 0.12 } : {}), 'level jump', 113],
  ] as const)('holds %s, from the first such day', (_, change, finding, from) => {
    const found = suspicion(shop(120, change));
    expect(found).toMatchObject({ finding, before: addDays(FIRST, from) });
    expect(found!.says).toContain(day(addDays(FIRST, from)));
  });

  it.each([
    ['one dear day', (i: number) => (i === 119 ? { money: 9 } : {})],
    ['a good week, three times the usual', (i: number) => (i >= 113 ? { orders: 3 } : {})],
    ['a day that is always closed', (i: number) => (i % 7 === 3 ? { orders: 0 } : {})],
    ['a day without orders where two a day are usual', (i: number) => (i === 115 ? { orders: 0 } : { orders: 0.1 })],
    ['a gap of a month ago', (i: number) => (i >= 85 && i < 90 ? { orders: 0 } : {})],
  ] as const)('lets %s pass', (_, change) => {
    expect(suspicion(shop(120, change))).toBeNull();
  });

  it('does not ask again about what a person has called right, and still sees what comes after', () => {
    const tenfold = (i: number) => (i >= 113 ? { money: 10 } : {});
    expect(suspicion(shop(124, tenfold), addDays(FIRST, 119))).toBeNull();
    const again = (i: number) => (i >= 250 ? { money: 100 } : tenfold(i));
    expect(suspicion(shop(253, again), addDays(FIRST, 119))).toMatchObject({ before: addDays(FIRST, 250) });
  });

  it('says nothing of a history that is too short to tell', () => {
    expect(suspicion(shop(60, (i) => (i >= 55 ? { orders: 0 } : {})))).toBeNull();
    expect(suspicion({ firstDay: FIRST, revenueMinor: new Float64Array(0), orders: new Float64Array(0) })).toBeNull();
  });
});
