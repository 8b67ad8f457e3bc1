import { describe, expect, it } from 'vitest';
import { addDays } from '../../../models/days.ts';
import type { Answer } from '../../../src/told.ts';
import { demoHouse, fact, table, words } from '../../support/house.ts';
import { shopWith, takings } from '../../support/orders.ts';

const days = '/forecast days:14';

describe('/forecast what if', () => {
  it('grows every day and its band, and shows the difference', async () => {
    const { say } = demoHouse();
    const plain = fact(await say(days), 'Net revenue');
    const answer = await say(`${days} growth:+10`);
    const grown = fact(answer, 'Net revenue');

    expect(answer.title).toBe('What if: +10% on every day');
    expect(Number(grown.value) / Number(plain.value)).toBeCloseTo(1.1, 6);
    expect(grown.low! / plain.low!).toBeCloseTo(1.1, 6);
    const [so, otherwise, difference] = table(answer).rows;
    expect(otherwise![1]).toBe(plain.value);
    expect(Math.abs(Number(difference![1]) - (Number(so![1]) - Number(otherwise![1])))).toBeLessThanOrEqual(1);
    expect(so![4]).not.toBe(otherwise![4]);
  });

  it('sells nothing on closed days', async () => {
    const { say } = demoHouse();
    const answer = await say(`${days} closed:2026-04-22..2026-04-23,2026-04-25`);
    const rows = table({ ...answer, parts: answer.parts.slice(1) }).rows;
    const sold = new Map(rows.map(([day, expected]) => [day, expected]));
    for (const day of ['2026-04-22', '2026-04-23', '2026-04-25']) expect(sold.get(day)).toBe(0);
    expect(sold.get('2026-04-24')).not.toBe(0);
  });

  it('freezes nothing', async () => {
    const { say, state } = demoHouse();
    await say(`/forecast weeks:2 growth:-5 share:yes`);
    expect(state.ledger.unscored()).toEqual([]);
  });

  it('turns a promotion on and off, learned from the days it ran', async () => {
    // Every fourth week a promotion runs from Monday to Wednesday and doubles sales.
    const first = '2025-01-06';
    const rows = Array.from({ length: 400 }, (_, i) => {
      const on = i % 28 < 3;
      const takes = Math.round((on ? 2 : 1) * 100_000 * (1 + 0.1 * Math.sin(i * 12.9898)));
      return `${i},${addDays(first, i)},c${i % 40},A,1,${takes},Shopee,${on ? 'Big sale' : ''}`;
    });
    const { say } = await shopWith(
      [{ rows, learnedOn: addDays(first, 401), columns: ',campaign' }],
      addDays(first, 401),
    );
    const coming = addDays(first, 402);

    const on = await say(`/forecast days:7 promotion:"big sale ${coming}..${addDays(coming, 2)}"`);
    const off = await say('/forecast days:7 promotion:"Big sale off"');

    const [so, otherwise] = table(on).rows;
    expect(Number(so![1]) / Number(otherwise![1])).toBeGreaterThan(1.3);
    expect(Number(so![1]) / Number(otherwise![1])).toBeLessThan(1.5);
    expect(words(on)).toMatch(/Big sale: It came \d+ times; \+\d+% is counted/);
    expect(Number(table(off).rows[0]![1]) / Number(otherwise![1])).toBeCloseTo(1, 6);
  });

  it('lets a day sell as another of the calendar did, in a shop without campaigns', async () => {
    const first = '2025-01-06';
    const lifts: Readonly<Record<string, number>> = { '2025-11-11': 3 };
    const rows = takings(400).map((takes, i) => {
      const day = addDays(first, i);
      return `${i},${day},c${i % 40},A,1,${takes * (lifts[day] ?? 1)},Shopee`;
    });
    const { say } = await shopWith([{ rows, learnedOn: addDays(first, 401) }], addDays(first, 401));
    const coming = addDays(first, 404);
    const sums = (of: Answer) => table(of).rows.map(([, expected]) => Number(expected));

    const answer = await say(`/forecast days:7 promotion:"11.11 ${coming}"`);
    expect(words(answer)).toMatch(/11\.11: It came once and did \+1\d\d%; \+\d\d% is counted for the next/);
    expect(words(await say(`/forecast days:7 promotion:"11.11 ${coming}" show:components`))).toMatch(
      /11\.11 did \+1\d\d% so far, and \+\d\d% is counted ahead: of what came seldom/,
    );
    const [so, otherwise] = sums(answer);
    const plain = Number(fact(await say('/forecast days:7'), 'Net revenue').value);
    expect(otherwise).toBe(plain);
    // Seen once, so half of it in logs is counted on that one day of seven.
    expect(so! / otherwise!).toBeGreaterThan(1.05);
    expect(so! / otherwise!).toBeLessThan(1.25);

    const unknown = await say('/forecast days:7 promotion:"Flash on"');
    expect(words(unknown)).toContain('My orders name no campaign. Days of the calendar that came before: ');
    await say('/calendar add name:Flash kind:promotion from:2025-09-02 to:2025-09-03');
    expect((await say('/forecast days:7 promotion:"Flash on"')).title).toBe('What if: Flash on');
  });

  it('tells a mean day of what does not add up', async () => {
    const { say } = demoHouse();
    const plain = await say('/forecast metric:order-value days:14 as-of:2026-04-20');
    const answer = await say('/forecast metric:order-value days:14 as-of:2026-04-20 growth:+10');
    expect(table(answer).title).toContain('a day on average');
    const day = Number(fact(plain, 'Order value').value);
    const [so] = table(answer).rows;
    expect(Number(so![1]) / day).toBeGreaterThan(0.8);
    expect(Number(so![1]) / day).toBeLessThan(1.5);
  });

  it.each([
    ['growth:lots', 'I did not understand growth "lots"'],
    ['growth:-100', 'I did not understand growth "-100"'],
    ['closed:2026-02-30', 'I did not understand the days "2026-02-30"'],
    ['closed:2030-01-01', 'No day of closed:2030-01-01 is in this forecast'],
    ['closed:2026-05-03..2026-05-01', 'I did not understand the days'],
    ['promotion:"Voucher Gajian"', 'I did not understand promotion "Voucher Gajian"'],
    ['promotion:"Voucher Gajien on"', 'I know of no promotion "Voucher Gajien"'],
  ])('%s is refused with how to write it', async (typed, title) => {
    const { say } = demoHouse();
    const answer = await say(`${days} ${typed}`);
    expect(answer.outcome).toBe('refused');
    expect(answer.title).toContain(title);
    expect(words(answer).length).toBeGreaterThan(title.length + 10);
  });
});
