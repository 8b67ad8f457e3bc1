import { describe, expect, it } from 'vitest';
import { addDays } from '../../../models/days.ts';
import { fact, words } from '../../support/house.ts';
import { dailyOrders, shopWith, takings } from '../../support/orders.ts';

const file = (from: string, takes: readonly number[]) => ({
  rows: dailyOrders(from, takes),
  learnedOn: addDays(from, takes.length),
});

describe('what the history cannot answer', () => {
  it('30 days asked for 26 weeks: the range of two weeks, what is missing, and a button for them', async () => {
    const { say } = await shopWith([file('2026-03-01', takings(30))], '2026-04-01');

    const answer = await say('/forecast weeks:26');

    expect(answer).toMatchObject({ outcome: 'refused', title: '30 days of sales let me look 2 weeks ahead' });
    expect(words(answer)).toMatch(/I expect IDR [\d.,]+M, 80% range IDR .* to IDR .* \(F-\d+\)\. Good for: \w+/);
    expect(words(answer)).toMatch(/For 26 weeks I need about 5\d weeks of history/);
    expect(answer.actions![0]).toMatchObject({ label: 'Forecast 2 weeks', ask: { input: { days: 14 } } });
    expect((await say('/forecast days:14')).outcome).toBe('answered');
    expect((await say(`/why ${/F-\d+/.exec(words(answer))![0]}`)).outcome).toBe('answered');
  });

  it('says what an order is worth in money, a day, and offers the same question for the reach', async () => {
    const { say } = await shopWith([file('2026-03-01', takings(30))], '2026-04-01');

    const answer = await say('/forecast metric:order-value days:60 csv:yes');

    expect(words(answer)).toMatch(/A day I expect IDR [\d.,]+K?, 80% range IDR/);
    expect(answer.actions![0]!.ask.input).toMatchObject({ metric: 'order-value', days: 14 });
    const slices = await say('/forecast by:product weeks:26');
    expect(slices.actions![0]!.ask.input).toMatchObject({ by: 'product', days: 14 });
  });

  it('too few days for anything: how many are missing', async () => {
    const { say } = await shopWith([file('2026-03-12', takings(20))], '2026-04-01');
    const answer = await say('/forecast days:7');
    expect(answer).toMatchObject({ outcome: 'refused', title: '20 days of sales are too few to look ahead' });
    expect(words(answer)).toContain('8 days are missing');
    expect(answer.actions).toContainEqual(expect.objectContaining({ ask: { name: 'data sources', input: {} } }));
  });

  it('data that ended years ago: no forecast of now, and a button for then', async () => {
    const { say } = await shopWith([file('2011-01-01', takings(343))], '2025-11-20');
    const answer = await say('/forecast days:7');
    expect(answer).toMatchObject({
      outcome: 'refused',
      title: 'My last complete day is 9 Dec 2011: I do not look ahead from that',
    });
    const [then] = answer.actions!;
    expect(then!.ask).toEqual({ name: 'forecast', input: { 'as-of': '2011-12-10' } });
    expect((await say('/forecast days:7 as-of:2011-12-10')).outcome).toBe('answered');
  });

  it('a hole in the history: missing and not zero, said, and a button to learn from after it only', async () => {
    const { say } = await shopWith(
      [file('2025-06-01', [...takings(150), ...new Array(60).fill(0), ...takings(110)])],
      '2026-04-17',
    );
    const answer = await say('/forecast days:7');
    expect(words(answer)).toContain('No file tells of the 60 days from 29 Oct 2025 to 27 Dec 2025');
    expect(Number(fact(answer, 'Net revenue').value)).toBeGreaterThan(7 * 85_000);
    const after = answer.actions!.find(({ label }) => label.startsWith('Learn from'))!;
    expect(after.ask.input).toMatchObject({ since: '2025-12-28' });
    const later = await say('/forecast days:7 since:2025-12-28');
    expect(words(later)).not.toContain('No file tells');
    expect(words(await say(`/why ${fact(later, 'Net revenue').receipt}`))).toContain('110 days from 28 Dec 2025');
  });

  it('a hole of months: only what follows it teaches, on record, until somebody wants the rest too', async () => {
    const files = [file('2021-01-01', [...takings(151, 300_000), ...new Array(214).fill(0), ...takings(120)])];
    const { say } = await shopWith(files, '2022-05-01');

    const answer = await say('/forecast days:7');
    expect(words(answer)).toContain('214 days are missing, 1 Jun – 31 Dec 2021. I learn from 1 Jan 2022 on only.');
    expect(words(await say('/data assumptions'))).toContain('What came before 214 days without data');
    const whole = await say('/forecast weeks:26');
    expect(whole).toMatchObject({ outcome: 'refused', title: '120 days of sales let me look 8 weeks ahead' });

    const anyway = answer.actions!.find(({ label }) => label === 'Use anyway')!;
    expect(anyway.ask.input).toEqual({ days: 7, 'before-gap': 'used' });
    const used = await say('/forecast days:7 before-gap:used');
    expect(words(used)).not.toContain('I learn from');
    expect(words(used)).toMatch(/Simply repeating last week wins by [\d,.]+ points, so I use that/);
    expect(words(await say('/data assumptions'))).toContain('used too, because somebody asked for it');
    const receipt = fact(used, 'Net revenue').receipt!;
    expect(words(await say(`/why ${receipt} again:yes`))).toContain('to the last digit');
  });

  it('a forecast many times the history: check the units, or ask anyway', async () => {
    const { say } = await shopWith([file('2025-01-01', [...takings(440), ...takings(25, 1_000_000)])], '2026-04-12');
    const answer = await say('/forecast weeks:2');
    expect(answer.outcome).toBe('refused');
    expect(answer.title).toMatch(/^The forecast is [5-9][.,]\d+ times your history: check the units$/);
    expect(answer.actions!.map(({ label }) => label)).toEqual(['See the files', 'Show it anyway']);
    expect(answer.actions![1]!.ask.input).toMatchObject({ weeks: 2, anyway: 'yes' });
    expect((await say('/forecast weeks:2 anyway:yes')).outcome).toBe('answered');
    expect((await say('/forecast weeks:2 share:yes')).outcome).toBe('refused');
  });
});

