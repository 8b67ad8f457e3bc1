import { describe, expect, it } from 'vitest';
import { emptyShop, jakarta, ordersFile } from './fixture.ts';

/** Orders on the days of April 2026, a first and a last one each day. */
function april(days: readonly number[], lastTime: (day: number) => string): readonly string[] {
  return days.flatMap((day) =>
    ['09:00', lastTime(day)].map(
      (time) => `${day}-${time},2026-04-${String(day).padStart(2, '0')} ${time},ana,A1,1,10`,
    ),
  );
}

const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);
/** 21:30, on Sundays 18:00. */
const usual = (day: number) => (day % 7 === 5 ? '18:00' : '21:30');

async function lastCompleteDay(rows: readonly string[], learned = '2026-05-01T00:00:00Z') {
  const { load, facts } = emptyShop();
  await load(ordersFile(...rows), { shop: jakarta, learnedAt: Date.parse(learned) });
  return (await facts.coverage()).lastCompleteDay;
}

describe('the last complete day', () => {
  it('is the last day with orders, once it is over', async () => {
    expect(await lastCompleteDay(april(upTo(20), usual))).toBe('2026-04-20');
  });

  it('is the day before when the file was learned on the day itself, by the clock of the shop', async () => {
    const rows = april(upTo(20), usual);
    expect(await lastCompleteDay(rows, '2026-04-20T16:59:59Z')).toBe('2026-04-19');
    expect(await lastCompleteDay(rows, '2026-04-20T17:00:00Z')).toBe('2026-04-20');
  });

  it('is the day before when the last order comes earlier than on any of the days before', async () => {
    const cutAt = (time: string) => april(upTo(20), (day) => (day === 20 ? time : usual(day)));
    expect(await lastCompleteDay(cutAt('12:50'))).toBe('2026-04-19');
    expect(await lastCompleteDay(cutAt('18:00'))).toBe('2026-04-20');
  });

  it('may be a day without orders', async () => {
    const rows = april([1, 2, 3, 4, 5, 10], (day) => (day === 10 ? '12:00' : usual(day)));
    expect(await lastCompleteDay(rows)).toBe('2026-04-09');
  });

  it('does not ask for times of day in files that have none', async () => {
    const rows = upTo(20).map((day) => `${day},2026-04-${String(day).padStart(2, '0')},ana,A1,1,10`);
    expect(await lastCompleteDay(rows)).toBe('2026-04-20');
  });

  it('becomes complete when a later file brings the rest of the day', async () => {
    const { load, facts } = emptyShop();
    await load(ordersFile(...april(upTo(20), (day) => (day === 20 ? '12:50' : usual(day)))), { shop: jakarta });

    await load(ordersFile('evening,2026-04-20 21:00,ben,A1,1,10'), { shop: jakarta });

    expect(await facts.coverage()).toMatchObject({ lastCompleteDay: '2026-04-20', orders: 41, customers: 2 });
  });

  it('is not known for an empty shop', async () => {
    expect(await emptyShop().facts.coverage()).toEqual({
      orders: 0,
      lines: 0,
      customers: 0,
      products: 0,
      anonymousLines: 0,
      firstDay: null,
      lastDay: null,
      lastCompleteDay: null,
      importIds: [],
    });
  });
});

describe('daily revenue', () => {
  it('has every day of the span, zero where nothing was sold, and stops before `before`', async () => {
    const { load, facts } = emptyShop();
    await load(ordersFile('1,2026-04-01,ana,A1,1,10', '2,2026-04-04,ana,A1,2,10', '3,2026-04-05,ana,A1,1,10'), {
      shop: jakarta,
    });

    const daily = await facts.revenue.daily({ before: '2026-04-05' });

    expect(daily.firstDay).toBe('2026-04-01');
    expect([...daily.revenueMinor]).toEqual([10, 0, 0, 20]);
    expect([...daily.orders]).toEqual([1, 0, 0, 1]);
  });

  it('goes on with days without an order, as far as they are known to be over', async () => {
    const { load, facts } = emptyShop();
    await load(ordersFile(...april([1, 2, 3, 4, 5, 10], (day) => (day === 10 ? '12:00' : usual(day)))), {
      shop: jakarta,
    });

    expect([...(await facts.revenue.daily({ before: '2026-04-10' })).revenueMinor]).toEqual([
      20, 20, 20, 20, 20, 0, 0, 0, 0,
    ]);
    expect((await facts.revenue.daily({ before: '2026-04-07' })).revenueMinor).toHaveLength(6);
  });

  it('adds up files that overlap', async () => {
    const { load, facts } = emptyShop();
    await load(ordersFile('1,2026-04-01,ana,A1,1,10', '2,2026-04-02,ana,A1,2,10'), { shop: jakarta });
    await load(ordersFile('2,2026-04-02,ana,A1,2,10', '3,2026-04-02,ana,A1,1,5'), { shop: jakarta });

    expect([...(await facts.revenue.daily({ before: '2026-05-01' })).revenueMinor]).toEqual([10, 25]);
  });

  it('is empty for a shop without orders', async () => {
    const daily = await emptyShop().facts.revenue.daily({ before: '2026-05-01' });
    expect(daily.revenueMinor).toHaveLength(0);
    expect(daily.orders).toHaveLength(0);
  });
});
