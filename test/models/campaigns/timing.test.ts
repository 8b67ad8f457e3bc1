import { describe, expect, it } from 'vitest';
import { timing } from '../../../models/campaigns/timing.ts';
import { addDays, epochDay, fromEpochDay, weekdayOf } from '../../../models/days.ts';
import { NotEnoughData } from '../../../models/errors.ts';
import { seeded } from '../../../models/random.ts';

const firstDay = '2025-01-06';
const weekdays = [0.9, 0.9, 0.9, 1, 1.2, 1.3, 0.8];

/** Growing sales with effects that are known, and noise of 10 %. */
function shop({ days = 365, seed = 1, payday = 1.3, double = 2, noise = 0.1 } = {}) {
  const random = seeded(seed);
  const first = epochDay(firstDay);
  const sales = Float64Array.from({ length: days }, (_, at) => {
    const [, month, date] = fromEpochDay(first + at)
      .split('-')
      .map(Number) as [number, number, number];
    const special = month === date ? double : date >= 25 || date === 1 ? payday : 1;
    const luck = 1 + noise * Math.sqrt(12) * (random() - 0.5);
    return 1000 * (1 + at / 365) * weekdays[weekdayOf(first + at) - 1]! * special * luck;
  });
  return { firstDay, sales, leftOut: [], hourly: null };
}

describe('timing', () => {
  it('finds the effects that were put in, in spite of growth, and knows how often it saw them', () => {
    const found = timing(shop({ noise: 0 }));

    expect(found.weekdays.map(({ ratio }) => ratio!)).toEqual(weekdays.map((effect) => expect.closeTo(effect, 2)));
    expect(found.paydays).toMatchObject({ ratio: expect.closeTo(1.3, 1) });
    expect(found.doubleDates).toMatchObject({ ratio: expect.closeTo(2, 1), seen: 12 });
    expect(found.paydays.seen).toBeLessThanOrEqual(12);
  });

  it('holds the truth in its 80 %% intervals about as often as it says, over 60 shops', () => {
    let held = 0;
    let all = 0;
    for (let seed = 0; seed < 60; seed++) {
      const { weekdays: found, paydays, doubleDates } = timing(shop({ seed }));
      const pairs = [
        ...found.map((each, at) => [each, weekdays[at]!] as const),
        [paydays, 1.3] as const,
        [doubleDates, 2] as const,
      ];
      for (const [{ low80, high80 }, truth] of pairs) {
        all++;
        if (low80! <= truth && truth <= high80!) held++;
      }
    }
    expect(held / all).toBeGreaterThan(0.72);
    expect(held / all).toBeLessThan(0.9);
  });

  it('says nothing of what it saw twice', () => {
    const found = timing(shop({ days: 60 }));
    expect(found.paydays).toMatchObject({ seen: 2, ratio: null });
    expect(found.doubleDates).toMatchObject({ ratio: null });
  });

  it('refuses fewer than 56 days, unknown ones not counted', () => {
    expect(() => timing(shop({ days: 55 }))).toThrow(NotEnoughData);
    const { sales, ...rest } = shop({ days: 60 });
    expect(() => timing({ ...rest, sales: sales.fill(Number.NaN, 10, 20) })).toThrow('there are 50');
  });

  it('knows days that are always closed, and shops that sold nothing', () => {
    const { sales, ...rest } = shop({ noise: 0 });
    const closed = sales.map((value, at) => (weekdayOf(epochDay(firstDay) + at) === 7 ? 0 : value));
    expect(timing({ ...rest, sales: closed }).weekdays[6]!.ratio).toBe(0);
    expect(timing({ ...rest, sales: sales.fill(0) }).weekdays.every(({ ratio }) => ratio === null)).toBe(true);
  });

  it('gives hours as shares of whole weeks, and none where every order bears the same hour', () => {
    const hoursOf = (hours: readonly number[]) => {
      const rows = Array.from({ length: 28 }, (_, at) =>
        hours.map((hour) => ({ day: epochDay(firstDay) + at, hour })),
      ).flat();
      const hourly = {
        day: Int32Array.from(rows, ({ day }) => day),
        hour: Uint8Array.from(rows, ({ hour }) => hour),
        orders: new Float64Array(rows.length).fill(1),
        revenueMinor: new Float64Array(rows.length),
      };
      return timing({ ...shop(), hourly }).hours;
    };
    expect(hoursOf([0])).toBeNull();
    const told = hoursOf([9, 20, 20, 20])!;
    expect(told[20]).toMatchObject({ name: '20:00', ratio: 0.75, seen: 4 });
    expect(told.reduce((sum, { ratio }) => sum + ratio!, 0)).toBeCloseTo(1, 9);
  });

  it('leaves out the days that it is told to', () => {
    const { sales, ...rest } = shop({ noise: 0 });
    const wild = epochDay(addDays(firstDay, 100));
    sales[100] = 1e9;
    expect(timing({ ...rest, sales, leftOut: [wild] }).weekdays.map(({ ratio }) => ratio!)).toEqual(
      weekdays.map((effect) => expect.closeTo(effect, 2)),
    );
  });
});