describe('a day that was not over', () => {
  it('is not used, and said', async () => {
    const { say } = await shopWith(
      [{ rows: dailyOrders('2026-01-01', takings(100)), learnedOn: '2026-04-10' }],
      '2026-04-10',
    );
    const answer = await say('/forecast days:7');
    expect(fact(answer, 'Net revenue').label).toContain('10–16 Apr 2026');
    expect(words(answer)).toContain('What I have of 10 Apr 2026 is not whole yet and not used');
    const whole = await shopWith([file('2026-01-01', takings(100))], '2026-04-11');
    expect(words(await whole.say('/forecast days:7'))).not.toContain('not whole yet');
  });
});

describe('customers by the week', () => {
  it('of too few weeks: what is missing, and a button for days', async () => {
    const { say } = await shopWith([file('2026-01-05', takings(150))], '2026-06-05');
    const answer = await say('/forecast metric:customers weeks:4');
    expect(answer).toMatchObject({
      outcome: 'refused',
      title: 'By the week I cannot tell yet',
    });
    expect((await say('/forecast metric:customers days:14')).outcome).toBe('answered');
    expect(answer.actions![0]!.ask).toEqual({ name: 'forecast', input: { metric: 'customers', days: 14 } });
  });
});

describe('as of a past day', () => {
  it('leaves out what was learned later, and says so', async () => {
    const files = [
      file('2026-01-01', takings(90)),
      // The same days told again, three times as large, and two weeks more.
      { rows: dailyOrders('2026-01-01', takings(104, 300_000)), learnedOn: '2026-04-16' },
    ];
    const { say } = await shopWith(files, '2026-04-17');

    const then = await say('/forecast days:7 as-of:2026-04-10');
    const now = await say('/forecast days:7');

    expect(Number(fact(then, 'Net revenue').value)).toBeLessThan(7 * 130_000);
    expect(Number(fact(now, 'Net revenue').value)).toBeGreaterThan(7 * 250_000);
    expect(words(then)).toContain('only what was imported by the end of that day');
    expect(fact(then, 'Net revenue').label).toContain('1–7 Apr 2026');
    expect(words(await say(`/why ${fact(then, 'Net revenue').receipt}`))).toContain('From imports: I-1\n');
  });

  it('takes what happened before, in a shop that had imported nothing by then, and says so', async () => {
    const { say } = await shopWith([file('2026-01-01', takings(100))], '2026-04-17');
    const answer = await say('/forecast days:7 as-of:2026-03-15');
    expect(words(answer)).toContain('I had imported nothing by then');
    expect(fact(answer, 'Net revenue').label).toContain('15–21 Mar 2026');
  });
});
